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
    { type: 'rate-limit-low', policy: 'x-ratelimit', limit: 20, remaining: 0 },
    { type: 'attempt' },
    { type: 'wait', waitMs: 9000 },
    { type: 'attempt' },
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
