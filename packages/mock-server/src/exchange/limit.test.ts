import { expect, test } from 'vitest';
import { bench, callsOf } from '../test-call.ts';

const plans = { free: { hour: 5, minute: 2 } };

test('every answer to a known key tells both windows', async () => {
  const { call } = bench({ startAt: '2026-01-01T10:20:30Z' });
  const answers = [await call('GET', '/tasks'), await call('GET', '/tasks/task_nope')];
  const [first, second] = answers.map(({ headers }) => ({
    limit: headers.get('x-ratelimit-limit'),
    remaining: headers.get('x-ratelimit-remaining'),
    reset: headers.get('x-ratelimit-reset'),
    policy: headers.get('ratelimit-policy'),
    state: headers.get('ratelimit'),
  }));
  expect(first).toEqual({
    limit: '1000',
    remaining: '999',
    reset: String(Date.parse('2026-01-01T11:00:00Z') / 1000),
    policy: '"hour";q=1000;w=3600, "minute";q=100;w=60',
    state: '"hour";r=999;t=2370, "minute";r=99;t=30',
  });
  expect(second).toMatchObject({ remaining: '998' });
});

test('the minute refuses until the next minute, and refused requests are not counted', async () => {
  const { call, mock } = bench({ plans, startAt: '2026-01-01T00:00:15Z' });
  await call('GET', '/tasks');
  await call('GET', '/tasks');
  const refused = await call('GET', '/tasks');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('45');
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('3');
  expect(refused.body).toMatchObject({ code: 'rate_limit_exceeded' });
  mock.clock.advance({ seconds: 44 });
  expect((await call('GET', '/tasks')).status).toBe(429);
  mock.clock.advance({ seconds: 1 });
  expect((await call('GET', '/tasks')).status).toBe(200);
  expect(mock.violations).toEqual([]);
});

test('when both windows are used up the wait is that of the later one', async () => {
  const { call } = bench({
    plans: { free: { hour: 1, minute: 1 } },
    startAt: '2026-01-01T00:30:30Z',
  });
  await call('GET', '/tasks');
  expect((await call('GET', '/tasks')).headers.get('retry-after')).toBe('1770');
});

test('asking for the limit costs nothing, even when nothing is left', async () => {
  const { call } = bench({ plans: { free: { hour: 1 } } });
  await call('GET', '/tasks');
  expect((await call('GET', '/tasks')).status).toBe(429);
  const asked = await call('GET', '/rate-limit');
  expect(asked.body).toMatchObject({ limit: 1, remaining: 0, plan: 'free' });
  expect((await call('GET', '/rate-limit')).body).toEqual(asked.body);
});

test('each key has its own windows, by its plan', async () => {
  const { call, mock } = bench({ plans });
  const other = callsOf(mock, mock.keys.create({ plan: 'professional' }).secret);
  for (let sent = 0; sent < 3; sent++) await call('GET', '/tasks');
  expect((await call('GET', '/tasks')).status).toBe(429);
  expect((await other('GET', '/tasks')).headers.get('x-ratelimit-limit')).toBe('10000');
});

test('an end of a window is told once', async () => {
  const { call, mock } = bench({ plans });
  const live = callsOf(mock, mock.keys.create({ mode: 'live' }).secret);
  const events = ['rate_limit.reached', 'quota.exceeded'];
  for (const one of [call, live]) {
    await one('POST', '/webhook-endpoints', { body: { url: 'https://example.com/h', events } });
  }
  for (let sent = 0; sent < 3; sent++) await live('GET', '/tasks');
  mock.clock.advance({ minutes: 1 });
  for (let sent = 0; sent < 5; sent++) await live('GET', '/tasks');
  mock.clock.advance({ minutes: 1 });
  for (let sent = 0; sent < 5; sent++) await live('GET', '/tasks');
  expect(mock.webhooks.deliveries.map(({ event }) => event)).toEqual([
    'rate_limit.reached',
    'rate_limit.reached',
    'quota.exceeded',
  ]);
});
