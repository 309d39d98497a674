import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  nodeWebhookHandler,
  unwrapWebhook,
  WebhookError,
  webhookHandler,
} from '@product/api-client/webhooks';
import { expect, test } from 'vitest';
import { findLeak, showAll } from './find-leak.ts';

const RAW = 'Zx81QpLw93TrKd57YbVnMcZx810Q3VCF';
const WHOLE = `whsec_${btoa(RAW)}`;
const AGE = { now: () => 1_750_000_000_000 };

/** The secret as its endpoint was given it, and what can be made of it. */
const secrets = [WHOLE, WHOLE.slice(6), RAW, Buffer.from(RAW).toString('hex')];

const headers = {
  'webhook-id': 'msg_1',
  'webhook-timestamp': '1750000000',
  'webhook-signature': `v1,${btoa('a signature that fits nothing')}`,
};

/** A webhook that cannot be trusted, and the secret that it is to be trusted by. */
interface Fault {
  readonly what: string;
  readonly fields?: Record<string, string>;
  readonly secret?: unknown;
}

const faults: readonly Fault[] = [
  { what: 'a signature that does not fit' },
  { what: 'several secrets, none of which fits', secret: [WHOLE, `${WHOLE}AAAA`] },
  { what: 'a secret that is no Base64', secret: `${WHOLE}é` },
  { what: 'a secret that is cut off', secret: WHOLE.slice(0, 15) },
  { what: 'a secret with a line break', secret: `${WHOLE}\n` },
  { what: 'a secret of another type', secret: { secret: WHOLE } },
  { what: 'a list in the place of a secret', secret: [[WHOLE]] },
  { what: 'no signature', fields: { 'webhook-signature': '' } },
  { what: 'an old webhook', fields: { 'webhook-timestamp': '1' } },
  { what: 'a time that is none', fields: { 'webhook-timestamp': 'soon' } },
];

test.each(faults)('the error of $what does not show the secret', async (fault) => {
  const { fields, secret = WHOLE } = fault;
  const given = secret as string; // a caller without types can pass anything
  const error = await unwrapWebhook('{}', { ...headers, ...fields }, given, AGE).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  expect(findLeak(showAll(error), secrets)).toBeUndefined();
});

test('neither does the error of a handler that is made with it', () => {
  const made = [`${WHOLE}é`, WHOLE.slice(0, 15), ''].map((secret) => {
    try {
      return webhookHandler({ secret, on: {} });
    } catch (error) {
      return error;
    }
  });
  expect(made.filter((error) => error instanceof WebhookError)).toHaveLength(3);
  expect(findLeak(showAll(made), secrets)).toBeUndefined();
});

test.each(faults)('a handler shows no secret in what it says of $what', async (fault) => {
  const { fields, secret = WHOLE } = fault;
  const told: unknown[] = [];
  const handle = webhookHandler({
    secret: () => secret as string, // a caller without types can give anything
    on: {},
    onError: (error) => told.push(error),
    ...AGE,
  });
  const init = { method: 'POST', body: '{}', headers: { ...headers, ...fields } };
  const response = await handle(new Request('https://example.com', init));
  const shown = [response, [...response.headers], response.statusText, await response.text(), told];
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(findLeak(showAll(shown), secrets)).toBeUndefined();
});

test('nor does what a Node server answers', async () => {
  const secret = (): string => {
    throw new Error(`no ${WHOLE}`);
  };
  const server = createServer(nodeWebhookHandler({ secret, on: {}, onError: () => undefined }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // bound to a port above
  const init = { method: 'POST', body: '{}', headers };
  const response = await fetch(`http://127.0.0.1:${port}`, init);
  const shown = [[...response.headers], response.statusText, await response.text()];
  server.close();
  expect(response.status).toBe(500);
  expect(findLeak(showAll(shown), secrets)).toBeUndefined();
});
