import { gzipSync } from 'node:zlib';
import type { ProductClient, ProductClientOptions } from '@product/api-client';
import { expect, test } from 'vitest';
import { errorOf, type FaultBench, faultBench, reasonsOf, waitsOf } from './fault-bench.ts';
import {
  answer,
  chunk,
  drip,
  end,
  head,
  latch,
  repeat,
  reset,
  type Script,
  type Step,
  write,
} from './steps.ts';

type MakeCall = (client: ProductClient) => PromiseLike<unknown> & {
  withResponse(): ReturnType<ReturnType<ProductClient['tasks']['get']>['withResponse']>;
};

/** Calls that may be repeated. */
const repeatable: readonly (readonly [string, MakeCall])[] = [
  ['a GET', (client) => client.tasks.get('task_1')],
  ['a POST with a key', (client) => client.tasks.create({ title: 'Once' })],
];
const patch = (client: ProductClient) => client.tasks.update('task_1', { title: 'Twice' });

/** An answer of which the headers and a part of the body arrive; then comes what `last` does. */
function cut(last: Step): { plan: readonly Script[]; options: ProductClientOptions } {
  let headersCame = latch();
  const begin = write(`${head({ headers: { 'content-length': '99' } })}{"id":"ta`);
  const arrived: Step = async (socket) => {
    // A RST throws away what the other side has not read yet.
    await headersCame.wait(socket);
    headersCame = latch();
  };
  const fetch: ProductClientOptions['fetch'] = async (request, init) => {
    const response = await globalThis.fetch(request, init);
    headersCame.open();
    return response;
  };
  return { plan: [[begin, arrived, last], [answer()]], options: { fetch } };
}

test.each(repeatable)(
  '1 RST before the answer: %s is sent again after a backoff',
  async (...row) => {
    const { client, server } = await faultBench([[reset], [reset], [answer()]]);
    const result = await row[1](client).withResponse();
    expect(result.data).toEqual({ id: 'task_1' });
    expect(reasonsOf(result)).toEqual(['connection-lost', 'connection-lost', 'succeeded']);
    expect(waitsOf(result)).toEqual([0, 250, 500]);
    expect(server.requests).toHaveLength(3);
  },
);

test('1 RST before the answer: a DELETE is sent again', async () => {
  const { client, server } = await faultBench([[reset], [answer({ status: 200 })]]);
  await client.tasks.delete('task_1');
  expect(server.requests.map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
});

test('1 RST before every answer: a ConnectionError with its attempts and its cause', async () => {
  const { client, server } = await faultBench([[reset]]);
  const error = await errorOf(client.tasks.get('task_1', { retry: { maxAttempts: 3 } }));
  expect(error).toMatchObject({ kind: 'connection', code: 'connection_failed' });
  expect(error.cause).toMatchObject({ cause: { code: 'ECONNRESET' } });
  expect(reasonsOf(error).at(-1)).toBe('attempts-exhausted');
  expect(error.attempts).toHaveLength(3);
  expect(server.requests).toHaveLength(3);
  expect(server.openConnections).toBe(0);
});

test('1 RST before the answer: a PATCH is not sent again, and the error says why', async () => {
  const { client, server } = await faultBench([[reset], [answer()]]);
  const error = await errorOf(patch(client));
  expect(error).toMatchObject({ kind: 'connection', code: 'connection_failed' });
  expect(reasonsOf(error)).toEqual(['not-idempotent']);
  expect(server.requests).toHaveLength(1);
});

const cuts: readonly (readonly [string, Step])[] = [
  ['2 RST in the body of a 200', reset],
  ['3 Content-Length larger than the body', end],
];
for (const [title, last] of cuts) {
  test.each(repeatable)(`${title}: %s is sent again`, async (...row) => {
    const { plan, options } = cut(last);
    const { client, server } = await faultBench(plan, options);
    const result = await row[1](client).withResponse();
    expect(result.data).toEqual({ id: 'task_1' });
    expect(reasonsOf(result)).toEqual(['connection-lost', 'succeeded']);
    expect(server.requests).toHaveLength(2);
  });

  test(`${title}: a PATCH ends in a ConnectionError that says that the answer was cut off`, async () => {
    const { plan, options } = cut(last);
    const { client, server } = await faultBench(plan, options);
    const error = await errorOf(patch(client));
    expect(error).toMatchObject({ kind: 'connection', code: 'body_cut_off' });
    expect(reasonsOf(error)).toEqual(['not-idempotent']);
    expect(server.requests).toHaveLength(1);
    await server.closed(0);
  });
}

const json = JSON.stringify({ id: 'task_1', title: 'A title that takes some space'.repeat(20) });
const half = json.slice(0, json.length / 2);
const zipped = gzipSync(json);
const gzip = { 'content-encoding': 'gzip' };

/** Answers that lost a part, though the length they state is the length they have. */
const truncated: readonly (readonly [string, Script])[] = [
  ['4 truncated JSON of the correct length', [answer({ body: half })]],
  ['5 truncated gzip', [answer({ headers: gzip, body: zipped.subarray(0, -40) })]],
];

test.each(truncated)('%s: a DecodeError with status, request id and snippet', async (...row) => {
  const { client } = await faultBench([row[1]]);
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'decode', code: 'invalid_json', status: 200 });
  expect(error).toHaveProperty('snippet', expect.stringMatching(/^\{"id":"task_1".{0,190}$/));
});

test.each(truncated)('%s: a GET is sent once more, and once only', async (...row) => {
  const well = await faultBench([row[1], [answer()]]);
  const result = await well.client.tasks.get('task_1').withResponse();
  expect(result.data).toEqual({ id: 'task_1' });
  expect(reasonsOf(result)).toEqual(['answer-cut-off', 'succeeded']);
  const ill = await faultBench([row[1]]);
  const error = await errorOf(ill.client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'decode', code: 'invalid_json' });
  expect(ill.server.requests).toHaveLength(2);
});

test.each(truncated)('%s: a PATCH is not sent again', async (...row) => {
  const { client, server } = await faultBench([row[1], [answer()]]);
  expect(await errorOf(patch(client))).toMatchObject({ kind: 'decode', code: 'invalid_json' });
  expect(server.requests).toHaveLength(1);
});

const member = gzipSync(Buffer.alloc(16 * 2 ** 20));
const bomb = Buffer.concat(Array.from({ length: 19 }, () => member));

/** Answers that do not end; each keeps the connection busy, so that no idle limit would fire. */
const endless: readonly (readonly [string, Script])[] = [
  ['6 gzip bomb of 304 MiB', [answer({ headers: gzip, body: bomb })]],
  [
    '7 endless chunked body',
    [
      write(head({ headers: { 'transfer-encoding': 'chunked' } })),
      repeat(chunk('[1],'.repeat(999)), 4),
    ],
  ],
  ['9 slow-loris headers', [write('HTTP/1.1 200 OK\r\n'), drip('X-Slow: 1\r\n', 10)]],
  ['9 slow-loris body', [write(head({ headers: { 'content-length': '9999' } })), drip('[1],', 10)]],
];

test.each([['8 headers never come', []] as const, ...endless])(
  '%s: the attempt ends at timeoutMs, its socket is closed, and the next one succeeds',
  async (...row) => {
    const { client, server } = await faultBench([row[1], [answer()]], { timeoutMs: 250 });
    const result = await client.tasks.get('task_1').withResponse();
    expect(reasonsOf(result)).toEqual(['attempt-timeout', 'succeeded']);
    expect(result.attempts[0]?.durationMs).toBe(250);
    expect(server.requests.map(({ connection }) => connection)).toEqual([0, 1]);
    await server.closed(0);
  },
);

test.each([['8 headers never come', []] as const, ...endless])(
  '%s: the whole call ends at deadlineMs, retries included',
  async (...row) => {
    const { client, server, clock } = await faultBench([row[1]], { timeoutMs: 50, deadlineMs: 90 });
    const error = await errorOf(client.tasks.get('task_1', { retry: { baseDelayMs: 20 } }));
    expect(error).toMatchObject({ kind: 'timeout', code: 'deadline_exceeded' });
    expect(clock.elapsedMs).toBe(90);
    expect(waitsOf(error)).toEqual([0, 10]);
    await Promise.all([server.closed(0), server.closed(1)]);
  },
);

test('9 slow-loris body: the limit is on the whole attempt, however often a byte comes', async () => {
  let drops = 0;
  const slow = drip(' ', 10, () => {
    drops += 1;
  });
  const { client } = await faultBench(
    [[write(head({ headers: { 'content-length': '9999' } })), slow]],
    {
      timeoutMs: 250,
    },
  );
  const error = await errorOf(client.tasks.get('task_1', { retry: { maxAttempts: 1 } }));
  expect(error).toMatchObject({ kind: 'timeout', code: 'attempt_timeout' });
  // Counted in drops and not in seconds, since a busy machine delays both alike: +100 ms are 10 drops.
  expect(drops).toBeGreaterThan(2);
  expect(drops).toBeLessThanOrEqual(35);
});

/** Answers that are not HTTP. */
const malformed: readonly (readonly [string, Script])[] = [
  ['16 bad chunk', [write(`${head({ headers: { 'transfer-encoding': 'chunked' } })}zz\r\n`)]],
  ['16 non-HTTP banner', [write('SSH-2.0-OpenSSH_9.7\r\n')]],
];

test.each(malformed)('%s: a ConnectionError whose cause names the fault', async (...row) => {
  const { client, server }: FaultBench = await faultBench([row[1]]);
  const error = await errorOf(client.tasks.get('task_1', { retry: { maxAttempts: 2 } }));
  expect(error).toMatchObject({ kind: 'connection' });
  expect(error.cause).toMatchObject({ cause: { name: 'HTTPParserError' } });
  await Promise.all([server.closed(0), server.closed(1)]);
});

test('16 header block over 16 kB: never repeated, since the next answer has the same headers', async () => {
  const headers = { 'x-large': 'a'.repeat(17_000) };
  const { client, server } = await faultBench([[answer({ headers })], [answer()]]);
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'connection', code: 'headers_too_large' });
  expect(error.cause).toMatchObject({ cause: { code: 'UND_ERR_HEADERS_OVERFLOW' } });
  expect(reasonsOf(error)).toEqual(['final-failure']);
  expect(server.requests).toHaveLength(1);
});
