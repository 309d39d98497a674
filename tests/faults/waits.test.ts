import type { ProductClientOptions } from '@product/api-client';
import { expect, test } from 'vitest';
import { errorOf, faultBench, reasonsOf, waitsOf } from './fault-bench.ts';
import { type Answer, answer, type Script } from './steps.ts';

const refused = (headers: Answer['headers'], status = 429): Script => [
  answer({
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: '{"code":"rate_limit_exceeded"}',
  }),
];
const fine: Script = [answer()];
const date = 'Sun, 15 Jun 2025 15:06:40 GMT'; // the first instant of the clock
const patch = { title: 'Refused, so not done' };

/** How long a call is held back after a refusal with these headers, in milliseconds. */
async function heldBackMs(headers: Answer['headers'], status?: number): Promise<number> {
  const { client } = await faultBench([refused(headers, status), fine]);
  const result = await client.tasks.update('task_1', patch).withResponse();
  expect(result.attempts).toHaveLength(2);
  return result.attempts[1]?.waitMs ?? 0;
}

test('17 Retry-After 0: the wait is a backoff, for a 429 and for a 503', async () => {
  expect(await heldBackMs({ 'Retry-After': '0' })).toBe(250);
  expect(await heldBackMs({ 'Retry-After': '0' }, 503)).toBe(250);
});

test.each(['-5', 'soon', 'Infinity', '0x2', '1, 2', '1e3', '٣', ''])(
  '18 Retry-After %j: it is ignored, and the wait is a backoff',
  async (text) => {
    expect(await heldBackMs({ 'Retry-After': text })).toBe(250);
  },
);

test('18 Retry-After sent twice with one value: it counts', async () => {
  // Up to a tenth is added on top, here half of it.
  expect(await heldBackMs({ 'Retry-After': ['2', '2'] })).toBe(2100);
  expect(await heldBackMs({ 'Retry-After': ['2', '3'] })).toBe(250);
});

test('18 Retry-After that is no wait: a 503 says then nothing of what was done, so a PATCH ends', async () => {
  const { client, server } = await faultBench([refused({ 'Retry-After': 'soon' }, 503), fine]);
  const error = await errorOf(client.tasks.update('task_1', patch));
  expect(error).toMatchObject({ kind: 'server', status: 503 });
  expect(reasonsOf(error)).toEqual(['not-idempotent']);
  expect(server.requests).toHaveLength(1);
});

test.each(['1000000', '3000000', '99999999999999999999'])(
  '19 Retry-After %s s: the call fails at once, and so does the next one without being sent',
  async (seconds) => {
    const { client, server, clock } = await faultBench([refused({ 'Retry-After': seconds })]);
    const error = await errorOf(client.tasks.get('task_1'));
    const retryAfterMs = Math.min(Number(seconds) * 1000, Number.MAX_SAFE_INTEGER);
    expect(error).toMatchObject({ kind: 'rate-limit', status: 429, retryAfterMs });
    expect(reasonsOf(error)).toEqual(['wait-too-long']);
    const next = await errorOf(client.tasks.get('task_1'));
    expect(next).toMatchObject({ kind: 'rate-limit', code: 'rate_limit_wait_too_long' });
    expect(next.attempts).toEqual([]);
    expect(clock.slept).toEqual([]);
    expect(server.requests).toHaveLength(1);
  },
);

test('19 Retry-After 1000000 s on a 503: the call fails at once', async () => {
  const { client, clock } = await faultBench([refused({ 'Retry-After': '1000000' }, 503)]);
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'server', status: 503 });
  expect(reasonsOf(error)).toEqual(['wait-too-long']);
  expect(clock.slept).toEqual([]);
});

/** The same instant, 20 s after the answer, in the three formats of RFC 9110 section 5.6.7. */
const formats: readonly (readonly [string, string])[] = [
  ['of today', 'Sun, 15 Jun 2025 15:07:00 GMT'],
  ['of RFC 850', 'Sunday, 15-Jun-25 15:07:00 GMT'],
  ['of asctime', 'Sun Jun 15 15:07:00 2025'],
];

test.each(formats)(
  '20 Retry-After as a date in the format %s: it is a wait of 20 s',
  async (...row) => {
    expect(await heldBackMs({ 'Retry-After': row[1], date })).toBe(20_500);
  },
);

test('20 Retry-After as a date of a skewed clock: it is compared with the Date of the answer', async () => {
  const headers = { date: 'Sat, 14 Jun 2025 10:00:00 GMT' };
  const skewed = { ...headers, 'Retry-After': 'Sat, 14 Jun 2025 10:00:20 GMT' };
  expect(await heldBackMs(skewed)).toBe(20_500);
});

test('20 Retry-After as a date in the past: the wait is a backoff', async () => {
  expect(await heldBackMs({ 'Retry-After': 'Sun, 15 Jun 2025 15:06:39 GMT', date })).toBe(250);
});

/** The same instant, 30 s after the first of the clock, in each unit in use. */
const resets: readonly (readonly [string, string])[] = [
  ['epoch seconds', '1750000030'],
  ['epoch milliseconds', '1750000030000'],
  ['seconds from now', '30'],
  ['a duration of Go', '0m30s'],
  ['an instant of ISO 8601', '2025-06-15T15:07:10Z'],
];

test.each(resets)('21 a reset in %s: the error names it as a wait of 30 s', async (...row) => {
  const headers = { date, 'x-ratelimit-limit': '9', 'x-ratelimit-remaining': '0' };
  const { client, clock } = await faultBench([
    [answer({ headers: { ...headers, 'x-ratelimit-reset': row[1] } })],
    fine,
  ]);
  await client.tasks.get('task_1');
  const { attempts } = await client.tasks.get('task_1').withResponse();
  expect(attempts[0]?.waitMs).toBeGreaterThanOrEqual(30_000);
  expect(clock.elapsedMs).toBeLessThanOrEqual(31_000);
});

/** Fields that contradict themselves or each other. */
const nonsense: readonly (readonly [string, Answer['headers']])[] = [
  ['no list at all', { RateLimit: '"unterminated;r=1;t', 'RateLimit-Policy': ';;;q=,=' }],
  ['negative numbers', { RateLimit: '"hour";r=-1;t=-5', 'X-RateLimit-Remaining': '-3' }],
  ['a remaining over the limit', { 'X-RateLimit-Limit': '5', 'X-RateLimit-Remaining': '900' }],
  ['a reset in 30 years', { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '1000000000' }],
  ['a t of 30 years', { RateLimit: '"hour";r=0;t=1000000000' }],
  ['a remaining of 400 digits', { 'X-RateLimit-Remaining': '9'.repeat(400) }],
  ['numbers that are none', { 'X-RateLimit-Remaining': 'NaN', 'X-RateLimit-Reset': 'Infinity' }],
];

test.each(nonsense)('22 RateLimit fields with %s: no call fails or stalls', async (...row) => {
  const { client, clock } = await faultBench([[answer({ headers: row[1] ?? {} })], fine]);
  await client.tasks.get('task_1');
  expect(await client.tasks.get('task_1')).toEqual({ id: 'task_1' });
  // What is exhausted and names no end is taken to last a second.
  expect(clock.elapsedMs).toBeLessThanOrEqual(1100);
});

test('22 a reset beyond maxWaitMs: the call fails at once and says when to come back', async () => {
  const options: ProductClientOptions = { rateLimit: { maxWaitMs: 5000 } };
  const headers = { RateLimit: '"hour";r=0;t=3600', 'RateLimit-Policy': '"hour";q=9;w=3600' };
  const { client, clock, server } = await faultBench([[answer({ headers })]], options);
  await client.tasks.get('task_1');
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'rate-limit', retryAfterMs: 3_600_000, limit: 9 });
  expect(clock.slept).toEqual([]);
  expect(server.requests).toHaveLength(1);
});

test('17 to 22: waits of a call that is refused again and again only grow by the backoff', async () => {
  const { client } = await faultBench([refused({}), refused({}), refused({}), fine]);
  const result = await client.tasks.get('task_1').withResponse();
  expect(waitsOf(result)).toEqual([0, 250, 500, 1000]);
});

test('19 Retry-After 1 s again and again: the call ends when all its waits come to maxWaitMs', async () => {
  const options: ProductClientOptions = { rateLimit: { maxWaitMs: 10_000 } };
  const { client, clock } = await faultBench([refused({ 'Retry-After': '1' })], options);
  const error = await errorOf(client.tasks.get('task_1'));
  expect(error).toMatchObject({ kind: 'rate-limit', status: 429 });
  expect(clock.elapsedMs).toBeLessThanOrEqual(12_000);
});
