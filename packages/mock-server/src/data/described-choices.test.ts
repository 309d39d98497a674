import { expect, test } from 'vitest';
import { describedChoices } from './described-choices.ts';

test.each<[string, string[]]>([
  ['Card brand. Can be `amex`, `visa`, or `unknown`.', ['amex', 'visa', 'unknown']],
  [
    'Status of the payout: `paid`, `in_transit` or `failed`. It is `paid` then.',
    ['paid', 'in_transit', 'failed'],
  ],
  [
    'For cards, this can be `pending` or `failed`. For others, it can be `failed` or `canceled`.',
    ['pending', 'failed', 'canceled'],
  ],
  ['One of "small" and "large".', ['small', 'large']],
  ['Possible values are `a`, `b`,\n or `c`.', ['a', 'b', 'c']],
  ['Set when `customer` or `account` is given.', []],
  ['One of `customer` or `account` is required.', []],
  ['Always `list`.', []],
  ['A plain text.', []],
])('%j names %j', (description, choices) => {
  expect(describedChoices({ type: 'string', description })).toEqual(choices);
});

test('what has a form of its own is not read in the description', () => {
  const description = 'Can be `a` or `b`.';
  for (const schema of [
    { type: 'integer' },
    { type: 'string', pattern: 'x' },
    { type: 'string', enum: ['c'] },
  ]) {
    expect(describedChoices({ ...schema, description })).toEqual([]);
  }
  expect(describedChoices({ type: ['string', 'null'], description })).toEqual(['a', 'b']);
});

test('a hostile description is read in no time', () => {
  const description = `one of ${'`a`, '.repeat(100_000)}`;
  expect(describedChoices({ type: 'string', description })).toHaveLength(1);
});
