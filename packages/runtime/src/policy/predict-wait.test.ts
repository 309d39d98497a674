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
