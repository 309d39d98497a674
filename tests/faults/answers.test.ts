import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { errorOf, faultBench, reasonsOf } from './fault-bench.ts';
import { answer, chunk, head, repeat, type Script, write } from './steps.ts';

const ID = { 'x-request-id': 'req_1' };
const gzip = { ...ID, 'content-encoding': 'gzip' };

test.each(['gzip', 'br'])(
  '5 corrupt %s: a DecodeError with status, request id and snippet, after one more try',
  async (encoding) => {
    const headers = { ...ID, 'content-encoding': encoding };
    const body = Buffer.alloc(40, 0xff);
    const { client, server } = await faultBench([[answer({ headers, body })]]);
    const error = await errorOf(client.tasks.get('task_1'));
    expect(error).toMatchObject({
      kind: 'decode',
      code: 'invalid_encoding',
      status: 200,
      requestId: 'req_1',
      snippet: expect.any(String),
    });
    expect(reasonsOf(error)).toEqual(['answer-cut-off', 'attempts-exhausted']);
    expect(server.requests).toHaveLength(2);
  },
);

const member = gzipSync(Buffer.alloc(16 * 2 ** 20, '['));
const bomb = Buffer.concat(Array.from({ length: 19 }, () => member));
const endless: Script = [
  write(head({ headers: { ...ID, 'transfer-encoding': 'chunked' } })),
  repeat(chunk('[1],'.repeat(999)), 1),
];

test.each<[string, Script]>([
  ['6 gzip bomb of 304 MiB', [answer({ headers: gzip, body: bomb })]],
  ['7 endless chunked body', endless],
])(
  '%s: ends at maxResponseBytes, its socket is closed, and it is not sent again',
  async (...row) => {
    const { client, server } = await faultBench([row[1]], { maxResponseBytes: 2 ** 20 });
    const before = process.memoryUsage().rss;
    const error = await errorOf(client.tasks.get('task_1'));
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 2 ** 20);
    expect(error).toMatchObject({
      kind: 'decode',
      code: 'response_too_large',
      status: 200,
      requestId: 'req_1',
      snippet: expect.stringMatching(/^\[.{199}$/),
    });
    expect(reasonsOf(error)).toEqual(['final-failure']);
    expect(server.requests).toHaveLength(1);
    await server.closed(0);
  },
);

test('7 endless chunked body: the deadline of the call wins if it comes first', async () => {
  const { client, server } = await faultBench([endless], { deadlineMs: 80 });
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'timeout', code: 'deadline_exceeded' });
  await server.closed(0);
});

test('10 200 text/html login page: never an object, and it is not sent again', async () => {
  const body = '<!doctype html><title>Sign in</title>';
  const headers = { ...ID, 'content-type': 'text/html; charset=utf-8' };
  const { client, server } = await faultBench([[answer({ headers, body })]]);
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({
    kind: 'decode',
    code: 'unexpected_content_type',
    status: 200,
    requestId: 'req_1',
    snippet: body,
  });
  expect(server.requests).toHaveLength(1);
});

test.each<[string, Script]>([
  ['11 200 empty body', [answer({ headers: ID, body: '' })]],
  ['11 200 null', [answer({ headers: ID, body: 'null' })]],
  ['11 204 where the document promises a task', [answer({ status: 204, headers: ID, body: '' })]],
])('%s: a DecodeError, since the document allows none', async (...row) => {
  const { client } = await faultBench([row[1]]);
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'decode', code: 'empty_body', requestId: 'req_1' });
});

test.each<[string, Script]>([
  ['204', [answer({ status: 204, body: '' })]],
  ['204 with a body', [answer({ status: 204, body: '{"id":"poison"}' })]],
  ['205', [answer({ status: 205, body: '' })]],
  ['200 with an empty body', [answer({ body: '' })]],
])('12 %s: no data, and the next answer is its own', async (...row) => {
  const { client } = await faultBench([row[1], [answer()]]);
  expect(await client.tasks.delete('task_1')).toBeUndefined();
  expect(await client.tasks.get('task_1')).toEqual({ id: 'task_1' });
});

test('12 304 with body bytes: an error of its status, and the next answer is its own', async () => {
  const { client } = await faultBench([
    [answer({ status: 304, body: '{"id":"poison"}' })],
    [answer()],
  ]);
  const headers = { 'if-none-match': '"a"' };
  expect(await errorOf(client.tasks.get('task_1', { headers }))).toMatchObject({ status: 304 });
  expect(await client.tasks.get('task_1')).toEqual({ id: 'task_1' });
});

test('12 HEAD with body bytes: ignored, and the next answer is its own', async () => {
  const { client } = await faultBench([[answer({ body: '{"id":"poison"}' })], [answer()]]);
  const path = { params: { path: { task_id: 'task_1' } } };
  // The document has no HEAD; openapi-fetch's types ask for it all the same.
  const { data } = await client.api.HEAD('/tasks/{task_id}' as never, path as never);
  expect(data).toBeUndefined();
  expect(await client.tasks.get('task_1')).toEqual({ id: 'task_1' });
});

test('13 BOM: no part of the data', async () => {
  const { client } = await faultBench([[answer({ body: '\ufeff{"id":"task_1"}' })]]);
  expect(await client.tasks.get('task_1')).toEqual({ id: 'task_1' });
});

test('13 invalid UTF-8: a DecodeError, never a text that was changed on the way', async () => {
  const body = Buffer.from([...Buffer.from('{"id":"'), 0xc3, 0x28, ...Buffer.from('"}')]);
  const { client } = await faultBench([[answer({ headers: ID, body })]]);
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'decode', code: 'invalid_utf8', requestId: 'req_1' });
});

test('14 __proto__ and constructor in JSON: data only', async () => {
  const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  const { client } = await faultBench([[answer({ body })], [answer({ status: 422, body })]]);
  const data = await client.tasks.get('task_1');
  const error = await errorOf(client.tasks.get('task_1'));
  expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
  expect(error).toMatchObject({ kind: 'validation', status: 422 });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test.each<[string, string, unknown]>([
  ['duplicate keys: the last one counts', '{"id":1,"id":2}', { id: 2 }],
  ['1e400: infinity', '[1e400]', [Number.POSITIVE_INFINITY]],
  ['2^53+1: the nearest number', '[9007199254740993]', [9007199254740992]],
])('15 %s', async (...[, body, want]) => {
  const { client } = await faultBench([[answer({ body })]]);
  expect(await client.tasks.get('task_1')).toEqual(want);
});

test('15 depth 10 000: no stack overflow, in data and in errors', async () => {
  const body = '['.repeat(10_000) + ']'.repeat(10_000);
  const { client } = await faultBench([[answer({ body })], [answer({ status: 500, body })]]);
  expect(await client.tasks.get('task_1')).toBeInstanceOf(Array);
  const retry = { maxAttempts: 1 };
  expect(await errorOf(client.tasks.get('task_1', { retry }))).toMatchObject({ status: 500 });
});
