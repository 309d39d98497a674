import { expect, test } from 'vitest';
import { ClientError } from '../errors/client-error.ts';
import { bench, ExampleClient, KEY, ok, problem } from '../testing/example-client.ts';
import { bodyOf } from '../testing/stream-answer.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import type { ApiPromise } from './api-promise.ts';
import type { OperationFacts } from './profile.ts';

const JSON_TYPE = { 'content-type': 'application/json', 'x-request-id': 'req_1' };

async function errorOf(work: Promise<unknown>): Promise<ClientError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ClientError) return error;
  throw new Error(`not a typed error: ${String(error)}`);
}

/** A client of one operation, whose server gives one answer. */
function callOf(facts: Partial<OperationFacts>, answer: () => Response) {
  const clock = new VirtualClock();
  const seen: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    seen.push(request);
    return answer();
  };
  class One extends ExampleClient {
    one(options?: object): ApiPromise<unknown> {
      return this.caller.call({ id: 'one', method: 'GET', path: '/one', ...facts }, {}, options);
    }
  }
  return { client: new One({ apiKey: KEY, fetch, clock, random: () => 0.5 }), clock, seen };
}

test.each<[string, BodyInit | null, number, unknown]>([
  ['an object', '{"id":"a"}', 200, { id: 'a' }],
  ['a byte order mark before it', '\ufeff{"id":"a"}', 200, { id: 'a' }],
  ['text alone', '"a"', 201, 'a'],
  ['the same member twice: the last one counts', '{"a":1,"a":2}', 200, { a: 2 }],
  ['an integer above 2^53: the nearest number', '[9007199254740993]', 200, [9007199254740992]],
  ['a number above all numbers', '[1e400]', 200, [Number.POSITIVE_INFINITY]],
])('JSON that is %s is given as JSON.parse gives it', async (...[, body, status, want]) => {
  const { client, clock } = bench([() => new Response(body, { status, headers: JSON_TYPE })]);
  expect(await clock.run(client.get('a'))).toEqual(want);
});

test('members that name prototypes are data, and change no prototype', async () => {
  const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  const { client, clock } = bench([() => new Response(body, { headers: JSON_TYPE })]);
  const data = await clock.run(client.get('a'));
  expect(Object.keys(data)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test.each([
  [200, 'success'],
  [422, 'error'],
])('a body that is nested 10,000 deep overflows no stack: status %d', async (status, kind) => {
  const body = '['.repeat(10_000) + ']'.repeat(10_000);
  const { client, clock } = bench([() => new Response(body, { status, headers: JSON_TYPE })]);
  const result = await clock.run(client.get('a').result());
  expect(result.ok ? 'success' : 'error').toBe(kind);
});

test.each<[string, Partial<OperationFacts>, number, BodyInit | null, Record<string, string>]>([
  ['204', {}, 204, null, {}],
  ['205', {}, 205, null, {}],
  ['200 without a body', {}, 200, null, {}],
  ['200 of JSON without a body', {}, 200, '', JSON_TYPE],
  ['an answer to HEAD', { method: 'HEAD' }, 200, null, JSON_TYPE],
])('%s has no data where the document allows none', async (...[, facts, status, body, headers]) => {
  const answer = (): Response => new Response(body, { status, headers });
  const { client, clock } = callOf({ ...facts, mayBeEmpty: true }, answer);
  expect(await clock.run(client.one())).toBeUndefined();
  const strict = callOf(facts, answer);
  const error = await errorOf(strict.clock.run(strict.client.one()));
  expect(error).toMatchObject({ kind: 'decode', code: 'empty_body', status });
});

test('null is data only where the document allows it', async () => {
  const answer = (): Response => new Response('null', { headers: JSON_TYPE });
  const { client, clock } = callOf({ mayBeEmpty: true }, answer);
  expect(await clock.run(client.one())).toBeNull();
  const strict = callOf({}, answer);
  expect(await errorOf(strict.clock.run(strict.client.one()))).toMatchObject({
    code: 'empty_body',
  });
});

test('304 is no data: it comes to whoever asked with If-None-Match, as an error of that status', async () => {
  const { client, clock } = bench([() => new Response(null, { status: 304 })]);
  const headers = { 'if-none-match': '"a"' };
  const error = await errorOf(clock.run(client.get('a', { headers })));
  expect(error).toMatchObject({ kind: 'api', status: 304, code: 'http_304', body: undefined });
});

test.each([
  [200, { kind: 'decode', code: 'invalid_utf8', snippet: '"\ufffd"' }],
  [404, { kind: 'not-found', code: 'http_404', body: '\ufffd' }],
])('text that is no UTF-8, with status %d, ends in %j', async (status, want) => {
  const body = new Uint8Array([34, 0xff, 34]);
  const { client, clock, seen } = bench([() => new Response(body, { status, headers: JSON_TYPE })]);
  expect(await errorOf(clock.run(client.get('a')))).toMatchObject({ ...want, requestId: 'req_1' });
  // What was damaged on its way is asked for once more.
  expect(seen.length).toBe(status === 200 ? 2 : 1);
});

test.each([
  ['text/csv', 'text/csv; charset=utf-8', 'a,b', 'a,b'],
  ['text/*', 'text/csv', '', ''],
  ['application/xml', 'application/xml', '<a/>', '<a/>'],
])(
  'a success that the document says is %s is text',
  async (...[responseType, type, body, want]) => {
    const answer = (): Response => new Response(body, { headers: { 'content-type': type } });
    const { client, clock, seen } = callOf({ responseType }, answer);
    expect(await clock.run(client.one())).toBe(want);
    expect(seen[0]?.headers.get('accept')).toBe(responseType);
  },
);

test.each([
  ['application/octet-stream', 'application/octet-stream'],
  ['image/*', 'image/png'],
  ['*/*', 'text/plain'],
])('a success that the document says is %s is a Blob', async (responseType, type) => {
  const body = new Uint8Array([0, 0xff, 1]);
  const { client, clock } = callOf(
    { responseType },
    () => new Response(body, { headers: { 'content-type': type } }),
  );
  const blob = await clock.run(client.one());
  expect(blob).toMatchObject({ size: 3, type });
  expect(blob instanceof Blob && new Uint8Array(await blob.arrayBuffer())).toEqual(body);
});

test.each([
  ['image/*', 'text/html'],
  ['image/*', 'application/json'],
  ['text/csv', ''],
])('a success that should be %s and is %s is a typed error', async (responseType, type) => {
  const { client, clock } = callOf(
    { responseType },
    () => new Response(new Uint8Array(3), { headers: type ? { 'content-type': type } : {} }),
  );
  const error = await errorOf(clock.run(client.one()));
  expect(error).toMatchObject({ kind: 'decode', code: 'unexpected_content_type' });
});

test.each([200, 500])(
  'a body of more than maxResponseBytes is cancelled, with status %d',
  async (status) => {
    const pieces = ['["aaaaaaa",', '"bbbbbbb",', '"ccccccc",', '"ddddddd"]'];
    let body = bodyOf(pieces);
    const { client, clock, seen } = bench([
      () => {
        body = bodyOf(pieces);
        return new Response(body.stream, { status, headers: JSON_TYPE });
      },
    ]);
    const error = await errorOf(clock.run(client.get('a', { maxResponseBytes: 20 })));
    expect(error).toMatchObject({
      kind: 'decode',
      code: 'response_too_large',
      status,
      requestId: 'req_1',
      snippet: '["aaaaaaa","bbbbbbb",',
      attempts: [{ reason: 'final-failure' }],
    });
    expect(body.state).toEqual({ asked: 2, cancelled: true });
    expect(seen.length).toBe(1);
  },
);

test('a body of just maxResponseBytes is read', async () => {
  const { client, clock } = bench([() => ok('12345678')], { maxResponseBytes: 10 });
  expect(await clock.run(client.get('a'))).toBe('12345678');
});

test('what was cut off tells its status, its id and how it began, without the key', async () => {
  const { client, clock } = bench(
    [
      () =>
        new Response(bodyOf([`{"key":"${KEY}",`, new TypeError('terminated')]).stream, {
          headers: JSON_TYPE,
        }),
    ],
    { retry: { maxAttempts: 1 } },
  );
  const error = await errorOf(clock.run(client.get('a')));
  expect(error).toMatchObject({
    kind: 'connection',
    code: 'body_cut_off',
    status: 200,
    requestId: 'req_1',
  });
  expect(error).toHaveProperty('snippet', expect.stringMatching(/^\{"key":"/));
  expect(JSON.stringify(error)).not.toContain('mock_4f9a');
});

test.each(['gzip', 'br', 'zstd'])('a broken compression is a typed error: %s', async (encoding) => {
  const codes: Record<string, string> = {
    gzip: 'Z_DATA_ERROR',
    br: 'ERR__ERROR_FORMAT_PADDING_1',
    zstd: 'ZSTD_error_prefix_unknown',
  };
  const cause = Object.assign(new TypeError('terminated'), { cause: { code: codes[encoding] } });
  const { client, clock, seen } = bench([
    () =>
      new Response(bodyOf([cause]).stream, {
        headers: { ...JSON_TYPE, 'content-encoding': encoding },
      }),
  ]);
  const error = await errorOf(clock.run(client.get('a')));
  expect(error).toMatchObject({
    kind: 'decode',
    code: 'invalid_encoding',
    status: 200,
    requestId: 'req_1',
  });
  expect(seen.length).toBe(2);
});

test('asResponse hands on the body unread, and its signal ends it', async () => {
  const { stream, state } = bodyOf(['{"id"', ':"a"}']);
  let given: AbortSignal | null | undefined;
  const controller = new AbortController();
  const { client, clock } = bench([
    () => async (_request, init) => {
      given = init.signal;
      return new Response(stream, { headers: JSON_TYPE });
    },
  ]);
  const options = { signal: controller.signal, maxResponseBytes: 1 };
  const response = await clock.run(client.get('a', options).asResponse());
  expect(response.headers.get('x-request-id')).toBe('req_1');
  expect(state.asked).toBe(0);
  expect(await response.text()).toBe('{"id":"a"}');
  expect(given?.aborted).toBe(false);
  controller.abort();
  expect(given?.aborted).toBe(true);
});

test('asResponse throws an error status as ever', async () => {
  const { client, clock } = bench([() => problem(404)]);
  const error = await errorOf(clock.run(client.get('a').asResponse()));
  expect(error).toMatchObject({ kind: 'not-found', code: 'a_code' });
});

test('the data of a call whose body was handed on cannot be read', async () => {
  const { client, clock } = bench([() => ok()]);
  const promise = client.get('a');
  await clock.run(promise.asResponse());
  expect(await errorOf(promise)).toMatchObject({ kind: 'decode', code: 'body_streamed' });
});

test('asResponse that is asked for late gives the body that was read', async () => {
  const { client, clock, seen } = bench([() => ok({ id: 'a' })]);
  const promise = client.get('a');
  await clock.run(promise);
  expect(await (await promise.asResponse()).json()).toEqual({ id: 'a' });
  expect(seen.length).toBe(1);
});

test.each<[string, () => Response, object]>([
  [
    'a success',
    () => ok({ id: 'a' }, { 'x-request-id': 'req_1' }),
    { ok: true, status: 200, data: { id: 'a' }, requestId: 'req_1' },
  ],
  [
    'a refusal',
    () => problem(404),
    { ok: false, status: 404, body: { code: 'a_code' }, error: { kind: 'not-found' } },
  ],
  [
    'a page of a proxy',
    () => new Response('<html>', { status: 502 }),
    { ok: false, status: 502, body: undefined, error: { kind: 'server', body: '<html>' } },
  ],
  [
    'an answer that cannot be read',
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    { ok: false, status: undefined, body: undefined, error: { kind: 'decode' } },
  ],
])('result gives %s, and throws nothing', async (...[, answer, want]) => {
  const { client, clock } = bench([answer], { retry: { maxAttempts: 1 } });
  expect(await clock.run(client.get('a').result())).toMatchObject(want);
});

test('result has no status if the client knew of the limit, and sent nothing', async () => {
  const { client, clock, seen } = bench([() => problem(429, { 'retry-after': '600' })]);
  expect(await clock.run(client.get('a').result())).toMatchObject({ status: 429, body: {} });
  expect(await clock.run(client.get('a').result())).toMatchObject({
    status: undefined,
    body: undefined,
    error: { kind: 'rate-limit', code: 'rate_limit_wait_too_long' },
  });
  expect(seen.length).toBe(1);
});

test('result has no status if no answer came', async () => {
  const { client, clock } = bench([() => new TypeError('fetch failed')], {
    retry: { maxAttempts: 1 },
  });
  const result = await clock.run(client.get('a').result());
  expect(result).toMatchObject({ ok: false, status: undefined, error: { kind: 'connection' } });
});

test('a validator sees each success, and what it finds ends the call', async () => {
  const issue = { pointer: '/id', keyword: 'type', message: `is no number: ${KEY}` };
  const seen: unknown[] = [];
  const { client, clock } = bench([() => ok({ id: 'a' })], {
    validateResponses: (answer) => {
      seen.push(answer);
      return seen.length === 1 ? [issue] : [];
    },
  });
  const error = await errorOf(clock.run(client.get('a')));
  expect(error).toMatchObject({
    kind: 'decode',
    code: 'response_invalid',
    attempts: [{ reason: 'final-answer' }],
    issues: [{ pointer: '/id', keyword: 'type' }],
  });
  expect(JSON.stringify(error) + error.message).not.toContain(KEY);
  expect(await clock.run(client.get('a'))).toEqual({ id: 'a' });
  expect(seen[0]).toEqual({ operation: 'tasks.get', status: 200, data: { id: 'a' } });
});
