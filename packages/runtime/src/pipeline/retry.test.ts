import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientEvent } from '../events/events.ts';
import { type Answer, bench, KEY, ok, problem } from '../testing/example-client.ts';

const reset = (): Answer => new TypeError('fetch failed');
const cutOff = (): Answer =>
  new Response(
    new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );
const status =
  (code: number, headers: Record<string, string> = {}) =>
  (): Answer =>
    problem(code, headers);

test.each([
  ['a lost connection', reset, 'connection-lost'],
  ['an answer that is cut off', cutOff, 'connection-lost'],
  ['408', status(408), 'request-timeout'],
  ['500', status(500), 'server-error'],
  ['503', status(503), 'server-error'],
  ['429', status(429), 'rate-limited'],
])('GET is sent again after %s', async (_, fault, reason) => {
  const { client, clock } = bench([fault, () => ok()]);
  const { attempts } = await clock.run(client.get('a').withResponse());
  expect(attempts.map((attempt) => attempt.reason)).toEqual([reason, 'succeeded']);
});

test.each([
  ['a lost connection', reset, 1],
  ['an answer that is cut off', cutOff, 1],
  ['408', status(408), 1],
  ['500', status(500), 1],
  ['429', status(429), 2],
  ['503 with Retry-After', status(503, { 'retry-after': '1' }), 2],
])(
  'PATCH, which has no key, is sent again after %s only if nothing was processed',
  async (...row) => {
    const [, fault, requests] = row;
    const { client, clock, seen } = bench([fault, () => ok()]);
    await clock.run(client.update({ a: 1 })).catch(() => undefined);
    expect(seen.length).toBe(requests);
  },
);

test('a POST is repeated under one key, with its body', async () => {
  const { client, clock, seen } = bench([reset, status(500), cutOff, () => ok()]);
  await clock.run(client.create({ title: 'a' }));
  const keys = seen.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  expect(new Set(keys).size).toBe(1);
  expect(seen.map(({ body }) => body)).toEqual(Array(4).fill('{"title":"a"}'));
});

test('each call has a key of its own', async () => {
  const { client, clock, seen } = bench([() => ok()]);
  for (let call = 0; call < 20; call++) await clock.run(client.create({}));
  expect(new Set(seen.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(20);
});

test("the user's own key wins", async () => {
  const { client, clock, seen } = bench([reset, () => ok()]);
  await clock.run(client.create({}, { idempotencyKey: 'mine' }));
  expect(seen.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['mine', 'mine']);
});

test.each(['Idempotency-Key', 'idempotency-key'])(
  'a key that is set by hand as the header %s is kept over the attempts, and gives way to the option',
  async (name) => {
    const { client, clock, seen } = bench([reset, () => ok()]);
    const headers = { [name]: 'by hand' };
    await clock.run(client.create({}, { headers }));
    await clock.run(client.create({}, { headers, idempotencyKey: 'mine' }));
    const keys = seen.map((request) => request.headers.get('idempotency-key'));
    expect(keys).toEqual(['by hand', 'by hand', 'mine']);
  },
);

test('without keys a POST is not repeated, and the error says why', async () => {
  const { client, clock, seen } = bench([reset], { idempotency: false });
  await expect(clock.run(client.create({}))).rejects.toMatchObject({
    kind: 'connection',
    code: 'connection_failed',
    attempts: [{ reason: 'not-idempotent' }],
  });
  expect(seen[0]?.headers.has('idempotency-key')).toBe(false);
});

test('waits double, with full jitter', async () => {
  const { client, clock, seen } = bench([status(500)]);
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({ kind: 'server' });
  expect(seen.map(({ atMs }) => atMs)).toEqual([0, 250, 750, 1750]);
});

test('the server is never asked earlier than it said', async () => {
  const { client, clock, seen } = bench([status(503, { 'retry-after': '7' }), () => ok()]);
  await clock.run(client.get('a'));
  expect(seen[1]?.atMs).toBe(7000 + 350);
});

test.each([
  ['503', '61'],
  ['429', '61'],
  ['429', '3000000'],
  ['503', '3000000'],
])('%s with Retry-After %s, more than maxWaitMs, fails at once', async (code, seconds) => {
  const { client, clock, seen } = bench([status(Number(code), { 'retry-after': seconds })]);
  const error = await clock.run(client.get('a').catch((reason: unknown) => reason));
  expect(error).toMatchObject({ status: Number(code), attempts: [{ reason: 'wait-too-long' }] });
  expect(seen.length).toBe(1);
  expect(clock.pending).toBe(0);
});

test('a 429 that is not waited for carries what the server asked', async () => {
  const headers = { 'retry-after': '90', 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0' };
  const { client, clock } = bench([status(429, headers)]);
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({
    kind: 'rate-limit',
    retryAfterMs: 90_000,
    limit: 100,
  });
});

test('a wait beyond the deadline fails at once', async () => {
  const { client, clock, seen } = bench([status(503, { 'retry-after': '5' })]);
  const startedAt = clock.now();
  await expect(clock.run(client.get('a', { deadlineMs: 4000 }))).rejects.toMatchObject({
    status: 503,
  });
  expect([seen.length, clock.now() - startedAt]).toEqual([1, 0]);
});

test.each([
  ['false', 500, 1],
  ['true', 400, 2],
])('x-should-retry: %s decides', async (should, code, requests) => {
  const { client, clock, seen } = bench([status(code, { 'x-should-retry': should }), () => ok()]);
  await clock.run(client.get('a')).catch(() => undefined);
  expect(seen.length).toBe(requests);
});

test('409 is waited out while the first request under the key may be in flight', async () => {
  const { client, clock, seen } = bench([reset, status(409), () => ok()]);
  await clock.run(client.create({}));
  expect(seen.length).toBe(3);
});

test('a one-shot body is not sent twice', async () => {
  const { client, clock, seen } = bench([status(500)]);
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{}'));
      controller.close();
    },
  });
  const sent = client.api.POST('/tasks' as never, { body, duplex: 'half' } as never);
  await clock.run(sent);
  expect(seen.length).toBe(1);
});

test('a redirect is refused, and nothing is sent to where it leads', async () => {
  const { client, clock, seen } = bench([
    () => new Response(null, { status: 307, headers: { location: 'https://evil.example' } }),
  ]);
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({ code: 'redirect_refused' });
  expect(seen.length).toBe(1);
});

test('a rejected key is asked for again, once per call', async () => {
  let asked = 0;
  const apiKey = (): string => `${KEY}_${++asked}`;
  const { client, clock, seen } = bench([status(401), () => ok()], { apiKey });
  await clock.run(client.update({ a: 1 }));
  expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual([
    `Bearer ${KEY}_1`,
    `Bearer ${KEY}_2`,
  ]);
  expect(seen.map(({ body }) => body)).toEqual(['{"a":1}', '{"a":1}']);
});

test('a key that is rejected again ends the call', async () => {
  const { client, clock, seen } = bench([status(401)], { apiKey: () => KEY });
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({
    kind: 'authentication',
    attempts: [{ reason: 'renewed-credential' }, { reason: 'final-answer' }],
  });
  expect(seen.length).toBe(2);
});

test('fifty rejected calls ask for one new key', async () => {
  let asked = 0;
  const apiKey = async (): Promise<string> => `${KEY}_${++asked}`;
  const fetch = async (request: Request): Promise<Response> =>
    request.headers.get('authorization') === `Bearer ${KEY}_1` ? problem(401) : ok();
  const { client, clock } = bench([], { apiKey, fetch });
  await clock.run(Promise.all(Array.from({ length: 50 }, () => client.get('a'))));
  expect(asked).toBe(2);
});

test.each([
  ['rejects', () => Promise.reject(new Error('vault is down')), 'key_source_failed'],
  ['gives no string', () => 7 as unknown as string, 'malformed_key'],
  ['gives an empty string', () => '', 'missing_key'],
  ['gives a key with a line break', () => `${KEY}\n`, 'malformed_key'],
  ['never answers', () => new Promise<string>(() => undefined), 'attempt_timeout'],
])('a key function that %s is a typed error, and nothing is sent', async (_, apiKey, code) => {
  const { client, clock, seen } = bench([() => ok()], { apiKey });
  await expect(clock.run(client.create({}))).rejects.toMatchObject({ code });
  expect(seen).toEqual([]);
});

test('a key function that gives a key of another mode is refused', async () => {
  const { client, clock, seen } = bench([() => ok()], { apiKey: () => KEY, expectMode: 'live' });
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({ code: 'mode_mismatch' });
  expect(seen).toEqual([]);
});

test('listeners hear of attempts, retries and refused credentials; one that throws harms nothing', async () => {
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent): void => {
    events.push(event);
    throw new Error('listener');
  };
  const { client, clock } = bench([status(500), status(403)], { onEvent });
  await clock.run(client.get('a')).catch(() => undefined);
  expect(events.map(({ type }) => type)).toEqual([
    ...['call-start', 'attempt-start', 'attempt', 'retry'],
    ...['attempt-start', 'attempt', 'auth-failure', 'call-end'],
  ]);
});

test('a logger gets what its level lets through', async () => {
  const lines: string[] = [];
  const write = (message: string): void => {
    lines.push(message);
  };
  const logger = { debug: write, info: write, warn: write, error: write };
  const { client, clock } = bench([status(500), status(403)], { logger, logLevel: 'info' });
  await clock.run(client.get('a')).catch(() => undefined);
  expect(lines).toEqual(['@example/api-client retry', '@example/api-client auth-failure']);
});

test.each(['429', '503'])(
  '%s with a Retry-After of exactly maxWaitMs is waited out',
  async (code) => {
    const { client, clock, seen } = bench([
      status(Number(code), { 'retry-after': '60' }),
      () => ok(),
    ]);
    await clock.run(client.get('a'));
    expect(seen[1]?.atMs).toBe(60_500);
  },
);

test('truncated JSON is asked for once more, where that is safe', async () => {
  const truncated = (): Answer =>
    new Response('{"id":', { headers: { 'content-type': 'application/json' } });
  const once = bench([truncated, () => ok()]);
  const { attempts } = await once.clock.run(once.client.get('a').withResponse());
  expect(attempts.map(({ reason }) => reason)).toEqual(['answer-cut-off', 'succeeded']);
  const always = bench([truncated]);
  await expect(always.clock.run(always.client.get('a'))).rejects.toMatchObject({
    code: 'invalid_json',
  });
  expect(always.seen.length).toBe(2);
  const unsafe = bench([truncated]);
  await expect(unsafe.clock.run(unsafe.client.update({}))).rejects.toMatchObject({
    code: 'invalid_json',
    retryReason: 'not-idempotent',
  });
  expect(unsafe.seen.length).toBe(1);
});

test('an outage is not made worse: retries end with the budget, and come back with successes', async () => {
  let isDown = true;
  const answer = (): Answer => (isDown ? problem(500) : ok());
  const { client, clock, seen } = bench([answer], { retry: { budget: 50 } });
  const calls = Array.from({ length: 100 }, () => client.get('a').catch((error) => error));
  const errors = await clock.run(Promise.all(calls));
  expect(seen.length).toBe(110);
  expect(errors.at(-1)).toMatchObject({ kind: 'server', retryReason: 'budget-exhausted' });
  isDown = false;
  for (let call = 0; call < 5; call++) await clock.run(client.get('a'));
  isDown = true;
  await clock.run(client.get('a')).catch(() => undefined);
  expect(seen.length).toBe(117);
});

test.each([
  ['without a key', { idempotency: false }, 'not-idempotent', 'no idempotency key'],
  ['without a budget', { retry: { budget: 0 } }, 'budget-exhausted', 'too many calls'],
])('an error %s says why the call was not sent again', async (...row) => {
  const [, options, reason, words] = row;
  const { client, clock } = bench([reset], options);
  const error = await clock.run(client.create({}).catch((cause: unknown) => cause));
  expect(error).toMatchObject({ retryReason: reason, message: expect.stringContaining(words) });
});

test('whatever a server does, a call is over by its deadline', async () => {
  const faults = fc.constantFrom<() => Answer>(
    reset,
    cutOff,
    status(500),
    status(429),
    status(503, { 'retry-after': '3' }),
    status(429, { 'retry-after': '7' }),
    status(429, { 'retry-after': '3000000' }),
    () => () => new Promise(() => undefined),
  );
  const script = fc.array(faults, { minLength: 1, maxLength: 8 });
  const deadlines = fc.integer({ min: 1, max: 60_000 });
  await fc.assert(
    fc.asyncProperty(script, deadlines, async (answers, deadlineMs) => {
      const { client, clock } = bench(answers, { retry: { maxAttempts: 9 } });
      const startedAt = clock.now();
      await clock.run(client.get('a', { deadlineMs }).catch(() => undefined));
      expect(clock.now() - startedAt).toBeLessThanOrEqual(deadlineMs);
      expect(clock.pending).toBe(0);
    }),
    { numRuns: 60, seed: 3 },
  );
});

test('a success that is not what the API promises is final, and pays nothing back', async () => {
  const page = (): Response => new Response('<html>', { headers: { 'content-type': 'text/html' } });
  const answers = [status(500), page, status(500)];
  const { client, clock, seen } = bench(answers, { retry: { budget: 5 } });
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({
    kind: 'decode',
    retryReason: 'final-answer',
    attempts: [{ reason: 'server-error' }, { reason: 'final-answer' }],
  });
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({
    retryReason: 'budget-exhausted',
  });
  expect(seen.length).toBe(3);
});
