import { expect, test } from 'vitest';
import { predictWait } from './predict-wait.ts';

const minute = {
  policy: 'minute',
  remaining: 5,
  limit: 10,
  windowMs: 60_000,
  resetAfterMs: 30_000,
};
const state = { windows: [minute], inFlight: 0, pausedForMs: 0 };

test.each([
  ['the first call that fits', 4, 0],
  ['the first that does not', 5, 30_000],
  ['the last of the next window', 14, 30_000],
  ['the first of the window after it', 15, 90_000],
])('%s waits for its window', (_, ahead, waitMs) => {
  expect(predictWait(state, ahead, 0).waitMs).toBe(waitMs);
});

test('time that has passed since shortens the wait, and a window that ended causes none', () => {
  expect(predictWait(state, 5, 10_000)).toMatchObject({
    waitMs: 20_000,
    policy: 'minute',
    limit: 10,
  });
  expect(predictWait(state, 5, 30_000).waitMs).toBe(0);
});

test('a pause holds every call, and the longest wait counts', () => {
  const paused = { ...state, pausedForMs: 9000 };
  expect(predictWait(paused, 0, 4000)).toEqual({ waitMs: 5000 });
  expect(predictWait(paused, 5, 0).waitMs).toBe(30_000);
});

test('what is not known, or only guessed, sends no call away', () => {
  const { resetAfterMs: _, ...open } = minute;
  const guessed = { ...minute, policy: 'learned' };
  expect(predictWait({ ...state, windows: [open, guessed] }, 99, 0).waitMs).toBe(0);
});

test('of a window whose length is not known, the calls that fit wait for nothing', () => {
  const { windowMs: _, ...short } = minute;
  expect(predictWait({ ...state, windows: [short] }, 4, 0).waitMs).toBe(0);
  expect(predictWait({ ...state, windows: [short] }, 99, 0).waitMs).toBe(30_000);
});

test('a window of which only the end is known sends no call away', () => {
  const unknown = { policy: 'minute', resetAfterMs: 30_000 };
  expect(predictWait({ ...state, windows: [unknown] }, 99, 0).waitMs).toBe(0);
});

test('a window that has ended causes no wait, however many are before', () => {
  expect(predictWait(state, 99, 30_000).waitMs).toBe(0);
  expect(predictWait(state, 99, 31_000).waitMs).toBe(0);
});

test.each([
  ['the longer', 5, 90_000, 'hour'],
  ['the first of two that are the same', 5, 30_000, 'hour'],
  ['the longer, if it comes later', 5, 20_000, 'minute'],
])('of several windows %s wait is the one that is named', (...row) => {
  const [, ahead, resetAfterMs, policy] = row;
  const hour = { ...minute, policy: 'hour', resetAfterMs };
  const longest = Math.max(resetAfterMs, 30_000);
  const want = { waitMs: longest, policy, resetAfterMs: longest };
  expect(predictWait({ ...state, windows: [hour, minute] }, ahead, 0)).toMatchObject(want);
});
