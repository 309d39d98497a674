import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullJitterMs, probeAfterMs, withJitterOnTopMs } from './backoff.ts';

const bounds = { baseDelayMs: 500, maxDelayMs: 20_000 };
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test.each([
  [1, 500],
  [2, 1000],
  [6, 16_000],
  [7, 20_000],
  [2000, 20_000],
])('after attempt %d the wait is drawn from 0 to %d ms', (attempt, bound) => {
  expect(fullJitterMs(attempt, bounds, 0)).toBe(0);
  expect(fullJitterMs(attempt, bounds, 0.999)).toBeCloseTo(0.999 * bound);
});

test('the backoff stays within its bounds, whatever they are', () => {
  const delay = fc.double({ min: 0, max: 2 ** 31, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), delay, delay, chance, (...drawn) => {
      const [attempt, baseDelayMs, maxDelayMs, random] = drawn;
      const wait = fullJitterMs(attempt, { baseDelayMs, maxDelayMs }, random);
      expect(wait >= 0 && wait <= maxDelayMs).toBe(true);
    }),
  );
});

test('a pause that no server named is from a quarter of its bound to three', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), chance, (refusals, random) => {
      const bound = fullJitterMs(refusals + 1, bounds, 1);
      const pause = probeAfterMs(refusals, bounds, random);
      expect(pause >= bound / 4 && pause <= (bound * 3) / 4).toBe(true);
    }),
  );
});

test('jitter is only ever added to what the server said', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), chance, (named, random) => {
      const wait = withJitterOnTopMs(named, random);
      expect(wait >= named && wait <= named + 1000).toBe(true);
    }),
  );
});
