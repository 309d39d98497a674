import { expect, test } from 'vitest';
import type { ClientEvent } from '../events/events.ts';
import { bench, KEY, ok, problem } from '../testing/example-client.ts';

const exhausted = {
  'x-ratelimit-limit': '20',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': '9',
};

test('a call that is repeated after a 429 keeps its place before those that came later', async () => {
  const { client, clock, seen } = bench([() => problem(429, { 'retry-after': '2' }), () => ok()]);
  await clock.run(Promise.all(['a', 'b', 'c'].map((id) => client.get(id))));
  expect(seen.map(({ line }) => line.slice(-1))).toEqual(['a', 'a', 'b', 'c']);
});

test('a signal that has aborted before ends a call that the gate would hold', async () => {
  const { client, clock } = bench([() => ok({}, exhausted)]);
  await clock.run(client.get('a'));
  const startedAt = clock.now();
  const call = client.get('b', { signal: AbortSignal.abort() });
  await expect(clock.run(call)).rejects.toMatchObject({ kind: 'abort' });
  expect(clock.now()).toBe(startedAt);
});

test('a call that never left, for want of a key, spends nothing of the limit', async () => {
  const keys = [() => KEY, () => Promise.reject(new Error('vault is down')), () => `${KEY}_2`];
  const lastOne = { ...exhausted, 'x-ratelimit-remaining': '1' };
  const apiKey = (): string | Promise<string> => (keys.shift() ?? (() => KEY))();
  const { client, clock, seen } = bench([() => problem(401, lastOne), () => ok()], { apiKey });
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({ code: 'key_source_failed' });
  await clock.run(client.get('b'));
  expect(seen.map(({ atMs }) => atMs)).toEqual([0, 0]);
});

test('a call that the gate would hold too long fails at once, with what the gate knows', async () => {
  const { client, clock, seen } = bench([() => ok({}, exhausted)]);
  await clock.run(client.get('a'));
  const call = client.get('b', { maxWaitMs: 5000 });
  await expect(clock.run(call)).rejects.toMatchObject({
    kind: 'rate-limit',
    code: 'rate_limit_wait_too_long',
    retryAfterMs: 9000,
    limit: 20,
    attempts: [],
  });
  expect(seen.length).toBe(1);
});

test('a call that was held tells how long', async () => {
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent): void => {
    events.push(event);
  };
  const { client, clock } = bench([() => ok({}, exhausted), () => ok()], { onEvent });
  await clock.run(client.get('a'));
  const { attempts } = await clock.run(client.get('b').withResponse());
  expect(attempts).toMatchObject([{ waitMs: 9000 }]);
  expect(events).toMatchObject([
    { type: 'call-start' },
    { type: 'attempt-start' },
    { type: 'rate-limit-low', policy: 'x-ratelimit', limit: 20, remaining: 0 },
    { type: 'attempt' },
    { type: 'call-end' },
    { type: 'call-start' },
    { type: 'wait', waitMs: 9000 },
    { type: 'attempt-start' },
    { type: 'attempt' },
    { type: 'call-end', durationMs: 9000 },
  ]);
});

test('a clock that moves on with each sleep, as a mock has it, waits in no time', async () => {
  let nowMs = 1_750_000_000_000;
  const clock = {
    now: () => nowMs,
    sleep: async (ms: number): Promise<void> => {
      nowMs += ms;
    },
  };
  const { client, seen } = bench([() => ok({}, exhausted), () => ok()], { clock });
  await client.get('a');
  await Promise.all(Array.from({ length: 5 }, () => client.get('b')));
  expect([seen.length, nowMs - 1_750_000_000_000]).toEqual([6, 9000]);
});

/** Answers that tell of a limit of `limit` calls, of which each call spends one. */
function counting(limit: number, resetSeconds: number): () => Response {
  let remaining = limit;
  return () => {
    remaining = Math.max(0, remaining - 1);
    return ok(
      {},
      {
        'x-ratelimit-limit': `${limit}`,
        'x-ratelimit-remaining': `${remaining}`,
        'x-ratelimit-reset': `${1_750_000_000 + resetSeconds}`,
      },
    );
  };
}

test('a call whose position in the line makes it too late fails at once, the others wait', async () => {
  const { client, clock } = bench([counting(10, 30)]);
  await clock.run(client.get('a'));
  const startedAt = clock.now();
  const ends: [string, number][] = [];
  const calls = Array.from({ length: 25 }, () =>
    client.get('b').then(
      () => ends.push(['ok', clock.now() - startedAt]),
      (error) => ends.push([error.policy, clock.now() - startedAt, error] as never),
    ),
  );
  await clock.run(Promise.all(calls.slice(0, 9)));
  expect(ends.filter(([kind]) => kind === 'ok').length).toBe(9);
  const late = client.get('c', { maxWaitMs: 5000 });
  await expect(late).rejects.toMatchObject({
    code: 'rate_limit_wait_too_long',
    policy: 'x-ratelimit',
    // 16 wait before it, and a window holds 10.
    retryAfterMs: 60_000,
    resetAt: startedAt + 30_000,
  });
  expect(clock.now()).toBe(startedAt);
  await clock.run(Promise.all(calls));
});

test('an interactive call goes before normal ones that came earlier, and uses what is reserved', async () => {
  const { client, clock, seen } = bench([counting(4, 30)], { rateLimit: { reserve: 2 } });
  await clock.run(client.get('first'));
  const calls = [
    ...Array.from({ length: 3 }, () => client.get('normal')),
    client.get('urgent', { priority: 'interactive' }),
  ];
  await clock.run(Promise.all(calls));
  const early = seen.filter(({ atMs }) => atMs < 30_000).map(({ line }) => line.split('/').at(-1));
  expect(early).toEqual(['first', 'normal', 'urgent']);
});

test('calls that are spread are sent evenly over the window', async () => {
  const { client, clock, seen } = bench([counting(11, 10)], { rateLimit: { pace: 'spread' } });
  await clock.run(Promise.all(Array.from({ length: 11 }, () => client.get('a'))));
  const gaps = seen.slice(2).map(({ atMs }, at) => atMs - (seen[at + 1]?.atMs ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(500);
  expect(seen.at(-1)?.atMs).toBeLessThanOrEqual(10_000);
});

test('403 that names a wait is a refusal for the rate limit, as GitHub has it', async () => {
  const { client, clock, seen } = bench([() => problem(403, { 'retry-after': '2' }), () => ok()]);
  await clock.run(client.update({ a: 1 }));
  expect(seen[1]?.atMs).toBeGreaterThanOrEqual(2000);
  const hopeless = bench([() => problem(403, { 'retry-after': '90' })]);
  await expect(hopeless.clock.run(hopeless.client.get('a'))).rejects.toMatchObject({
    kind: 'rate-limit',
    status: 403,
    retryAfterMs: 90_000,
    retryReason: 'wait-too-long',
  });
});

test('refusals use up no attempts, but all the patience that a call has', async () => {
  const { client, clock, seen } = bench([() => problem(429, { 'retry-after': '1' })]);
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({ kind: 'rate-limit' });
  expect(seen.length).toBeGreaterThan(4);
  expect(seen.length).toBeLessThan(15);
  expect(seen.at(-1)?.atMs).toBeLessThanOrEqual(61_000);
});
