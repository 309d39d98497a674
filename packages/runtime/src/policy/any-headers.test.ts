import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRateLimit } from './rate-limit-headers.ts';
import { readDateMs, readRetryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 0, 1);

const names = [
  'date',
  'retry-after',
  'retry-after-ms',
  'ratelimit',
  'ratelimit-policy',
  ...['x-ratelimit', 'x-rate-limit', 'ratelimit'].flatMap((family) =>
    ['limit', 'remaining', 'reset'].map((field) => `${family}-${field}`),
  ),
  ...['requests', 'tokens'].flatMap((dimension) =>
    ['limit', 'remaining', 'reset'].map((field) => `x-ratelimit-${field}-${dimension}`),
  ),
];

/** Numbers as headers write them, and nearly so. */
const number = fc.oneof(
  fc.integer().map(String),
  fc.double().map(String),
  fc.bigInt({ min: 0n, max: 10n ** 40n }).map(String),
  fc.integer({ min: 1, max: 400 }).map((digits) => '9'.repeat(digits)),
  fc.integer({ min: 1_000_000_000, max: 3_000_000_000 }).map(String), // seconds since the epoch
  fc.constantFrom('-0', '0x10', '1e3', 'Infinity', 'NaN', '', ' ', '1,1', '1, 2', '1.', '.1', '1x'),
);
const date = fc
  .date({ min: new Date(-1e13), max: new Date(2e14), noInvalidDate: true })
  .chain((instant) => fc.constantFrom(instant.toUTCString(), instant.toISOString()));
const duration = fc
  .array(fc.tuple(number, fc.constantFrom('h', 'm', 's', 'ms', 'us', 'ns', '')), { maxLength: 3 })
  .map((parts) => parts.flat().join(''));
const member = fc
  .tuple(fc.constantFrom('"a"', '"b"', 'a', '""', '10', '"a'), number, number)
  .map(([name, first, second]) => `${name};r=${first};q=${first};t=${second};w=${second}`);
const dictionary = fc
  .tuple(number, number, number)
  .map(([limit, remaining, reset]) => `limit=${limit}, remaining=${remaining}, reset=${reset}`);
/** Whatever a header can hold: no line breaks, no NUL, one byte a character. */
const bytes = fc
  .array(fc.integer({ min: 0x20, max: 0xff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes.filter((code) => code !== 0x7f)));
const value = fc.oneof(
  number,
  date,
  duration,
  fc.array(member, { maxLength: 3 }).map((members) => members.join(', ')),
  dictionary,
  bytes,
);
const headers = fc
  .subarray(names)
  .chain((chosen) => fc.tuple(...chosen.map((name) => fc.tuple(fc.constant(name), value))))
  .map((entries) => new Headers(entries));

test('whatever the headers of an answer are, nothing throws, and no number is NaN, negative or infinite', () => {
  fc.assert(
    fc.property(headers, (given) => {
      const numbers = readRateLimit(given, now).flatMap(({ policy: _, inUnits: _units, ...rest }) =>
        Object.values(rest),
      );
      numbers.push(readRetryAfterMs(given, now) ?? 0);
      expect(numbers.filter((each) => !(each >= 0 && each < Infinity))).toEqual([]);
      expect(Number.isFinite(readDateMs(given, now))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
