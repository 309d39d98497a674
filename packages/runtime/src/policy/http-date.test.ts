import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHttpDate } from './http-date.ts';

const now = Date.UTC(2026, 0, 1);

test.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', Date.UTC(1994, 10, 6, 8, 49, 37)],
  ['Sunday, 06-Nov-94 08:49:37 GMT', Date.UTC(1994, 10, 6, 8, 49, 37)],
  ['Sun Nov  6 08:49:37 1994', Date.UTC(1994, 10, 6, 8, 49, 37)],
  ['Wed Nov 16 08:49:37 1994', Date.UTC(1994, 10, 16, 8, 49, 37)],
  ['Thursday, 01-Jan-76 00:00:00 GMT', Date.UTC(2076, 0, 1)],
  ['Friday, 01-Jan-77 00:00:00 GMT', Date.UTC(1977, 0, 1)],
])('%s is read as the instant it names', (text, want) => {
  expect(parseHttpDate(text, now)).toBe(want);
});

test.each([
  '2',
  '5, 6',
  '',
  '2026-01-01',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 06 Nov 1994 08:49:37 CET',
  'Sun, 00 Nov 1994 08:49:37 GMT',
  'Sun, 32 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 24:49:37 GMT',
  'Sun, 06 Nov 1994 08:60:37 GMT',
  'Sun, 06 anF 1994 08:49:37 GMT',
  'Sun, 06 Xxx 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 8:49:37.0 GMT',
  'x Sun, 06 Nov 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 08:49:37 GMT x',
  'x Sun Nov  6 08:49:37 1994',
  'Sun Nov  6 08:49:37 1994 x',
  'Sun, 06 Nov 1994 :8:49:37 GMT',
  'Sun, 06 Nov 1994 08:49:3: GMT',
  'Sun, 06 Nov 1994 08:49:61 GMT',
])('%j is no date of HTTP', (text) => {
  expect(parseHttpDate(text, now)).toBeUndefined();
});

test('every instant survives being written as an IMF-fixdate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      expect(parseHttpDate(new Date(seconds * 1000).toUTCString(), now)).toBe(seconds * 1000);
    }),
  );
});

test('no text makes it throw or return what is no instant', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const instant = parseHttpDate(text, now);
      expect(instant === undefined || Number.isFinite(instant)).toBe(true);
    }),
  );
});
