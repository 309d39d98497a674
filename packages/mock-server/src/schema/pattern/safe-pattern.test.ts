import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchProgram } from './match-program.ts';
import { longestSafeText } from './pattern-cost.ts';
import { buildProgram } from './pattern-program.ts';
import { readPatternTree } from './pattern-tree.ts';
import { readSafePattern } from './safe-pattern.ts';

const atoms =
  'a|b|.|[ab]|[^a]|\\d|\\w|^|$|\\b|é|\\-|[\\]a]|{|}|]|a{|\\p{L}|\\x61|\\cA|\\0|/|\\/|😀|\\u{1F600}';

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...atoms.split('|')),
    fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => one + other),
    fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `(?:${one}|${other})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom(...'* + ? {2} {1,3} {2,} *? +? ?? {0,2}?'.split(' ')),
      )
      .map(([part, times]) => `(${part})${times}`),
    tie('expression').map((part) => `(?<name>${part})`),
  ),
}));

test('one walk over a text finds what the engine finds', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab1 é😀-]{}_\n'), maxLength: 8 });
  fc.assert(
    fc.property(expression, fc.constantFrom('u', ''), fc.array(text), (source, flags, texts) => {
      const engine = engineOf(source, flags);
      fc.pre(engine !== undefined);
      const steps = buildProgram(readPatternTree(source, flags === 'u'), flags === 'u') ?? [];
      expect(texts.map((each) => matchProgram(steps, each, flags === 'u'))).toEqual(
        texts.map((each) => engine.test(each)),
      );
    }),
    { numRuns: 2000 },
  );
});

function engineOf(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

const long = 'a'.repeat(100_000);

// Each of them keeps a backtracking engine busy for years.
test.each([
  ['^(a+)+$', `${long}!`, false],
  ['^(a+)+$', long, true],
  ['^(a|a)*$', `${long}!`, false],
  ['^(a|aa)+$', `${long}!`, false],
  ['(a*)*b', long, false],
  ['a+$', `${long}!`, false],
  ['^(?:a?){60}a{60}$', 'a'.repeat(59), false],
  ['^[a-z0-9]+(?:-[a-z0-9]+)*$', `${long}_`, false],
  ['^([\\w.-]+)*@\\w+$', long, false],
  ['\\ba', ` ${long}`, true],
  ['\\Ba', `b${long}`, true],
])('%j is answered at once, whatever the text', (source, text, want) => {
  expect(readSafePattern(source)?.(text)).toBe(want);
});

test.each([
  ['^(?=(a+)+b)', 200],
  ['^(a+)+\\1$', 200],
  ['^(?<x>(a+)+)\\k<x>!$', 200],
  ['^((a{0,90}){0,90}){0,90}$', 100_000],
  ['^(a{0,600})+$', 100_000],
])('%j, which nothing can match in time, is not held against a long text', (source, length) => {
  expect(readSafePattern(source)?.(`${'a'.repeat(length)}!`)).toBe(true);
});

test.each([
  ['^a', 'ba', false],
  ['é', 'caf\u00e9', true],
  ['^\\p{L}+$', 'Ωμέγα', true],
  ['^.$', '😀', true],
  ['^[\\w-.]+$', 'a-b.c', true],
  ['\\-', '-', true],
  ['^(?=.*\\d)(?=.*[a-z]).{8,}$', 'abcdefg1', true],
  ['^(?=.*\\d)(?=.*[a-z]).{8,}$', 'abcdefgh', false],
  ['^(\\w)\\1$', 'aa', true],
  ['^(\\w)\\1$', 'ab', false],
  ['', 'anything', true],
])('%j says of %j what the engine says', (source, text, want) => {
  expect(readSafePattern(source)?.(text)).toBe(want);
});

test.each(['(', '[', 'a{2,1}', '(?<a>x)(?<a>y)', `${'('.repeat(200_000)}`])(
  'what is no expression is told: %#',
  (source) => {
    expect(readSafePattern(source)).toBeUndefined();
  },
);

test('an expression nested deeper than anyone writes still ends', () => {
  const source = `^${'('.repeat(400)}a${')'.repeat(400)}$`;
  expect(readSafePattern(source)?.('a')).toBe(true);
});

test.each([
  ['^task_[A-Za-z0-9]+$', 'long'],
  ['^\\d{4}-\\d{2}$', 'any'],
  ['^(?:a|b|c)$', 'any'],
  ['^(?=.*a)(?=.*b)c+$', 'long'],
  ['a+', 'middling'],
  ['^a+b+$', 'middling'],
  ['^(a+)+$', 'short'],
  ['^(a|b)+$', 'short'],
  ['^(a?){40}$', 'short'],
  ['^a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?$', 'short'],
])('the engine is given %j on %s texts', (source, want) => {
  const longest = longestSafeText(readPatternTree(source, true));
  const sizes = { short: 12, middling: 2236, long: 5_000_000, any: Number.POSITIVE_INFINITY };
  expect(sizes).toMatchObject({ [want]: longest });
});
