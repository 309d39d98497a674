import { expect, test } from 'vitest';
import { WebhookError } from '../errors/webhook-error.ts';
import { memoryReplayStore } from './replay-store.ts';
import { now, SECRET, type SignedWebhook, signed } from './test-bench.ts';
import { webhookHandler } from './webhook-handler.ts';

const event = { type: 'task.created', data: { title: 'Ship it' } };

interface Events {
  'task.created': { readonly type: 'task.created'; readonly data: { readonly title: string } };
  'task.deleted': { readonly type: 'task.deleted' };
}

function setUp(options: Partial<Parameters<typeof webhookHandler<Events>>[0]> = {}) {
  const seen: unknown[] = [];
  const errors: unknown[] = [];
  const handle = webhookHandler<Events>({
    secret: SECRET,
    now,
    on: { 'task.created': ({ data }, { id }) => seen.push([data.title, id]) },
    onError: (error) => errors.push(error),
    ...options,
  });
  const post = ({ body, headers }: SignedWebhook, more: RequestInit = {}): Promise<Response> =>
    handle(new Request('https://mine.example/hooks', { method: 'POST', body, headers, ...more }));
  return { handle, post, seen, errors };
}

test('an event goes to its function, and is answered 204', async () => {
  const { post, seen, errors } = setUp();
  const response = await post(await signed(event));
  expect([response.status, await response.text()]).toEqual([204, '']);
  expect({ seen, errors }).toEqual({ seen: [['Ship it', 'msg_1']], errors: [] });
});

test.each([
  ['a type without a function', { type: 'task.deleted' }],
  ['an unknown type', { type: 'task.renamed' }],
  ['a type that every object has', { type: '__defineGetter__' }],
  ['no type', {}],
  ['no object', null],
])('an event of %s is accepted, and dropped', async (_, other) => {
  const { post, seen } = setUp();
  expect((await post(await signed(other))).status).toBe(204);
  expect(seen).toEqual([]);
});

test.each([
  ['another body', { body: '{}' }, 400, 'signature_mismatch'],
  ['no signature', { headers: { 'webhook-id': 'msg_1' } }, 400, 'missing_header'],
  ['another method', { method: 'PUT' }, 405, 'method_not_allowed'],
  ['a long body', { body: 'x'.repeat(1001) }, 413, 'body_too_large'],
  ['a long body that says so', { headers: { 'content-length': '1001' } }, 413, 'body_too_large'],
] as const)('%s is refused', async (...row) => {
  const [, change, status, reason] = row;
  const { post, seen } = setUp({ maxBodyBytes: 1000 });
  const response = await post(await signed(event), change);
  expect([response.status, await response.text()]).toEqual([status, reason]);
  expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
  expect(seen).toEqual([]);
});

test('a body that never ends is given up at the limit', async () => {
  const { handle } = setUp({ maxBodyBytes: 1000 });
  let pulled = 0;
  let cancelled = false;
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(100));
    },
    cancel() {
      cancelled = true;
    },
  });
  // The types of the DOM do not know the member that a streamed body needs.
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
  expect((await handle(new Request('https://mine.example', init))).status).toBe(413);
  expect({ cancelled, pulled: pulled < 15 }).toEqual({ cancelled: true, pulled: true });
});

test('a body that breaks off is refused', async () => {
  const { handle, errors } = setUp();
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) });
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit; // as above
  expect((await handle(new Request('https://mine.example', init))).status).toBe(400);
  expect(errors).toMatchObject([{ kind: 'webhook', code: 'incomplete_body' }]);
});

test('what a function throws is answered 500 and told, and nothing of it is sent', async () => {
  const failure = new Error('the database is down');
  const { post, errors } = setUp({
    on: { 'task.created': () => Promise.reject(failure) },
  });
  const response = await post(await signed(event));
  expect([response.status, await response.text()]).toEqual([500, 'handler_failed']);
  expect(errors).toEqual([failure]);
});

test('a listener that throws does not change the answer', async () => {
  const { post } = setUp({
    onError: () => {
      throw new Error('deaf');
    },
  });
  expect((await post(await signed(event), { body: 'x' })).status).toBe(400);
});

test('a repetition is answered 204 and not handled again', async () => {
  const { post, seen } = setUp({ replayStore: memoryReplayStore({ now }) });
  const webhook = await signed(event);
  const statuses = [await post(webhook), await post(webhook)].map(({ status }) => status);
  expect({ statuses, calls: seen.length }).toEqual({ statuses: [204, 204], calls: 1 });
});

test('what failed comes again, though replays are refused', async () => {
  let fails = true;
  const calls: unknown[] = [];
  const { post } = setUp({
    replayStore: memoryReplayStore({ now }),
    on: {
      'task.created': () => {
        calls.push(fails);
        if (fails) throw new Error('not yet');
      },
    },
  });
  const webhook = await signed(event);
  const first = await post(webhook);
  fails = false;
  const rest = [await post(webhook), await post(webhook)];
  expect([first, ...rest].map(({ status }) => status)).toEqual([500, 204, 204]);
  expect(calls).toEqual([true, false]);
});

test('a repetition while the first is handled is sent away, to come later', async () => {
  let begin = (): void => undefined;
  let end = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const gate = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { post } = setUp({
    replayStore: memoryReplayStore({ now }),
    on: {
      'task.created': () => {
        begin();
        return gate;
      },
    },
  });
  const webhook = await signed(event);
  const first = post(webhook);
  await begun;
  expect((await post(webhook)).status).toBe(409);
  end();
  expect((await first).status).toBe(204);
  expect((await post(webhook)).status).toBe(204);
});

test('a store that fails is answered 500, so that nothing is lost', async () => {
  const store = { seen: () => Promise.reject(new Error('no store')), forget: () => undefined };
  const { post, seen } = setUp({ replayStore: store });
  expect((await post(await signed(event))).status).toBe(500);
  expect(seen).toEqual([]);
});

test.each(['', 'whsec_', [], 'whsec_AAAA'])('the secret %j is refused at once', (secret) => {
  expect(() => setUp({ secret })).toThrow(WebhookError);
});

test('a secret can be given for each webhook, and one that is missing is our fault', async () => {
  const { post, errors } = setUp({ secret: async () => [SECRET] });
  expect((await post(await signed(event))).status).toBe(204);
  const { post: send, errors: told } = setUp({ secret: () => '' });
  expect((await send(await signed(event))).status).toBe(500);
  expect(errors).toEqual([]);
  expect(told).toMatchObject([{ code: 'missing_secret' }]);
});
