import { type ChildProcess, fork } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ProductClient } from '@product/api-client';
import {
  memoryReplayStore,
  nodeWebhookHandler,
  unwrapWebhook,
  type WebhookHandlerOptions,
  webhookHandler,
} from '@product/api-client/webhooks';
import { createMock } from '@product/mock-server';
import { Hono } from 'hono';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

const secret = `whsec_${btoa('a mock secret of 24 bytes')}`;
const at = new Date(1_750_000_000_000);
const event = { id: 'evt_1', type: 'task.deleted', mode: 'test', data: { id: 'task_1' } };
const body = JSON.stringify(event);

/** Headers as the reference implementation of Standard Webhooks writes them. */
function headersFor(text: string): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': new Webhook(secret).sign('evt_1', at, text),
  };
}

function optionsFor(seen: unknown[], errors: unknown[]): WebhookHandlerOptions {
  return {
    secret,
    now: () => at.getTime(),
    maxBodyBytes: 100_000,
    on: { 'task.deleted': ({ data }) => seen.push(data.id) },
    onError: (error) => errors.push(Object(error).code),
  };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  // Listening on a port, it has an address of this form.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/hooks`;
}

const send = (url: string, text = body, method = 'POST'): Promise<Response> =>
  fetch(url, { method, headers: headersFor(body), ...(method === 'POST' && { body: text }) });

test('under node:http an event is handled, and a forgery refused', async () => {
  const seen: unknown[] = [];
  const errors: unknown[] = [];
  const url = await serve(nodeWebhookHandler(optionsFor(seen, errors)));
  expect((await send(url)).status).toBe(204);
  const forged = await send(url, `${body} `);
  expect([forged.status, await forged.text()]).toEqual([400, 'signature_mismatch']);
  const got = await send(url, '', 'GET');
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  expect({ seen, errors }).toEqual({ seen: ['task_1'], errors: ['signature_mismatch'] });
});

let express: ChildProcess | undefined;
let expressUrl = '';

beforeAll(async () => {
  const file = fileURLToPath(new URL('express-server.ts', import.meta.url));
  express = fork(file, [secret, String(at.getTime())], { execArgv: ['--conditions=source'] });
  const [port] = await once(express, 'message');
  expressUrl = `http://127.0.0.1:${port}`;
}, 30_000);

afterAll(() => express?.kill());

test.each([
  ['without a parser', 'plain', 204, ''],
  ['behind express.raw()', 'raw', 204, ''],
  ['behind express.text()', 'text', 204, ''],
  ['behind express.json() that keeps the raw body', 'kept', 204, ''],
  ['behind a parser that left the body alone', 'idle', 204, ''],
  ['behind express.json(), too late', 'parsed', 500, 'body_not_raw'],
] as const)('under Express %s (/%s) an event is answered %s', async (...row) => {
  const [, path, status, reason] = row;
  const url = `${expressUrl}/${path}`;
  const response = await send(url);
  expect([response.status, await response.text()]).toEqual([status, reason]);
  expect((await send(url, '{"type":"task.deleted","data":{"id":"task_2"}}')).status).toBe(
    status === 204 ? 400 : 500,
  );
  const handled = await (await fetch(`${url}/handled`)).json();
  expect(handled).toEqual(status === 204 ? ['task_1'] : []);
});

test.each([
  ['that says so', { 'content-length': '200000' }],
  ['that does not say so', { 'transfer-encoding': 'chunked' }],
])('on Node a body too large %s is answered before it is read', async (_, headers) => {
  const errors: unknown[] = [];
  const url = await serve(nodeWebhookHandler(optionsFor([], errors)));
  const outgoing = request(url, { method: 'POST', headers: { ...headersFor(body), ...headers } });
  outgoing.on('error', () => undefined); // the server closes the connection below it
  outgoing.write('x'.repeat(150_000));
  const [response] = await once(outgoing, 'response');
  expect([response.statusCode, response.headers.connection]).toEqual([413, 'close']);
  expect(errors).toEqual(['body_too_large']);
  outgoing.destroy();
});

test('on Node a sender that goes away in the middle harms nothing', async () => {
  let onError = (_error: unknown): void => undefined;
  const told = new Promise<unknown>((resolve) => {
    onError = resolve;
  });
  const options = { ...optionsFor([], []), onError };
  const url = await serve(nodeWebhookHandler(options));
  const outgoing = request(url, {
    method: 'POST',
    headers: { ...headersFor(body), 'content-length': '100' },
  });
  outgoing.on('error', () => undefined); // it is this side that goes away
  outgoing.write('{', () => outgoing.destroy());
  expect(await told).toMatchObject({ code: 'incomplete_body' });
  expect((await send(url)).status).toBe(204);
});

test('under Hono an event is handled, and a forgery refused', async () => {
  const seen: unknown[] = [];
  const handle = webhookHandler(optionsFor(seen, []));
  const app = new Hono().post('/hooks', (context) => handle(context.req.raw));
  const post = (text: string) =>
    app.request('/hooks', { method: 'POST', headers: headersFor(body), body: text });
  expect((await post(body)).status).toBe(204);
  expect((await post(`${body} `)).status).toBe(400);
  expect(seen).toEqual(['task_1']);
});

test('what the mock sends is handled once, though it is sent again', async () => {
  const mock = createMock({ seed: 1 });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'] });
  const client = new ProductClient({ apiKey: key.secret, fetch: mock.fetch, clock: mock.clock });
  const endpoint = await client.webhookEndpoints.create({
    url: 'https://mine.example/hooks',
    events: ['task.created'],
  });
  const task = await client.tasks.create({ title: 'Tell everyone' });
  const now = (): number => mock.clock.now();
  const seen: unknown[] = [];
  const handle = webhookHandler({
    secret: endpoint.secret,
    replayStore: memoryReplayStore({ now }),
    now,
    on: { 'task.created': ({ data }, { id }) => seen.push([data.id, id]) },
  });
  const { body: sent = '', headers = {} } = mock.webhooks.deliveries.at(-1) ?? {};
  const deliver = () => handle(new Request(endpoint.url, { method: 'POST', body: sent, headers }));
  expect([(await deliver()).status, (await deliver()).status]).toEqual([204, 204]);
  expect(seen).toEqual([[task.id, JSON.parse(sent).id]]);
});

test("what Node's own cryptography signs by Ed25519, the SDK accepts", async () => {
  const pair = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const privateKey = createPrivateKey({ key: pair.privateKey, format: 'der', type: 'pkcs8' });
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
  const raw = Buffer.from(jwk.x ?? '', 'base64url').toString('base64');
  const stamp = headersFor(body);
  const content = Buffer.from(`evt_1.${stamp['webhook-timestamp']}.${body}`);
  const signature = sign(null, content, privateKey).toString('base64');
  const headers = { ...stamp, 'webhook-signature': `v1,AAAA v1a,${signature}` };
  const options = { now: () => at.getTime() };
  expect((await unwrapWebhook(body, headers, `whpk_${raw}`, options)).type).toBe('task.deleted');
});
