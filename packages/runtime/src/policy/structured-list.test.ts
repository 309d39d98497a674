import { expect, test } from 'vitest';
import { parseList } from './structured-list.ts';

function read(text: string) {
  return parseList(text).map(({ value, parameters }) => [value, Object.fromEntries(parameters)]);
}

test.each([
  ['"burst";r=50;t=30', [['burst', { r: '50', t: '30' }]]],
  [
    '"a";r=1, "b";r=2',
    [
      ['a', { r: '1' }],
      ['b', { r: '2' }],
    ],
  ],
  ['  "a" ; r = 1  ', [['a', { r: '1' }]]],
  [
    '10;w=1, 50;w=60',
    [
      ['10', { w: '1' }],
      ['50', { w: '60' }],
    ],
  ],
  [
    'limit=100, remaining=50',
    [
      ['limit=100', {}],
      ['remaining=50', {}],
    ],
  ],
  ['"a,b;c";r=1', [['a,b;c', { r: '1' }]]],
  ['"a\\"b";r=1', [['a\\"b', { r: '1' }]]],
  ['"a";pk="x=y"', [['a', { pk: 'x=y' }]]],
  ['a";r=1', [['a', { r: '1' }]]],
  ['a"b";r=1', [['a"b"', { r: '1' }]]],
  ['"a"b;r=1', [['"a"b', { r: '1' }]]],
  [', ,"a"', [['a', {}]]],
  ['', []],
  ['"a";=1;r', [['a', {}]]],
  ['"";r=1', []],
  [' "a', [['a', {}]]],
  ['long words stay one', [['long words stay one', {}]]],
])('%j is read as its members', (text, want) => {
  expect(read(text)).toEqual(want);
});

test('a header of 4096 characters is read, a longer one is not', () => {
  const filler = 'a'.repeat(4094);
  expect(read(`${filler},b`)).toEqual([
    [filler, {}],
    ['b', {}],
  ]);
  expect(read(`${filler},bc`)).toEqual([]);
});
