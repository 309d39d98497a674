import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseResetAfterMs } from './reset-time.ts';

const now = 1_767_225_600_000;

test.each([
  ['1767225660', 60_000],
  ['1767225660000', 60_000],
  ['1767225660.5', 60_500],
  ['60', 60_000],
  ['0', 0],
  ['1767225599', 0],
  ['6m0s', 360_000],
  ['1h2m3.5s', 3_723_500],
  ['120ms', 120],
  ['1s', 1000],
  ['1.25s', 1250],
  [' 60 ', 60_000],
  [' 6m0s ', 360_000],
  [String(32 * 86_400), 32 * 86_400_000],
  ['2026-01-01T00:01:00Z', 60_000],
  ['2026-01-01T01:01:00.250+01:00', 60_250],
])('%s is a reset in %d ms', (text, want) => {
  expect(parseResetAfterMs(text, now)).toBeCloseTo(want, 3);
});

test.each([
  '',
  'soon',
  '-1',
  '1e9',
  '1000000000',
  '999999999',
  '3000000',
  '1d',
  's',
  '2026-01-01',
  '9999999999999999',
  'x1s',
  '1sx',
  ' x 1s',
  'on 2026-01-01T00:01:00Z',
  '2026-01-01T00:01:00Z or so',
  'Thu 2026-01-01 00:01:00Z',
  '2026-01-01 00:01:00Z (UTC)',
  String(32 * 86_400 + 1),
])('%j is no reset that can be believed', (text) => {
  expect(parseResetAfterMs(text, now) ?? 0).toBe(0);
});

test('a duration of more than 64 characters is not read', () => {
  expect(parseResetAfterMs('1s'.repeat(32), now)).toBe(32_000);
  expect(parseResetAfterMs(`${'1s'.repeat(31)}10s`, now)).toBeUndefined();
});

test.each([
  ['1000000000', 0, undefined],
  ['1000000000', 999_999_995_000, undefined],
  ['1000000001', 1_000_000_000_000, 1000],
  ['1000000000000', 1_000_000_000_000, undefined],
  ['1000000000001', 1_000_000_000_000, 1],
])('the number %s is told from seconds by its size', (text, serverNowMs, want) => {
  expect(parseResetAfterMs(text, serverNowMs)).toBe(want);
});

test('no text makes it negative, infinite, no number, or longer than a month', () => {
  const nearMiss = fc.stringMatching(/^[\dhmsnuµ.TZ:-]{0,40}$/);
  fc.assert(
    fc.property(fc.oneof(nearMiss, fc.string()), (text) => {
      const wait = parseResetAfterMs(text, now) ?? 0;
      expect(wait >= 0 && wait <= 32 * 86_400_000).toBe(true);
    }),
  );
});
