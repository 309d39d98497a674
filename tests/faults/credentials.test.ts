import { ProductClient, type ProductClientOptions, query } from '@product/api-client';
import { expect, test } from 'vitest';
import { errorOf, reasonsOf } from './fault-bench.ts';
import { SkipClock } from './skip-clock.ts';

const KEY = 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja';
// Tokens of another form than keys have no checksum.
const TOKEN = 'at_test_mock_4f9a2c7e1b';

type Answer = (request: Request, at: number) => Response | Promise<Response>;

/** A client of which every request is kept. */
function bench(answer: Answer, options: ProductClientOptions = {}) {
  const requests: Request[] = [];
  const sent: (string | null)[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request);
    sent.push(request.headers.get('authorization'));
    return answer(request, requests.length);
  };
  const clock = new SkipClock();
  const client = new ProductClient({
    ...(options.auth ? {} : { apiKey: KEY }),
    baseUrl: 'https://api.example.com/v1',
    fetch,
    clock,
    ...options,
  });
  return { client, requests, sent, clock };
}

const task = (): Response => Response.json({ id: 'task_1' });
const unauthorized = (): Response => {
  const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
  return new Response('{"code":"invalid_token"}', { status: 401, headers });
};

test.each([
  ['302 to another origin', 302, 'https://evil.example/'],
  ['307 to another origin', 307, 'https://evil.example/'],
  ['308 to another port', 308, 'https://api.example.com:8443/v1/tasks'],
  ['301 from https to http', 301, 'http://api.example.com/v1/tasks'],
  ['a loop', 307, 'https://api.example.com/v1/tasks/task_1'],
  ['303 without a Location', 303, undefined],
])('29 %s: refused after one request, no credential leaves the origin', async (...row) => {
  const [, status, location] = row;
  const headers = location === undefined ? {} : { location };
  const { client, requests } = bench(() => new Response(null, { status, headers }));
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'connection', code: 'redirect_refused' });
  expect(requests.map(({ url, redirect }) => [url, redirect])).toEqual([
    ['https://api.example.com/v1/tasks/task_1', 'manual'],
  ]);
});

test('29 a raw call that asks to follow redirects: refused all the same', async () => {
  const seen: unknown[] = [];
  const { client } = bench(task, {
    fetch: async (request, init) => {
      seen.push(init?.redirect ?? request.redirect);
      return task();
    },
  });
  await client.api.GET('/tasks/{task_id}', {
    params: { path: { task_id: 'a' } },
    redirect: 'follow',
  });
  expect(seen).toEqual(['manual']);
});

test.each([
  'http://evil.example/x',
  'https://evil.example/x',
  '//evil.example/x',
  '\\\\evil.example/x',
  '/\\evil.example/x',
  '@evil.example/x',
  '.evil.example/x',
  ':8443/x',
  'user:pass@evil.example/x',
  '',
  'tasks',
])('30 %j as path: refused before any I/O', async (path) => {
  for (const baseUrl of ['https://api.example.com/v1', 'https://api.example.com']) {
    const { client, requests } = bench(task, { baseUrl });
    // The types allow the document's paths only; code without types does not know them.
    const call = client.api.GET(path as '/tasks', {});
    await expect(call).rejects.toMatchObject({ kind: 'configuration' });
    expect(requests).toEqual([]);
  }
});

test('30 another base URL for one call: refused before any I/O', async () => {
  const { client, requests } = bench(task);
  const call = client.api.GET('/tasks', { baseUrl: 'https://evil.example' });
  await expect(call).rejects.toMatchObject({ kind: 'configuration', code: 'foreign_origin' });
  expect(requests).toEqual([]);
});

test.each([
  ['CR/LF', `${KEY}\r\nx: y`],
  ['NUL', `${KEY}\u0000`],
  ['a space', `${KEY} a`],
  ['an emoji', `${KEY}🔑`],
  ['U+2028', `${KEY}\u2028`],
  ['a mark at its start', `\ufeff${KEY}`],
  ['nothing', ''],
  ['a megabyte', 'a'.repeat(1_000_000)],
  ['a scheme', `Bearer ${KEY}`],
  ['quotes', `"${KEY}"`],
])(
  '31 key with %s: a ConfigurationError that names position and length, 0 requests',
  async (_, key) => {
    const { client, requests } = bench(task, { apiKey: async () => key });
    const error = await errorOf(client.tasks.get('task_1'));
    expect(error).toMatchObject({ kind: 'configuration' });
    expect(error.message).not.toContain(KEY.slice(0, 12));
    expect(() => bench(task, { apiKey: key })).toThrow(error.message);
    expect(requests).toEqual([]);
  },
);

test('31 key of another mode than expected: a ConfigurationError, 0 requests', async () => {
  const { client, requests } = bench(task, { apiKey: async () => KEY, expectMode: 'live' });
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'configuration', code: 'mode_mismatch' });
  expect(() => bench(task, { expectMode: 'live' })).toThrow(
    expect.objectContaining({ code: 'mode_mismatch' }),
  );
  expect(requests).toEqual([]);
});

test.each([
  ['..', undefined],
  ['.', undefined],
  ['%2e%2e', undefined],
  ['%2E.', undefined],
  ['', undefined],
  ['a\u0000b', undefined],
  ['\ud800', undefined],
  ['a/b', '/v1/tasks/a%2Fb'],
  ['a\\b', '/v1/tasks/a%5Cb'],
  ['../x', '/v1/tasks/..%2Fx'],
  ['a?b#c', '/v1/tasks/a%3Fb%23c'],
  ['%2e%2e%2f', '/v1/tasks/%252e%252e%252f'],
  ['é', '/v1/tasks/%C3%A9'],
])('32 path parameter %j: a typed error or one encoded segment', async (id, want) => {
  const { client, requests } = bench(task);
  const result = await client.tasks.get(id).catch((error: unknown) => error);
  if (want === undefined) expect(result).toMatchObject({ code: 'invalid_path_parameter' });
  expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(
    want === undefined ? [] : [want],
  );
});

test.each([
  ['an error', () => new Response(`{"code":"${KEY}","detail":"${KEY}"}`, { status: 400 })],
  ['a header', () => new Response('', { status: 404, headers: { 'x-request-id': KEY } })],
  ['a page', () => new Response(`<p>${KEY}`, { headers: { 'content-type': 'text/html' } })],
])('33 server echoes the key in %s: masked in all that an error shows', async (_, answer) => {
  const { client } = bench(answer);
  const error = await errorOf(client.tasks.get('task_1'));
  const { message, stack, body, requestId, snippet, headers } = Object(error);
  const shown = JSON.stringify([
    message,
    stack,
    body,
    requestId,
    snippet,
    [...(headers ?? [])],
    error.code,
  ]);
  expect(shown).toContain('[secret]');
  expect(shown).not.toContain(KEY);
});

test('33 an answer shows the URL without the key that was in it', async () => {
  const { client, requests } = bench(
    (request) => Object.defineProperty(task(), 'url', { value: request.url, configurable: true }),
    {
      auth: query('key', `${KEY}/+`),
    },
  );
  const { response } = await client.tasks.get('task_1').withResponse();
  expect(requests[0]?.url).toBe(`https://api.example.com/v1/tasks/task_1?key=${KEY}%2F%2B`);
  expect(response.url).toBe('https://api.example.com/v1/tasks/task_1?key=[secret]');
});

test('34 async key function rejects: a typed error, with what it threw as its cause', async () => {
  const { client, requests } = bench(task, {
    apiKey: () => Promise.reject(new Error('vault is sealed')),
  });
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ code: 'key_source_failed', cause: { message: 'vault is sealed' } });
  expect(requests).toEqual([]);
});

test('34 async key function hangs: a typed error under the deadline', async () => {
  const { client, clock } = bench(task, { apiKey: () => new Promise(() => undefined) });
  const error = await errorOf(client.tasks.get('task_1', { deadlineMs: 20 }));
  expect(error).toMatchObject({ kind: 'timeout', code: 'deadline_exceeded', attempts: [] });
  expect(clock.pending).toBe(0);
});

test.each([[7], [null], [undefined], [{}], [[KEY]]])(
  '34 async key function gives %j: a typed error',
  async (key) => {
    // As a function that was written without types does.
    const { client, requests } = bench(task, { apiKey: async () => key as unknown as string });
    expect(await errorOf(client.tasks.get('task_1'))).toMatchObject({ code: 'malformed_key' });
    expect(requests).toEqual([]);
  },
);

test('34 async key function rotates mid-retry: each attempt carries the key of its time', async () => {
  const clock = new SkipClock();
  let asked = 0;
  const apiKey = () => ({ token: `${TOKEN}_${++asked}`, expiresAt: clock.now() + 100 });
  const busy = (_: Request, at: number): Response =>
    at < 3 ? new Response('', { status: 503 }) : task();
  const { client, sent } = bench(busy, { apiKey, clock, random: () => 0.5 });
  await client.tasks.get('task_1');
  expect(sent).toEqual([1, 2, 3].map((number) => `Bearer ${TOKEN}_${number}`));
});

test('34 async key function: one question for a hundred calls', async () => {
  let asked = 0;
  const { client, requests } = bench(task, { apiKey: async () => `${TOKEN}_${++asked}` });
  await Promise.all(Array.from({ length: 100 }, () => client.tasks.get('task_1')));
  expect([asked, requests.length]).toEqual([1, 100]);
});

/** Answers with 401 from some time on to whoever comes with the first key, all of them at once. */
function revocation(calls: number) {
  let waiting: (() => void)[] = [];
  const state = { isRevoked: false };
  const answer: Answer = async ({ headers }) => {
    if (!state.isRevoked || !headers.get('authorization')?.endsWith('_1')) return task();
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length < calls) return;
      for (const release of waiting) release();
      waiting = [];
    });
    return unauthorized();
  };
  return { state, answer };
}

test('35 401 invalid_token storm, 50 parallel: one refresh, and each call is replayed once', async () => {
  let asked = 0;
  const { state, answer } = revocation(50);
  const apiKey = async () => `${TOKEN}_${++asked}`;
  const { client, sent } = bench(answer, { apiKey });
  await client.tasks.get('task_1');
  state.isRevoked = true;
  const calls = Array.from({ length: 50 }, () => client.tasks.get('task_1').withResponse());
  const results = await Promise.all(calls);
  expect(results.map(reasonsOf)).toEqual(results.map(() => ['renewed-credential', 'succeeded']));
  const fresh = sent.filter((header) => header?.endsWith('_2'));
  expect([asked, sent.length, fresh.length]).toEqual([2, 101, 50]);
});

test('35 401 for every token: one refresh and one replay of each call, then an AuthenticationError', async () => {
  let asked = 0;
  const { client, sent } = bench(unauthorized, { apiKey: async () => `${TOKEN}_${++asked}` });
  const errors = [];
  for (const id of ['a', 'b']) errors.push(await errorOf(client.tasks.get(id)));
  expect(errors).toMatchObject(
    [1, 2].map(() => ({ kind: 'authentication', code: 'invalid_token' })),
  );
  expect(errors.map(reasonsOf)).toEqual([1, 2].map(() => ['renewed-credential', 'final-answer']));
  expect(sent.map((header) => header?.at(-1))).toEqual(['1', '2', '2', '3']);
  expect(asked).toBe(3);
});
