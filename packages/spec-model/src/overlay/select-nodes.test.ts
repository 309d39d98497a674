import { expect, test } from 'vitest';
import { readQuery } from './select-nodes.ts';

const DOCUMENT = {
  list: [{ a: 1, b: 'x' }, { a: 2 }, { a: null }, [1, 2], 's', true],
  'x-y': 1,
  é: 2,
  t: 'a.c',
  u: '\n',
} as const;

test.each([
  ['$', [[]]],
  ["$['x-y']", [['x-y']]],
  ['$.é', [['é']]],
  ['$ .t', [['t']]],
  ['$.list[-1]', [['list', 5]]],
  ['$.list[0, 0]', [['list', 0]]],
  [
    '$.list[4:]',
    [
      ['list', 4],
      ['list', 5],
    ],
  ],
  ['$.list[::0]', []],
  ['$.list[?@.a == null]', [['list', 2]]],
  ['$.list[?@ == true]', [['list', 5]]],
  ["$.list[?match(@.b, 'x')]", [['list', 0]]],
  [
    '$.list[?length(@) == 2]',
    [
      ['list', 0],
      ['list', 3],
    ],
  ],
  ["$[?search(@, '^.$')]", []],
  [
    '$.list[?@[?@ > 1]]',
    [
      ['list', 1],
      ['list', 3],
    ],
  ],
  [
    '$..[1]',
    [
      ['list', 1],
      ['list', 3, 1],
    ],
  ],
  ['$.constructor', []],
  ['$.list[?@.toString]', []],
  ['$.__proto__', []],
  ['$.list.length', []],
] as const)('%s selects its values, each once', (query, want) => {
  const select = readQuery(query);
  expect(typeof select === 'function' ? select(DOCUMENT).map(({ path }) => path) : select).toEqual(
    want,
  );
});

test.each([
  '',
  ' $',
  '$ ',
  '$.',
  '$..',
  'a.b',
  '$.-x',
  '$.1',
  '$.list[01]',
  '$.list[-0]',
  '$.list[?@.a = 1]',
  '$.list[?@.a == @.*]',
  '$.list[?count(1) > 1]',
  '$.list[?length(@.a)]',
  "$.list[?match(@.b, 'x') == true]",
  '$.list[?nope(@)]',
  '$.list[?true]',
  '$.list[9007199254740992]',
  "$['\\uD800']",
])('%j is no JSONPath', (query) => {
  expect(readQuery(query)).toEqual(expect.stringMatching(/./));
});

test('a fault names the character', () => {
  expect(readQuery('$.list[')).toContain('at character 8');
});
