import { expect, test } from 'vitest';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { bench, KEY, ok, problem } from '../testing/example-client.ts';
import type { ClientEvent } from './events.ts';

/** A listener that keeps what it hears. */
function listener() {
  const events: ClientEvent[] = [];
  return { events, onEvent: (event: ClientEvent) => void events.push(event) };
}

const facts = { operation: 'tasks.get', method: 'GET', path: '/tasks/{task_id}' };

test('the events of a call tell its whole course, with one id', async () => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([() => problem(503), () => ok()], { onEvent });
  await clock.run(client.get('a'));
  const callId = 'callId' in events[0]! ? events[0].callId : '';
  expect(callId).toMatch(/^[0-9a-f-]{36}$/);
  const call = { callId, ...facts };
  expect(events).toEqual([
    { type: 'call-start', ...call },
    { type: 'attempt-start', ...call, attempt: 1 },
    {
      ...{ type: 'attempt', ...call, attempt: 1, status: 503 },
      ...{ waitMs: 0, durationMs: 0, bytes: 39, reason: 'server-error' },
    },
    { type: 'retry', ...call, attempt: 1, reason: 'server-error', waitMs: 250 },
    { type: 'attempt-start', ...call, attempt: 2 },
    {
      ...{ type: 'attempt', ...call, attempt: 2, status: 200 },
      ...{ waitMs: 250, durationMs: 0, bytes: 15, reason: 'succeeded' },
    },
    { type: 'call-end', ...call, attempts: 2, durationMs: 250, status: 200 },
  ]);
});

test('two calls have two ids', async () => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([() => ok()], { onEvent });
  await clock.run(Promise.all([client.get('a'), client.get('b')]));
  const ids = events.map((event) => ('callId' in event ? event.callId : undefined));
  expect(new Set(ids).size).toBe(2);
});

const ends = [
  { title: 'an error status', answer: () => problem(404), want: { status: 404 } },
  {
    title: 'a lost connection',
    answer: () => new TypeError('fetch failed'),
    want: { error: { kind: 'connection', code: 'connection_failed' } },
  },
];

test.each(ends)('a call that ends with $title says so', async ({ answer, want }) => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([answer], { onEvent, retry: { maxAttempts: 1 } });
  await clock.run(client.get('a').catch(() => undefined));
  const call = { callId: expect.any(String), ...facts };
  const end = { type: 'call-end', ...call, attempts: 1, durationMs: 0, ...want };
  expect(events.at(-1)).toEqual(end);
});

test('a call that is aborted while it waits ends without an attempt of its own', async () => {
  const { events, onEvent } = listener();
  const exhausted = { 'retry-after': '9' };
  const { client, clock } = bench([() => problem(429, exhausted)], { onEvent });
  const controller = new AbortController();
  const call = client.get('a', { signal: controller.signal });
  await clock.run(Promise.race([call.catch(() => undefined), clock.sleep(5)]));
  controller.abort();
  await clock.run(call.catch(() => undefined));
  expect(events.at(-1)).toMatchObject({
    type: 'call-end',
    attempts: 1,
    error: { code: 'aborted' },
  });
});

test('client.api tells the same events', async () => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([() => ok()], { onEvent });
  // The example client has no paths in its type; at run time it has all of them.
  const request: (method: string, path: string) => Promise<unknown> = client.api.request as never;
  await clock.run(request('get', '/tasks'));
  expect(events.map(({ type }) => type)).toEqual([
    ...['call-start', 'attempt-start', 'attempt', 'call-end'],
  ]);
  expect(events[0]).toMatchObject({ operation: 'tasks.list', method: 'GET', path: '/tasks' });
});

test('a deprecated operation is told once by a client and its copies', async () => {
  const { events, onEvent } = listener();
  const headers = {
    deprecation: '@1688169599',
    sunset: 'Wed, 30 Jun 2027 23:59:59 GMT',
    link: `<https://docs.example.com/${KEY}>; rel="deprecation"`,
  };
  const { client, clock } = bench([() => ok({}, headers)], { onEvent });
  await clock.run(client.get('a'));
  await clock.run(client.get('b'));
  await clock.run(client.withOptions({ timeoutMs: 5 }).get('c'));
  await clock.run(client.update({}));
  const told = events.filter(({ type }) => type === 'deprecated');
  expect(told).toEqual([
    {
      ...{ type: 'deprecated', callId: expect.any(String), ...facts },
      deprecatedAt: 1_688_169_599_000,
      sunsetAt: Date.UTC(2027, 5, 30, 23, 59, 59),
      link: 'https://docs.example.com/[secret]',
    },
    expect.objectContaining({ operation: 'tasks.update' }),
  ]);
});

test('a deprecation that nobody could hear of is told to the first who listens', async () => {
  const { events, onEvent } = listener();
  const telemetry: Telemetry = { trace: (_step, work) => work() };
  const { client, clock } = bench([() => ok({}, { deprecation: 'true' })], { telemetry });
  await clock.run(client.get('a'));
  await clock.run(client.withOptions({ onEvent }).get('a'));
  expect(events.map(({ type }) => type)).toContain('deprecated');
});

const refusals = [
  { status: 401, headers: {}, want: true },
  { status: 403, headers: {}, want: true },
  { status: 403, headers: { 'retry-after': '3600' }, want: false },
];

test.each(refusals)('$status with $headers is a failed authentication: $want', async (row) => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([() => problem(row.status, row.headers)], { onEvent });
  await clock.run(client.get('a').catch(() => undefined));
  expect(events.some(({ type }) => type === 'auth-failure')).toBe(row.want);
});

test('an error answer tells of a deprecation too', async () => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([() => problem(404, { deprecation: 'true' })], { onEvent });
  await clock.run(client.get('a').catch(() => undefined));
  expect(events.map(({ type }) => type)).toContain('deprecated');
});

test('at the lowest level a logger gets both messages, and neither bodies nor secrets', async () => {
  const lines: unknown[] = [];
  const write = (message: string, fields?: object) => void lines.push([message, fields]);
  const logger = { debug: write, info: write, warn: write, error: write };
  const answer = () => ok({ id: 'task_1', note: KEY }, { 'x-request-id': KEY, 'set-cookie': KEY });
  const { client, clock } = bench([answer], { logger, logLevel: 'debug' });
  await clock.run(client.create({ title: 'hunter2' }));
  const text = JSON.stringify(lines);
  expect(text).not.toContain(KEY.slice(8));
  expect(text).not.toContain('hunter2');
  const json = 'application/json';
  expect(lines).toContainEqual([
    '@example/api-client request',
    expect.objectContaining({
      attempt: 1,
      operation: 'tasks.create',
      headers: expect.objectContaining({ 'content-type': json }),
      body: { type: json, length: 19 },
    }),
  ]);
  expect(lines).toContainEqual([
    '@example/api-client answer',
    expect.objectContaining({
      status: 200,
      headers: { 'content-type': json, 'x-request-id': '[secret]' },
      body: { type: json, length: expect.any(Number) },
    }),
  ]);
});

test.each([
  { is: 'granted', apiKey: () => Promise.resolve('key_mock_1'), isGranted: true },
  { is: 'refused', apiKey: () => Promise.reject(new Error('no')), isGranted: false },
])('a request for a token that is $is is told', async ({ apiKey, isGranted }) => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([() => ok()], { onEvent, apiKey });
  await clock.run(client.get('a')).catch(() => undefined);
  const told = events.filter(({ type }) => type === 'token-request');
  expect(told).toMatchObject([{ ...facts, durationMs: 0, isGranted }]);
});

test('it is told once for all calls that use the token', async () => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([() => ok()], { onEvent, apiKey: async () => 'key_mock_1' });
  await clock.run(Promise.all([client.get('a'), client.get('b')]));
  expect(events.filter(({ type }) => type === 'token-request')).toHaveLength(1);
});

test('a key that is known is asked of nobody', async () => {
  const { events, onEvent } = listener();
  const { client, clock } = bench([() => ok()], { onEvent, apiKey: KEY });
  await clock.run(client.get('a'));
  expect(events.filter(({ type }) => type === 'token-request')).toEqual([]);
});
