import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeprecation } from './deprecation.ts';

const now = Date.UTC(2026, 0, 1);
const deprecatedAt = 1_688_169_599_000;
const sunsetAt = Date.UTC(2027, 5, 30, 23, 59, 59);
const sunset = 'Wed, 30 Jun 2027 23:59:59 GMT';

const answers: { given: Record<string, string>; want: object | undefined }[] = [
  { given: {}, want: undefined },
  { given: { link: '</docs>; rel="deprecation"' }, want: undefined },
  { given: { deprecation: 'false' }, want: undefined },
  { given: { deprecation: '?0' }, want: undefined },
  { given: { deprecation: '@1688169599' }, want: { deprecatedAt } },
  { given: { deprecation: '@-1' }, want: { deprecatedAt: -1000 } },
  { given: { deprecation: 'true' }, want: {} },
  { given: { deprecation: '?1' }, want: {} },
  { given: { deprecation: 'Fri, 30 Jun 2023 23:59:59 GMT' }, want: { deprecatedAt } },
  { given: { deprecation: '@1e9' }, want: {} },
  { given: { deprecation: '@99999999999999' }, want: {} },
  { given: { sunset }, want: { sunsetAt } },
  { given: { deprecation: 'false', sunset }, want: { sunsetAt } },
  { given: { sunset: 'soon' }, want: {} },
  {
    given: { deprecation: '@1688169599', sunset, link: '<https://example.com/v2>; rel="sunset"' },
    want: { deprecatedAt, sunsetAt, link: 'https://example.com/v2' },
  },
  {
    given: {
      deprecation: 'true',
      link: '</a>; rel="next", </b>; type="text/html"; rel="help deprecation"',
    },
    want: { link: '/b' },
  },
  { given: { deprecation: 'true', link: '</a>; rel=deprecation' }, want: { link: '/a' } },
  { given: { deprecation: 'true', link: '</a>; rel="next"' }, want: {} },
  { given: { deprecation: 'true', link: '</deprecation>; rel="next"' }, want: {} },
];

test.each(answers)('$given reads $want', ({ given, want }) => {
  expect(readDeprecation(new Headers(given), now)).toEqual(want);
});

test('no header makes the reader throw, or give anything but instants and text', () => {
  const text = fc.string({ unit: 'grapheme-ascii' });
  fc.assert(
    fc.property(text, text, text, (deprecation, sunset, link) => {
      const read = readDeprecation(new Headers({ deprecation, sunset, link }), now);
      for (const at of [read?.deprecatedAt, read?.sunsetAt]) {
        if (at !== undefined) expect(Number.isFinite(at)).toBe(true);
      }
      expect(typeof (read?.link ?? '')).toBe('string');
    }),
  );
});

const hostile = ['<>', '<>;rel=', 'rel="', '<;', '; rel=deprecatio', ';'];

test.each(hostile)('a link header of 16 kB of %s is read in linear time', (part) => {
  const link = `<${part.repeat(16_384 / part.length)}`;
  // So many rounds that a quadratic reader takes longer than any test is given.
  for (let round = 0; round < 500; round++) {
    expect(readDeprecation(new Headers({ deprecation: 'true', link }), now)).toBeDefined();
  }
});
