import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planRetry, retryWaitsMs } from './retry-schedule.ts';

const now = Date.UTC(2026, 0, 1);

test.each([
  { after: 'the first attempt', attempts: 1, waitMs: 5000 },
  { after: 'the second attempt', attempts: 2, waitMs: 300_000 },
  { after: 'the third attempt', attempts: 3, waitMs: 1_800_000 },
  { after: 'the fourth attempt', attempts: 4, waitMs: 7_200_000 },
  { after: 'the ninth attempt', attempts: 9, waitMs: 86_400_000 },
])('the wait after $after is $waitMs ms', ({ attempts, waitMs }) => {
  expect(planRetry({ attempts, now, responseStatus: 500 })).toBe(now + waitMs);
});

test('there is no eleventh attempt', () => {
  expect(planRetry({ attempts: 10, now, responseStatus: 500 })).toBeUndefined();
});

test('an endpoint that is gone is never tried again', () => {
  expect(planRetry({ attempts: 1, now, responseStatus: 410 })).toBeUndefined();
});

test.each([
  { retryAfter: '60', waitMs: 60_000 },
  { retryAfter: ' 60 ', waitMs: 60_000 },
  { retryAfter: '1', waitMs: 5000 },
  { retryAfter: 'Thu, 01 Jan 2026 00:10:00 GMT', waitMs: 600_000 },
  { retryAfter: 'Wed, 31 Dec 2025 00:10:00 GMT', waitMs: 5000 },
  { retryAfter: 'Thu, 99 Jan 2026 00:10:00 GMT', waitMs: 5000 },
  { retryAfter: 'soon', waitMs: 5000 },
  { retryAfter: '-5', waitMs: 5000 },
  { retryAfter: '0x20', waitMs: 5000 },
  { retryAfter: '2026-01-02', waitMs: 5000 },
])('with Retry-After "$retryAfter" the first wait is $waitMs ms', ({ retryAfter, waitMs }) => {
  expect(planRetry({ attempts: 1, now, responseStatus: 503, retryAfter })).toBe(now + waitMs);
});

test('no Retry-After brings an attempt forward', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: retryWaitsMs.length }),
      fc.string(),
      (attempts, retryAfter) => {
        const at = planRetry({ attempts, now, retryAfter });
        expect(at).toBeGreaterThanOrEqual(now + retryWaitsMs[attempts - 1]!);
      },
    ),
  );
});
