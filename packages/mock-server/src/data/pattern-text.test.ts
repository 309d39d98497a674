import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../random/random.ts';
import { readPattern } from './pattern-text.ts';

const random = createRandom(1);

test.each([
  '^[a-z]{3}$',
  '^task_[0-9A-Za-z]{16}$',
  '^#(?:[0-9a-f]{3}|[0-9a-f]{6})$',
  '^\\d{3}-\\d{2}-\\d{4}$',
  '^(?<year>\\d{4})-(0[1-9]|1[0-2])$',
  '^(a|b)c\\1$',
  '^[^a-z\\s]+$',
  '^\\p{Lu}\\p{L}+$',
  '^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$',
  '^/v1/file_links',
  '^a{0}$',
  '^\\u0041\\x42\\t\\.$',
  '^[\\]\\-^]{2}$',
  '^(?:[A-Z]{2}\\d{2}[A-Z0-9]{4}\\d{7})([A-Z0-9]?){0,16}$',
  '^https?:\\/\\/[a-z]+(\\.[a-z]+)*$',
  '^[^\\x20-\\x7e]$',
])('a text made for %s matches it', (pattern) => {
  const text = readPattern(pattern);
  const expression = new RegExp(pattern, 'u');
  for (let spread = 0; spread < 8; spread++) expect(text?.({ random, spread })).toMatch(expression);
});

test.each(['(', 'a)', '[a', '*a', 'a\\', '[]', '('.repeat(100)])('%s is no pattern', (pattern) => {
  expect(readPattern(pattern)).toBeUndefined();
});

test('a pattern that asks for more than there is room for ends', () => {
  for (const pattern of ['((a{1000}){1000}){1000}', '(){100000000}', '(a{99999999}|b){99999999}']) {
    expect(readPattern(pattern)?.({ random, spread: 4 })?.length).toBeLessThan(100_000);
  }
});

const atom = fc.oneof(
  fc.constantFrom('a', 'Z', '7', '-', '\\.', '\\d', '\\w', '\\D', '.', 'é', '\\n', '\\u{1F600}'),
  fc.constantFrom('[a-f]', '[^a-f]', '[0-9_]', '[\\d\\s]', '[^\\w]', '\\p{Ll}', '\\P{L}'),
);
const bounded = fc.constantFrom('', '', '?', '{2}', '{1,3}');
// What repeats without end repeats one character only, or the engine that checks it never ends.
const repeated = fc.tuple(atom, fc.constantFrom('', '*', '+', '{2,}', '*?')).map(join);
const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'pattern' },
    repeated,
    fc
      .tuple(
        tie('pattern').map((inner) => `(?:${inner})`),
        bounded,
      )
      .map(join),
  ),
  pattern: fc
    .array(fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map(join), {
      minLength: 1,
      maxLength: 2,
    })
    .map((branches) => branches.join('|')),
}));

function join(parts: readonly string[]): string {
  return parts.join('');
}

test('any pattern of characters, classes, groups and repeats is matched', () => {
  fc.assert(
    fc.property(pattern, fc.nat(6), (source, spread) => {
      const text = readPattern(source)?.({ random, spread });
      expect(text).toMatch(new RegExp(`^(?:${source})$`, 'u'));
    }),
  );
});
