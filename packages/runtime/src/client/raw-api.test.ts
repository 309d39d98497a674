import { expect, test } from 'vitest';
import { bench, KEY, ok, operations, problem, profile } from '../testing/example-client.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { Client } from './client.ts';
import type { ClientOptions } from './options.ts';

interface Paths {
  '/tasks': {
    get: { responses: { 200: { content: { 'application/json': { data: number[] } } } } };
    post: {
      requestBody: { content: { 'application/json': { title: string } } };
      responses: { 201: { content: { 'application/json': { id: string } } } };
    };
  };
  '/tasks/{task_id}': {
    get: {
      parameters: { path: { task_id: string } };
      responses: { 200: { content: { 'application/json': { id: string } } } };
    };
  };
  '/oauth/token': {
    post: {
      requestBody: { content: { 'application/x-www-form-urlencoded': { grant_type: string } } };
      responses: { 200: { content: { 'application/json': { access_token: string } } } };
    };
  };
}

function rawBench(answers: readonly (() => Response | Error)[], options: ClientOptions = {}) {
  const clock = new VirtualClock();
  const seen: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const answer = answers[Math.min(seen.length, answers.length - 1)]?.() ?? ok();
    seen.push(request.clone());
    await request.text();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const all = { apiKey: KEY, fetch, clock, random: () => 0.5, ...options };
  return { client: new Client<Paths>({ profile, operations }, all), clock, seen };
}

test('a raw call goes through the same pipeline, retries and key included', async () => {
  const { client, clock, seen } = rawBench([() => new TypeError('reset'), () => ok({ id: 'a' })]);
  const { data } = await clock.run(client.api.POST('/tasks', { body: { title: 'a' } }));
  expect(data).toEqual({ id: 'a' });
  const keys = seen.map(({ headers }) => headers.get('idempotency-key'));
  expect([keys.length, keys[0] !== null, keys[0] === keys[1]]).toEqual([2, true, true]);
  expect(seen[1]?.headers.get('authorization')).toBe(`Bearer ${KEY}`);
  expect(await seen[1]?.text()).toBe('{"title":"a"}');
});

test('an error status is an answer, not an exception', async () => {
  const { client, clock } = rawBench([() => problem(404, { 'x-a': '1' })]);
  const result = await clock.run(client.api.GET('/tasks'));
  expect(result.error).toMatchObject({ code: 'a_code' });
  expect([result.response.status, result.response.headers.get('x-a')]).toEqual([404, '1']);
});

test('a form is encoded as the document says', async () => {
  const { client, clock, seen } = rawBench([() => ok({ access_token: 'a' })]);
  const body = { grant_type: 'client_credentials' };
  await clock.run(client.api.POST('/oauth/token', { body }));
  expect(await seen[0]?.text()).toBe('grant_type=client_credentials');
  expect(seen[0]?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(seen[0]?.headers.has('authorization')).toBe(false);
});

test('a success that cannot be read is a typed error', async () => {
  const { client, clock } = rawBench([() => new Response('<html>')]);
  await expect(clock.run(client.api.GET('/tasks'))).rejects.toMatchObject({
    kind: 'decode',
    code: 'invalid_json',
    snippet: '<html>',
  });
});

test('a stream is handed on as it comes', async () => {
  const { client, clock } = rawBench([() => new Response('a stream')]);
  const { data } = await clock.run(client.api.GET('/tasks', { parseAs: 'stream' }));
  expect(await new Response(data).text()).toBe('a stream');
});

test.each([{ task_id: '..' }, { task_id: '' }])(
  'the path parameters %j are refused',
  async (path) => {
    const { client, clock, seen } = rawBench([() => ok()]);
    const call = client.api.GET('/tasks/{task_id}', { params: { path } });
    await expect(clock.run(call)).rejects.toMatchObject({ code: 'invalid_path_parameter' });
    expect(seen).toEqual([]);
  },
);

test('a path that no operation has is sent with the credential, and without a key', async () => {
  const { client, clock, seen } = bench([() => ok()]);
  await clock.run(client.api.POST('/other' as never, { body: {} } as never));
  expect(seen[0]?.headers.get('authorization')).toBe(`Bearer ${KEY}`);
  expect(seen[0]?.headers.has('idempotency-key')).toBe(false);
});

test.each(['https://evil.example/', '//evil.example', '\\\\evil.example', '@evil.example/'])(
  'the path %s leads to no other origin',
  async (path) => {
    const { client, clock, seen } = bench([() => ok()]);
    await clock.run(client.api.GET(path as never).catch(() => undefined));
    expect(
      seen.every(({ line }) => new URL(line.slice(4)).origin === 'https://api.example.com'),
    ).toBe(true);
  },
);

test('a base URL of a call that is another origin is refused', async () => {
  const { client, clock, seen } = bench([() => ok()]);
  const call = client.api.GET('/tasks' as never, { baseUrl: 'https://evil.example' } as never);
  await expect(clock.run(call)).rejects.toMatchObject({ kind: 'configuration' });
  expect(seen).toEqual([]);
});

test("an abort of the caller's signal ends a raw call", async () => {
  const { client, clock } = rawBench([() => ok()]);
  const call = client.api.GET('/tasks', { signal: AbortSignal.abort() });
  await expect(clock.run(call)).rejects.toMatchObject({ kind: 'abort' });
});
