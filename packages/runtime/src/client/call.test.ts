import { expect, test } from 'vitest';
import { ApiError } from '../errors/api-error.ts';
import { ClientError } from '../errors/client-error.ts';
import { DecodeError } from '../errors/decode-error.ts';
import { ValidationError } from '../errors/status-errors.ts';
import { bench, KEY, ok, problem } from '../testing/example-client.ts';

async function errorOf(work: Promise<unknown>): Promise<ClientError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ClientError) return error;
  throw new Error(`not a typed error: ${String(error)}`);
}

test('a call sends path, query, body, headers and credential', async () => {
  const { client, clock, seen } = bench([() => ok()], { headers: { 'x-app': '1' } });
  await clock.run(client.create({ title: 'Ship it' }, { headers: { 'x-call': '2' } }));
  await clock.run(client.get('a b/c'));
  expect(seen.map(({ line }) => line)).toEqual([
    'POST https://api.example.com/v1/tasks',
    'GET https://api.example.com/v1/tasks/a%20b%2Fc',
  ]);
  expect(seen[0]?.body).toBe('{"title":"Ship it"}');
  expect(Object.fromEntries(seen[0]!.headers)).toMatchObject({
    authorization: `Bearer ${KEY}`,
    'content-type': 'application/json',
    'x-app': '1',
    'x-call': '2',
  });
});

test('an operation that needs no credential gets none, and its form is encoded', async () => {
  const { client, clock, seen } = bench([() => ok()]);
  await clock.run(
    client.token({ grant_type: 'client_credentials', scope: 'a b', none: undefined }),
  );
  expect(seen[0]?.headers.has('authorization')).toBe(false);
  expect(seen[0]?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(seen[0]?.body).toBe('grant_type=client_credentials&scope=a+b');
});

test.each([
  [400, 'bad-request', 'BadRequestError'],
  [401, 'authentication', 'AuthenticationError'],
  [403, 'permission', 'PermissionError'],
  [404, 'not-found', 'NotFoundError'],
  [409, 'conflict', 'ConflictError'],
  [418, 'api', 'ApiError'],
  [422, 'validation', 'ValidationError'],
  [501, 'server', 'ServerError'],
])('status %d becomes an error of kind %s', async (status, kind, name) => {
  const { client, clock } = bench([() => problem(status, { 'x-request-id': 'req_1' })]);
  const error = await errorOf(clock.run(client.get('a')));
  expect(error).toMatchObject({
    kind,
    name,
    status,
    code: 'a_code',
    message: 'a message',
    requestId: 'req_1',
    operation: 'tasks.get',
    attempts: [{ attempt: 1, status, reason: 'final-answer' }],
  });
});

test('what is wrong with a request is listed on its error', async () => {
  const errors = [{ pointer: '/title', code: 'too_short', message: 'is too short' }];
  const { client, clock } = bench([() => problem(422, {}, { code: 'validation_failed', errors })]);
  const error = await errorOf(clock.run(client.create({})));
  expect(error instanceof ValidationError && error.issues).toEqual(errors);
});

test.each([
  [
    'an HTML page',
    new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    'unexpected_content_type',
  ],
  [
    'truncated JSON',
    new Response('{"id":', { headers: { 'content-type': 'application/json' } }),
    'invalid_json',
  ],
  [
    'an empty body called JSON',
    new Response('', { headers: { 'content-type': 'application/json' } }),
    'empty_body',
  ],
  [
    'bytes',
    new Response(new Uint8Array(3), { headers: { 'content-type': 'image/png' } }),
    'unexpected_content_type',
  ],
])('a success with %s is a typed error', async (_, answer, code) => {
  const { client, clock } = bench([() => answer.clone()]);
  const error = await errorOf(clock.run(client.get('a')));
  expect(error).toMatchObject({ kind: 'decode', code, status: 200 });
});

test('the snippet of an answer that cannot be read is short and holds no key', async () => {
  const html = `<p>${KEY}</p>`.repeat(50);
  const { client, clock } = bench([
    () => new Response(html, { headers: { 'content-type': 'text/html' } }),
  ]);
  const error = await errorOf(clock.run(client.get('a')));
  const snippet = error instanceof DecodeError ? error.snippet : '';
  expect(snippet.length).toBe(200);
  expect(snippet).not.toContain('sk_test_mock');
});

test('a server that echoes the key cannot put it into an error', async () => {
  const echo = { code: KEY, message: `no such key: ${KEY}`, detail: [KEY] };
  const { client, clock } = bench([() => problem(401, { 'www-authenticate': KEY }, echo)]);
  const error = await errorOf(clock.run(client.get('a')));
  const headers = error instanceof ApiError ? [...error.headers] : [];
  const shown = JSON.stringify([error, headers, error.message, error.stack, String(error)]);
  expect(shown).not.toContain(KEY);
  expect(shown).toContain('[secret]');
});

test('a fetch that throws the key cannot put it into an error', async () => {
  const cause = new TypeError('bad header', { cause: new Error(`Bearer ${KEY}`) });
  const { client, clock } = bench([() => cause], { retry: { maxAttempts: 1 } });
  const error = await errorOf(clock.run(client.get('a')));
  expect(error.kind).toBe('connection');
  expect(String(Object(error.cause).stack) + String(Object(error.cause).cause)).not.toContain(KEY);
});

test.each(['', '.', '..', '%2e', '%2E%2e', '.%2e', 'a\u0000', 'a\nb', '\ud800'])(
  'the path parameter %j is refused before anything is sent',
  async (id) => {
    const { client, clock, seen } = bench([() => ok()]);
    const error = await errorOf(clock.run(client.get(id)));
    expect(error).toMatchObject({ kind: 'configuration', code: 'invalid_path_parameter' });
    expect(seen).toEqual([]);
  },
);

test.each([
  [{ timeoutMs: 5, timeoutMS: 5 }, 'unknown_option'],
  [{ timeoutMs: -1 }, 'invalid_option'],
  [{ idempotencyKey: 'with space' }, 'invalid_option'],
  [{ idempotencyKey: 'k' }, 'idempotency_not_declared'],
])('the call options %j are refused before anything is sent', async (options, code) => {
  const { client, clock, seen } = bench([() => ok()]);
  const error = await errorOf(clock.run(client.get('a', options)));
  expect(error.code).toBe(code);
  expect(seen).toEqual([]);
});

test('a header that cannot be sent is a typed error that does not show it', async () => {
  const { client, clock, seen } = bench([() => ok()]);
  const error = await errorOf(clock.run(client.get('a', { headers: { 'x-a': 'secret\nvalue' } })));
  expect(error.code).toBe('invalid_request');
  expect(`${error.stack}${error.cause}`).not.toContain('secret');
  expect(seen).toEqual([]);
});

test('withResponse gives the answer, its id, the attempts and the limit, and is the same call', async () => {
  const headers = { 'x-request-id': 'req_9', 'x-ratelimit-remaining': '7' };
  const { client, clock, seen } = bench([() => ok({ id: 'a' }, headers)]);
  const promise = client.get('a');
  const result = await clock.run(promise.withResponse());
  expect(await promise).toEqual({ id: 'a' });
  expect(result).toMatchObject({ data: { id: 'a' }, requestId: 'req_9' });
  expect(await result.response.json()).toEqual({ id: 'a' });
  expect(result.attempts).toMatchObject([{ attempt: 1, status: 200, reason: 'succeeded' }]);
  expect(result.rateLimit).toMatchObject([{ policy: 'x-ratelimit', remaining: 7 }]);
  expect(seen.length).toBe(1);
});

test('a failure that is asked for by withResponse alone is no unhandled rejection', async () => {
  const { client, clock } = bench([() => problem(404)]);
  const error = await errorOf(clock.run(client.get('a').withResponse()));
  expect(error.kind).toBe('not-found');
});
