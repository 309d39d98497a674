import { expect, test } from 'vitest';
import type { Window } from './bucket-state.ts';
import { addOwnCall, isTrusted, roomByOwnCalls, suspectOthers } from './own-calls.ts';

const now = 1_000_000;
const window: Window = {
  policy: 'a',
  remaining: 0,
  limit: 10,
  windowMs: 60_000,
  resetAt: now + 60_000,
  openedAt: now,
  cost: 1,
  spanMs: 60_000,
  calls: [],
  distrust: 2,
  trustedFrom: 0,
};

/** The window after calls that were answered at these instants, in milliseconds after `now`. */
function after(...instants: readonly number[]): Window {
  return instants.reduce((sum, at) => addOwnCall(sum, now + at), window);
}

function look(known: Window, afterMs: number, { inFlight = 0, keep = 0 } = {}) {
  const room = roomByOwnCalls(known, { nowMs: now + afterMs, inFlight, keep });
  return room && [room.free, room.opensAt === undefined ? undefined : room.opensAt - now];
}

test.each([
  { instants: [], at: 0, want: [10, undefined] },
  { instants: [0, 5000], at: 5000, want: [8, undefined] },
  { instants: [0, 5000], at: 60_000, want: [9, undefined] },
  { instants: [0, 5000], at: 64_999, want: [9, undefined] },
  { instants: [0, 5000], at: 65_000, want: [10, undefined] },
  { instants: [0, 5000], at: 6000, inFlight: 8, want: [8, 60_000] },
  { instants: [0, 5000], at: 6000, inFlight: 9, want: [8, 65_000] },
  { instants: [0, 5000], at: 6000, inFlight: 10, want: [8, undefined] },
  { instants: [0, 5000], at: 6000, keep: 3, want: [5, undefined] },
  { instants: [0, 5000], at: 6000, inFlight: 5, keep: 3, want: [5, 60_000] },
  { instants: [], at: 0, keep: 30, want: [1, undefined] },
])('after answers at $instants room at $at is $want', ({ instants, at, inFlight, keep, want }) => {
  expect(look(after(...instants), at, { inFlight, keep })).toEqual(want);
});

test('calls that are answered at nearly the same time leave together, with the last of them', () => {
  const burst = after(0, 200, 599, 600);
  expect(burst.calls.map(({ count }) => count)).toEqual([3, 1]);
  expect(look(burst, 60_100)).toEqual([6, undefined]);
  expect(look(burst, 60_599)).toEqual([9, undefined]);
});

test('the account has a bound, however many calls there are', () => {
  let busy = window;
  for (let at = 0; at < 130_000; at += 50) busy = addOwnCall(busy, now + at);
  expect(busy.calls.length).toBeLessThanOrEqual(105);
  const told = busy.calls.reduce((sum, { count }) => sum + count, 0);
  expect(told).toBeGreaterThanOrEqual(62_000 / 50);
});

test.each([
  { told: "as many as are one's own", remaining: 7, inFlight: 1, trusted: true },
  { told: 'fewer', remaining: 9, inFlight: 1, trusted: true },
  { told: 'one more', remaining: 6, inFlight: 1, trusted: false },
  { told: 'one more, which is under way', remaining: 6, inFlight: 2, trusted: true },
  {
    told: 'those of the window before, when a new one has begun',
    remaining: 7,
    inFlight: 1,
    resetAfterMs: 60_000,
    trusted: false,
  },
])("a report of $told: one's own account is trusted: $trusted", (example) => {
  const { remaining, inFlight, trusted, resetAfterMs = 57_000 } = example;
  const report = { policy: 'a', remaining, limit: 10, resetAfterMs };
  const judged = suspectOthers(after(0, 700), report, {
    nowMs: now + 3000,
    inFlight,
    isRefused: false,
  });
  expect(isTrusted(judged, now + 3000)).toBe(trusted);
  expect(isTrusted(judged, now + 3000 + 4 * 60_000)).toBe(true);
});

test('a refusal for which the account had room is for others; each such error doubles the distrust', () => {
  const report = { policy: 'a', remaining: 0, limit: 10, resetAfterMs: 30_000 };
  const refuse = (known: Window, nowMs: number, inFlight = 10): Window =>
    suspectOthers(known, report, { nowMs, inFlight, isRefused: true });
  const once = refuse(window, now);
  expect(once.trustedFrom).toBe(now + 4 * 60_000);
  expect(refuse(once, now + 1000)).toBe(once);
  expect(refuse(once, now + 1000, 9).trustedFrom).toBe(now + 1000 + 4 * 60_000);
  expect(refuse(once, once.trustedFrom).trustedFrom).toBe(once.trustedFrom + 8 * 60_000);
});

test('of a window whose length is not stated there is no account', () => {
  const vague = addOwnCall({ ...window, spanMs: undefined }, now);
  expect(vague.calls).toEqual([]);
  expect(look(vague, 0)).toBeUndefined();
  const report = { policy: 'a', remaining: 0, limit: 10 };
  expect(suspectOthers(vague, report, { nowMs: now, inFlight: 0, isRefused: false })).toBe(vague);
});

test('a call leaves the account a window and two seconds after its answer', () => {
  expect(after(0, 61_999).calls).toHaveLength(2);
  expect(after(0, 62_000).calls).toHaveLength(1);
});

test.each([
  { at: -58_000, trusted: false },
  { at: -57_999, trusted: true },
])('a call that was answered at $at may be of the window that is told of: $trusted', (example) => {
  const nowMs = now + 1000;
  const report = { policy: 'a', remaining: 8, limit: 10, resetAfterMs: 3000 };
  const judged = suspectOthers(after(example.at), report, { nowMs, inFlight: 1, isRefused: false });
  expect(isTrusted(judged, nowMs)).toBe(example.trusted);
});

test('a refusal for another limit says nothing of a window that has room', () => {
  const report = { policy: 'a', remaining: 3, limit: 10, resetAfterMs: 30_000 };
  const answered = { nowMs: now, inFlight: 7, isRefused: true };
  expect(suspectOthers(window, report, answered)).toBe(window);
});
