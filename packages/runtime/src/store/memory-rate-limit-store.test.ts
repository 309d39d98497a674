import { expect, test } from 'vitest';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { MemoryRateLimitStore } from './memory-rate-limit-store.ts';
import { testRateLimitStore } from './store-contract.ts';

testRateLimitStore('the store in memory', () => {
  const clock = new VirtualClock();
  return {
    store: new MemoryRateLimitStore(),
    now: () => clock.now(),
    pass: (ms) => clock.run(clock.sleep(ms)),
    leasesExpire: false,
  };
});

const now = 1_750_000_000_000;
const request = { want: 9, keep: 0, leaseMs: 0, nowMs: now };

test('of a bucket that nothing is known of the state says nothing', () => {
  const { state } = new MemoryRateLimitStore().reserve('a', { ...request, want: 0 });
  expect(state).toEqual({ windows: [], inFlight: 0, refusals: 0, pausedForMs: 0 });
});

test('the state tells of a window what is known, in spans from now', () => {
  const store = new MemoryRateLimitStore();
  const whole = { policy: 'a', remaining: 3, limit: 10, windowMs: 60_000, resetAfterMs: 5000 };
  const vague = { policy: 'b', remaining: 7 };
  const { windows } = store.learn('a', { nowMs: now, reports: [whole, vague] });
  expect(windows).toStrictEqual([whole, vague]);
  // What has ended by now ends in no time, not before.
  const late = store.report('a', 0, { nowMs: now + 6000 }).windows[0];
  expect(late?.resetAfterMs).toBe(0);
});

test('of a window without a limit that has ended nothing is known until an answer tells', () => {
  const store = new MemoryRateLimitStore();
  store.learn('a', { nowMs: now, reports: [{ policy: 'a', remaining: 0, resetAfterMs: 500 }] });
  const { leases, state } = store.reserve('a', { ...request, nowMs: now + 500 });
  expect(leases).toHaveLength(1);
  expect(state.windows).toStrictEqual([{ policy: 'a', windowMs: 500 }]);
});

test('a call that was sent with a lease of another store is no call under way', () => {
  const store = new MemoryRateLimitStore();
  expect(store.learn('a', { nowMs: now, reports: [] }).inFlight).toBe(0);
  expect(store.reserve('a', request).leases).toHaveLength(2);
});

test('a pause is told in milliseconds from now', () => {
  const store = new MemoryRateLimitStore();
  const refused = store.learn('a', { nowMs: now, reports: [], pauseMs: 700 });
  expect(refused).toMatchObject({ pausedForMs: 700, refusals: 1 });
  expect(store.reserve('a', { ...request, nowMs: now + 300 })).toMatchObject({
    leases: [],
    waitMs: 400,
  });
});

test('a window that was guessed is told as one that is, with whole calls', () => {
  const store = new MemoryRateLimitStore();
  for (let call = 0; call < 5; call++) store.learn('a', { nowMs: now, reports: [] });
  const refusal = { reports: [], pauseMs: 1000, named: true };
  expect(store.learn('a', { ...refusal, nowMs: now + 500 }).windows).toEqual([
    { policy: 'learned', remaining: 0, limit: 5, windowMs: now + 1500, resetAfterMs: 1000 },
  ]);
});

test('when patience is lost more calls go, before anything is known', () => {
  const store = new MemoryRateLimitStore();
  expect(store.reserve('a', request).leases).toHaveLength(1);
  store.losePatience('a');
  expect(store.reserve('a', request).leases).toHaveLength(3);
});
