import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRetryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 0, 1);
const inThreeSeconds = 'Thu, 01 Jan 2026 00:00:03 GMT';

test.each([
  [{ 'retry-after': '2' }, 2000],
  [{ 'retry-after': ' 2 ' }, 2000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '1.5' }, 1500],
  [{ 'retry-after': '1.25' }, 1250],
  [{ 'retry-after': '2, 2' }, 2000],
  [{ 'retry-after': '3000000' }, 3_000_000_000],
  [{ 'retry-after': inThreeSeconds }, 3000],
  [{ 'retry-after': 'Thursday, 01-Jan-26 00:00:03 GMT' }, 3000],
  [{ 'retry-after': 'Thu Jan  1 00:00:03 2026' }, 3000],
  [{ 'retry-after': inThreeSeconds, date: 'Thu, 01 Jan 2026 00:00:01 GMT' }, 2000],
  [{ 'retry-after': inThreeSeconds, date: 'Thu, 01 Jan 2026 01:00:00 GMT' }, 0],
  [{ 'retry-after-ms': '300', 'retry-after': '5' }, 300],
])('%j asks for a wait of %j ms', (headers, want) => {
  expect(readRetryAfterMs(new Headers(headers), now)).toBe(want);
});

test.each([
  '-5',
  'soon',
  'Infinity',
  '0x2',
  '1, 2',
  '1e3',
  '',
  '.5',
  '5.',
  'NaN',
  '2026'.repeat(0),
])('%j names no wait', (text) => {
  expect(readRetryAfterMs(new Headers({ 'retry-after': text }), now)).toBeUndefined();
});

test('no header makes the wait negative, infinite or no number', () => {
  const nearMiss = fc.stringMatching(/^[\d.,:eE+ -]{0,40}$/);
  const digits = fc.stringMatching(/^\d{1,400}$/);
  fc.assert(
    fc.property(fc.oneof(nearMiss, digits), (text) => {
      const wait = readRetryAfterMs(
        new Headers({ 'retry-after': text, 'retry-after-ms': text }),
        now,
      );
      expect(wait === undefined || (wait >= 0 && Number.isFinite(wait))).toBe(true);
    }),
  );
});
