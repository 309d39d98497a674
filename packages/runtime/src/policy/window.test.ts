import { expect, test } from 'vitest';
import type { OwnCalls, Window } from './bucket-state.ts';
import type { RateLimitReport } from './rate-limit-headers.ts';
import { closeExhausted, isOver, learnWindow, roomIn } from './window.ts';

const now = 1_000_000;
const calls: readonly OwnCalls[] = [{ firstAt: now - 700, lastAt: now - 500, count: 4 }];

/** A window whose length is not stated, and that ends in ten seconds. */
const told: Window = {
  policy: 'a',
  remaining: 5,
  limit: 10,
  windowMs: 10_000,
  resetAt: now + 10_000,
  openedAt: now,
  cost: 1,
  spanMs: undefined,
  calls: [],
  distrust: 2,
  trustedFrom: 0,
};
/** The same, of a stated length. */
const stated: Window = { ...told, spanMs: 10_000 };

function learn(known: Window | undefined, report: Partial<RateLimitReport>, isLatest = false) {
  return learnWindow(known, { policy: 'a', remaining: 7, ...report }, { nowMs: now, isLatest });
}

test('of a new window that is known which the answer tells', () => {
  const nothing = { limit: undefined, windowMs: undefined, resetAt: undefined, spanMs: undefined };
  const fresh = { policy: 'a', remaining: 7, openedAt: now, cost: 1, calls: [], distrust: 2 };
  expect(learn(undefined, {})).toEqual({ ...fresh, ...nothing, trustedFrom: 0 });
  const whole = { limit: 9, windowMs: 4000, resetAfterMs: 3000 };
  const want = { ...fresh, limit: 9, windowMs: 4000, resetAt: now + 3000, spanMs: 4000 };
  expect(learn(undefined, whole)).toEqual({ ...want, trustedFrom: 0 });
});

test.each([
  { title: 'what is left of it', known: undefined, report: { resetAfterMs: 300 }, want: 300 },
  { title: 'the most that was left', known: told, report: { resetAfterMs: 9000 }, want: 10_000 },
  { title: 'more, if more is left', known: told, report: { resetAfterMs: 11_000 }, want: 11_000 },
  { title: 'what is stated', known: told, report: { windowMs: 400 }, want: 400 },
  { title: 'not known', known: undefined, report: {}, want: undefined },
  { title: 'not 0', known: undefined, report: { resetAfterMs: 0 }, want: undefined },
])('the length of a window is $title', ({ known, report, want }) => {
  expect(learn(known, report).windowMs).toBe(want);
});

test('an answer without a limit keeps the limit, the stated length and the account', () => {
  const known = { ...stated, calls, distrust: 8, trustedFrom: 77 };
  const kept = { limit: 10, spanMs: 10_000, calls, distrust: 8, trustedFrom: 77 };
  expect(learn(known, { windowMs: 50 })).toMatchObject(kept);
});

test('a limit that comes without a length ends the account', () => {
  expect(learn(stated, { limit: 10 }).spanMs).toBeUndefined();
});

test.each([
  { title: 'the same end, and more left', resetAfterMs: 10_000, remaining: 7, want: [5, 10_000] },
  { title: 'the same end, and less left', resetAfterMs: 10_000, remaining: 3, want: [3, 10_000] },
  { title: 'an end half a window sooner', resetAfterMs: 5000, remaining: 3, want: [3, 10_000] },
  { title: 'an end sooner than that', resetAfterMs: 4999, remaining: 3, want: [5, 10_000] },
  { title: 'an end 1250 ms later', resetAfterMs: 11_250, remaining: 7, want: [5, 11_250] },
  { title: 'an end later than that', resetAfterMs: 11_251, remaining: 7, want: [7, 11_251] },
])('an answer with $title leaves $want', ({ resetAfterMs, remaining, want }) => {
  const { remaining: left, resetAt = 0, openedAt } = learn(told, { resetAfterMs, remaining });
  expect([left, resetAt - now]).toEqual(want);
  expect(openedAt).toBe(now);
});

test('ends that differ by a second and a quarter are of one window, however short it is', () => {
  const short = { ...told, windowMs: 1000, resetAt: now + 1300 };
  expect(learn(short, { remaining: 3, resetAfterMs: 50 }).remaining).toBe(3);
  expect(learn(short, { remaining: 3, resetAfterMs: 49 })).toBe(short);
});

test('of a window that was thought to begin, an end half a second later is the first to count', () => {
  const { resetAt: _, ...rest } = told;
  const begun = { ...rest, resetAt: undefined, openedAt: now - 100 };
  expect(learn(begun, { remaining: 3, resetAfterMs: 399 })).toBe(begun);
  expect(learn(begun, { remaining: 3, resetAfterMs: 400 })).toMatchObject({
    remaining: 3,
    resetAt: now + 400,
    openedAt: now - 100,
  });
  expect(learn(begun, { remaining: 7, resetAfterMs: 60_000 }).remaining).toBe(5);
});

test('an answer without an end, or about a window of which nothing is left to tell, counts as it is', () => {
  expect(learn(told, {})).toMatchObject({ remaining: 7, resetAt: undefined });
  const unknown = { ...told, remaining: undefined };
  expect(learn(unknown, { resetAfterMs: 10_000 }).remaining).toBe(7);
});

test.each([
  { title: 'the latest answer is believed', isLatest: true, resetAfterMs: 100, want: 7 },
  { title: 'an answer raises nothing', isLatest: false, resetAfterMs: 12_000, want: 5 },
  { title: 'an old answer raises nothing', isLatest: false, resetAfterMs: 100, want: 5 },
  { title: 'a later window replaces it', isLatest: false, resetAfterMs: 12_001, want: 7 },
])('of a window of a stated length $title', ({ isLatest, resetAfterMs, want }) => {
  expect(learn(stated, { limit: 10, resetAfterMs }, isLatest).remaining).toBe(want);
});

test('even the latest answer raises nothing where others use the window too', () => {
  const doubted = { ...stated, trustedFrom: now + 1 };
  const report = { limit: 10, resetAfterMs: 10_000 };
  expect(learn(doubted, report, true).remaining).toBe(5);
  expect(learn({ ...stated, trustedFrom: now }, report, true).remaining).toBe(7);
});

test.each([
  { title: 'the first costs what is gone', known: undefined, remaining: 900, cost: 100 },
  { title: 'the first costs one at least', known: undefined, remaining: 1000, cost: 1 },
  { title: 'a dearer one raises it by an eighth', known: 900, remaining: 700, cost: 112.5 },
  { title: 'a cheaper one lowers it by an eighth', known: 900, remaining: 880, cost: 90 },
  { title: 'none that is gone leaves it', known: 900, remaining: 900, cost: 100 },
  { title: 'more than before leaves it', known: 900, remaining: 950, cost: 100 },
])('of calls that cost units $title', ({ known, remaining, cost }) => {
  const before = known === undefined ? undefined : { ...told, remaining: known, cost: 100 };
  expect(learn(before, { limit: 1000, remaining, inUnits: true }).cost).toBe(cost);
});

test('a call costs one where nothing tells how many units it does', () => {
  expect(learn(undefined, { remaining: 50, inUnits: true }).cost).toBe(1);
  expect(learn({ ...told, cost: 40 }, { remaining: 1 }).cost).toBe(1);
  expect(learn({ ...told, remaining: 5, cost: 1 }, { remaining: 4.5, inUnits: true }).cost).toBe(1);
  const unknown = { ...told, remaining: undefined, cost: 40 };
  expect(learn(unknown, { remaining: 4, inUnits: true }).cost).toBe(40);
});

test('a window that is used up ends after its length, or a second, if no answer told when', () => {
  const open = { ...told, remaining: 0, resetAt: undefined };
  expect(closeExhausted(open, now).resetAt).toBe(now + 10_000);
  expect(closeExhausted({ ...open, windowMs: undefined }, now).resetAt).toBe(now + 1000);
  for (const window of [told, { ...told, remaining: 0 }, { ...open, remaining: 1 }])
    expect(closeExhausted(window, now)).toBe(window);
});

test('a window is over from its end on', () => {
  expect([now + 9999, now + 10_000, now + 10_001].map((at) => isOver(told, at))).toEqual([
    false,
    true,
    true,
  ]);
  expect(isOver({ ...told, resetAt: undefined }, now)).toBe(false);
});

const present = { nowMs: now, inFlight: 0, keep: 0 };

test.each([
  { title: 'what remains', window: {}, keep: 0, free: 5 },
  { title: 'one, if nothing is known', window: { remaining: undefined }, keep: 0, free: 1 },
  { title: 'what remains less what is kept', window: {}, keep: 2, free: 3 },
  { title: 'none, if all is kept', window: {}, keep: 9, free: 0 },
  { title: 'all but the limit less one', window: { limit: 4 }, keep: 9, free: 2 },
  { title: 'none, if no limit is known', window: { limit: undefined }, keep: 9, free: 0 },
  { title: 'all of one that may be new', window: { resetAt: undefined }, keep: 9, free: 5 },
  { title: 'units by the cost, up', window: { remaining: 11, cost: 3 }, keep: 0, free: 4 },
  { title: 'units by the cost, down', window: { remaining: 10, cost: 3 }, keep: 0, free: 3 },
])('without an account there is room for $title', ({ window, keep, free }) => {
  const opensAt = free === 0 ? now + 10_000 : undefined;
  expect(roomIn({ ...told, ...window }, { ...present, keep })).toEqual({ free, opensAt });
});

const full = [{ firstAt: now - 9000, lastAt: now - 9000, count: 10 }];

test.each([
  { title: 'the account, where it has more', window: { remaining: 0 }, want: [10, 10_000] },
  { title: 'what was told, where that is more', window: { calls: full }, want: [5, 1000] },
  { title: 'neither before the sooner', window: { remaining: 0, calls: full }, want: [0, 1000] },
  {
    title: 'neither before the reset, if it is sooner',
    window: { remaining: 0, calls: full, resetAt: now + 400 },
    want: [0, 400],
  },
  {
    title: 'one call, if the window is only thought to be new',
    window: { calls: full, resetAt: undefined },
    want: [1, 1000],
  },
  {
    title: 'none, if it is thought to be new and used up',
    window: { remaining: 0, calls: full, resetAt: undefined },
    want: [0, 1000],
  },
  { title: 'either at any time', window: {}, want: [10, -now] },
])('beside an account there is room for $title', ({ window, want }) => {
  const { free, opensAt = 0 } = roomIn({ ...stated, ...window }, present);
  expect([free, opensAt - now]).toEqual(want);
});
