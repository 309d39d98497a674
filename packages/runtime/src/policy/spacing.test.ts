import { expect, test } from 'vitest';
import { spacingMs } from './spacing.ts';

const minute = { policy: 'minute', remaining: 9, limit: 10, resetAfterMs: 30_000 };

test.each([
  ['nothing is known', [], 0, 0],
  ['nine calls remain', [minute], 0, 3000],
  ['four of them are under way', [minute], 4, 5000],
  ['all of them are', [minute], 9, 30_000],
  ['another window is tighter', [minute, { ...minute, remaining: 2 }], 0, 10_000],
  ['only the end is known', [{ policy: 'minute', resetAfterMs: 30_000 }], 0, 30_000],
])('when %s calls are spaced accordingly', (...[, windows, inFlight, spacing]) => {
  expect(spacingMs({ windows, inFlight, pausedForMs: 0 })).toBe(spacing);
});
