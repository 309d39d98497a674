import createClient, { type HeadersOptions, type Middleware } from 'openapi-fetch';
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

test('middleware sees the request before, and the answer after, the whole pipeline', async () => {
  const { client, clock, seen } = rawBench([() => new TypeError('reset'), () => ok({ id: 'a' })]);
  const steps: string[] = [];
  const named = (name: string): Middleware => ({
    onRequest({ request, schemaPath }) {
      steps.push(`${name} ${schemaPath} ${request.headers.has('authorization')}`);
      request.headers.set(`x-${name}`, '1');
    },
    onResponse({ response }) {
      steps.push(`${name} ${response.status}`);
      return new Response(response.body, { headers: { [`x-${name}`]: '1' } });
    },
  });
  const gone = named('gone');
  client.api.use(gone, named('outer'));
  client.api.eject(gone);
  const call = client.api.GET('/tasks', { middleware: [named('inner')] });
  const { data, response } = await clock.run(call);
  expect(steps).toEqual(['outer /tasks false', 'inner /tasks false', 'inner 200', 'outer 200']);
  expect([data, response.headers.has('x-outer')]).toEqual([{ id: 'a' }, true]);
  const sent = seen.map(({ headers }) => [headers.has('x-outer'), headers.has('x-gone')]);
  expect(sent).toEqual([
    [true, false],
    [true, false],
  ]);
});

test('middleware can put another request into its place, which is the one that is repeated', async () => {
  const { client, clock, seen } = rawBench([() => new TypeError('reset'), () => ok()]);
  client.api.use({ onRequest: ({ request }) => new Request(request, { body: '{"title":"b"}' }) });
  await clock.run(client.api.POST('/tasks', { body: { title: 'a' } }));
  const bodies = await Promise.all(seen.map((request) => request.text()));
  expect(bodies).toEqual(['{"title":"b"}', '{"title":"b"}']);
});

test('middleware can answer by itself, and can answer for a failure', async () => {
  const { client, clock, seen } = rawBench([() => new TypeError('reset')], {
    retry: { maxAttempts: 1 },
  });
  const kinds: unknown[] = [];
  const rescue: Middleware = {
    onError({ error }) {
      kinds.push(Object(error).kind);
      return ok({ from: 'onError' });
    },
  };
  const replace: Middleware = { onError: () => new RangeError('of the user') };
  const get = (...middleware: Middleware[]) => clock.run(client.api.GET('/tasks', { middleware }));
  expect((await get(rescue)).data).toEqual({ from: 'onError' });
  await expect(get(replace)).rejects.toThrow(RangeError);
  const own = await get({ onRequest: () => ok({ from: 'onRequest' }) });
  expect(own.data).toEqual({ from: 'onRequest' });
  expect([kinds, seen.length]).toEqual([['connection'], 2]);
});

test.each([
  ['json', '{"a":1}', { a: 1 }],
  ['json', '', ''],
  ['text', '{"a":1}', '{"a":1}'],
  ['arrayBuffer', 'ab', new TextEncoder().encode('ab').buffer],
] as const)('a success is read as %s: %j', async (parseAs, text, want) => {
  const type = { headers: { 'content-type': 'application/json' } };
  const { client, clock } = rawBench([() => new Response(text, type)]);
  const { data } = await clock.run(client.api.GET('/tasks', { parseAs }));
  expect(data).toEqual(want);
});

test.each([
  ['a 204', () => new Response(null, { status: 204 })],
  ['a length of 0', () => new Response('', { headers: { 'content-length': '0' } })],
])('%s has no data', async (_, answer) => {
  const { client, clock } = rawBench([answer]);
  const result = await clock.run(client.api.GET('/tasks'));
  expect(result).toEqual({ data: undefined, response: expect.any(Response) });
});

test('an error that is no JSON is text', async () => {
  const { client, clock } = rawBench([() => new Response('<html>', { status: 404 })]);
  expect((await clock.run(client.api.GET('/tasks'))).error).toBe('<html>');
});

test.each([
  ['a record', { 'X-A': '1', 'x-list': ['1', '2'], accept: null, 'x-none': undefined }],
  ['Headers', new Headers({ 'x-a': '1', 'x-list': '1,2', accept: '' })],
  [
    'pairs',
    [
      ['X-A', '1'],
      ['x-list', '1,2'],
      ['accept', ''],
    ] as const,
  ],
])('headers can be %s', async (_, headers) => {
  const { client, clock, seen } = rawBench([() => ok()]);
  // `HeadersOptions` leaves out lists, which `HeadersInit` has.
  await clock.run(client.api.GET('/tasks', { headers: headers as HeadersOptions }));
  const sent = seen[0]?.headers;
  expect([sent?.get('x-a'), sent?.get('x-list'), sent?.get('x-none')]).toEqual(['1', '1,2', null]);
  expect(sent?.get('accept') || '').toBe('');
});

test('every option of openapi-fetch for building a request is followed', async () => {
  const { client, clock, seen } = rawBench([() => ok()]);
  const own = rawBench([() => ok()]);
  const init = {
    baseUrl: 'https://api.example.com/v2/',
    params: { path: { task_id: 'a b' }, query: { q: [1, 2] }, header: { 'x-h': '1' } },
    querySerializer: { array: { style: 'form', explode: false } },
    bodySerializer: (body: unknown) => `<${String(body)}>`,
    pathSerializer: (path: string) => path.replace('{task_id}', 'own'),
    body: 'raw',
    cache: 'no-store',
  };
  // The paths of this client declare nothing of it.
  await clock.run(client.api.POST('/tasks/{task_id}' as never, init as never));
  const [request] = seen;
  expect(request?.url).toBe('https://api.example.com/v2/tasks/own?q=1,2');
  expect([request?.headers.get('x-h'), request?.cache]).toEqual(['1', 'no-store']);
  expect(await request?.text()).toBe('<raw>');
  const query = { querySerializer: () => '?z', fetch: async () => ok({ id: 'own fetch' }) };
  const { data } = await own.clock.run(own.client.api.GET('/tasks', query as never));
  expect([data, own.seen.length]).toEqual([{ id: 'own fetch' }, 0]);
});

test("the client has every member of openapi-fetch's own, and no other", () => {
  const { client } = rawBench([]);
  expect(Object.keys(client.api).sort()).toEqual(Object.keys(createClient()).sort());
});

test('text that is no UTF-8 is a typed error here too', async () => {
  const body = new Uint8Array([34, 0xff, 34]);
  const headers = { 'content-type': 'application/json' };
  const { client, clock } = bench([() => new Response(body, { headers })]);
  const error = await clock.run(client.api.GET('/tasks' as never).then(String, Object));
  expect(error).toMatchObject({ kind: 'decode', code: 'invalid_utf8' });
});
