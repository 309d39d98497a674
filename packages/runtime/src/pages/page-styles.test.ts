import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEY, ok } from '../testing/example-client.ts';
import { byCursor } from './by-cursor.ts';
import { byLink } from './by-link.ts';
import { byOffset, byPage } from './by-number.ts';
import { readNextLink } from './next-link.ts';
import type { PageStyle } from './page-style.ts';
import { pagedBench } from './test-bench.ts';

const items = { itemsPointer: '/items' };
const page = { parameter: 'page', ...items };
const offset = { parameter: 'offset', ...items };
const BASE = 'https://api.example.com/v1';

type Pages = readonly (readonly [body: object, headers?: Record<string, string>])[];
type Row = readonly [
  title: string,
  style: PageStyle,
  facts: Parameters<typeof pagedBench>[1],
  pages: Pages,
  want: readonly string[],
];

test.each<Row>([
  [
    'numbered pages end at an empty one',
    byPage,
    page,
    [[{ items: [1, 2] }], [{ items: [3] }], [{ items: [] }]],
    ['?q=a', '?q=a&page=2', '?q=a&page=3'],
  ],
  [
    'numbered pages end where the answer says so',
    byPage,
    { ...page, hasMorePointer: '/more' },
    [[{ items: [1], more: true }], [{ items: [2], more: false }]],
    ['?q=a', '?q=a&page=2'],
  ],
  [
    'numbered pages end with the last of the total, whatever the first is called',
    byPage,
    { ...page, totalPointer: '/pages', first: 0 },
    [[{ items: [1], pages: 2 }], [{ items: [2], pages: 2 }]],
    ['?q=a', '?q=a&page=1'],
  ],
  [
    'pages by offset start after the items that came, however many were asked for',
    byOffset,
    offset,
    [[{ items: [1, 2] }], [{ items: [3] }], [{ items: [] }]],
    ['?q=a', '?q=a&offset=2', '?q=a&offset=3'],
  ],
  [
    'pages by offset end with the total',
    byOffset,
    { ...offset, totalPointer: '/total' },
    [[{ items: [1, 2], total: 3 }], [{ items: [3], total: 3 }]],
    ['?q=a', '?q=a&offset=2'],
  ],
  [
    'an empty page ends a list, though it says that more follows',
    byOffset,
    { ...offset, hasMorePointer: '/more' },
    [[{ items: [], more: true }]],
    ['?q=a'],
  ],
  [
    'links in the body are followed as they are written',
    byLink,
    { ...items, nextPointer: '/next' },
    [
      [{ items: [1], next: `${BASE}/tasks?q=a&after=%7Bx%7D&after={y}#end` }],
      [{ items: [2], next: '/v1/tasks/more?b=1' }],
      [{ items: [3], next: null }],
    ],
    ['?q=a', '?q=a&after=%7Bx%7D&after=%7By%7D', '/more?b=1'],
  ],
  [
    'links in the header are followed',
    byLink,
    { itemsPointer: '' },
    [
      [[1], { link: `<${BASE}/tasks?p=1>; rel="prev", <?p=2>; rel="next last"` }],
      [[2], { link: '<?p=1>; rel=prev' }],
    ],
    ['?q=a', '?p=2'],
  ],
  [
    'the key that a link repeats is taken out of it',
    byLink,
    { ...items, nextPointer: '/next' },
    [[{ items: [1], next: `?p=2&api_key=${KEY}&x=1` }], [{ items: [2] }]],
    ['?q=a', '?p=2&x=1'],
  ],
])('%s', async (...row) => {
  const [, style, facts, pages, want] = row;
  const answers = pages.map(
    ([body, headers]) =>
      () =>
        ok(body, headers),
  );
  const { list, clock, seen } = pagedBench(style, facts, answers);
  const found = await clock.run(list({ q: 'a' }).toArray({ max: 100 }));
  expect(seen).toEqual(want.map((rest) => `/v1/tasks${rest}`));
  expect(found.length).toBe(pages.flatMap(([body]) => Object(body).items ?? body).length);
});

test.each([
  ['https://evil.example/v1/tasks'],
  ['http://api.example.com/v1/tasks'],
  ['//evil.example/v1/tasks'],
  ['\\\\evil.example\\v1\\tasks'],
  ['https://api.example.com@evil.example/v1/tasks'],
  ['https://user@api.example.com/v1/tasks'],
  ['https://api.example.com.evil.example/v1/tasks'],
  ['https://api.example.com:444/v1/tasks'],
  ['/v2/tasks'],
  ['../../admin'],
  ['/v1'],
  ['javascript:alert(1)'],
  ['http://['],
])('a link to %s is refused before anything is sent', async (next) => {
  const facts = { ...items, nextPointer: '/next' };
  const { list, clock, seen } = pagedBench(byLink, facts, [() => ok({ items: [1], next })]);
  await expect(clock.run(list())).rejects.toMatchObject({ kind: 'decode', code: 'foreign_link' });
  expect(seen.length).toBe(1);
});

test.each([
  [{ next_cursor: null, has_more: true }],
  [{ next_cursor: '', has_more: true }],
  [{ has_more: true }],
])('a page that says that more follows, but not where, is an error: %j', async (rest) => {
  const facts = { ...items, parameter: 'cursor', nextPointer: '/next_cursor' };
  const all = { ...facts, hasMorePointer: '/has_more' };
  const { list, clock } = pagedBench(byCursor, all, [() => ok({ items: [1], ...rest })]);
  await expect(clock.run(list())).rejects.toMatchObject({ code: 'unexpected_page' });
});

test('a cursor on the last page is not followed', async () => {
  const facts = { ...items, parameter: 'cursor', nextPointer: '/next_cursor' };
  const { list, clock } = pagedBench(byCursor, { ...facts, hasMorePointer: '/has_more' }, [
    () => ok({ items: [1], next_cursor: 'c2', has_more: false }),
  ]);
  expect(await clock.run(list())).toMatchObject({ hasMore: false, resumeToken: undefined });
});

test('links that lead back are an error, not an endless list', async () => {
  const facts = { ...items, nextPointer: '/next' };
  const { list, clock, seen } = pagedBench(byLink, facts, [
    () => ok({ items: [1], next: '?p=2' }),
    () => ok({ items: [2], next: '?p=3' }),
    () => ok({ items: [3], next: '?p=2' }),
  ]);
  const reading = clock.run(list().toArray({ max: 100 }));
  await expect(reading).rejects.toMatchObject({ code: 'cursor_loop' });
  expect(seen.length).toBe(3);
});

test.each([
  ['', undefined],
  ['<a>; rel=next', 'a'],
  ['<a>; rel="next"', 'a'],
  ['<a>;REL=NEXT', 'a'],
  ['<a>; title="x"; rel="last next"', 'a'],
  ['<a>; rel=prev, <b>; rel=next', 'b'],
  ['<a,b>; rel=next', 'a,b'],
  ['<a>; rel=nextish', undefined],
  ['<a>; rel=prev; rel=next', undefined],
  ['<a>', undefined],
  ['a; rel=next', undefined],
  ['<>; rel=next', ''],
])('the next link of %j is %j', (header, want) => {
  expect(readNextLink(header)).toBe(want);
});

test('a header of links is read whatever stands in it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'<>;,="relnxt \\') });
  fc.assert(
    fc.property(text, (header) => {
      const link = readNextLink(header);
      expect(link === undefined || header.includes(`<${link}>`)).toBe(true);
    }),
  );
});
