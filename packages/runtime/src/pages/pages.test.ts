import { expect, test } from 'vitest';
import { bench, ok, problem } from '../testing/example-client.ts';
import { resolvePointer } from './pointer.ts';

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const first = (): Response => ok({ data: [1, 2], has_more: true, next_cursor: 'c2' });
const last = (): Response => ok({ data: [3], has_more: false, next_cursor: null });

test('for await gives the items of every page, and keeps the query', async () => {
  const { client, clock, seen } = bench([first, last]);
  expect(await clock.run(collect(client.list({ status: 'open' })))).toEqual([1, 2, 3]);
  expect(seen.map(({ line }) => new URL(line.slice(4)).search)).toEqual([
    '?status=open',
    '?status=open&cursor=c2',
  ]);
});

test('a page is fetched only when it is reached', async () => {
  const { client, clock, seen } = bench([first, last]);
  const items = client.list()[Symbol.asyncIterator]();
  await clock.run(items.next());
  await clock.run(items.next());
  await items.return();
  expect(seen.length).toBe(1);
});

test('next gives the page that follows, then undefined', async () => {
  const { client, clock } = bench([first, last]);
  const page = await clock.run(client.list());
  expect(page).toMatchObject({ data: [1, 2], hasMore: true });
  const second = await clock.run(page.next());
  expect(second).toMatchObject({ data: [3], hasMore: false });
  expect(await second?.next()).toBeUndefined();
});

test('a page can be asked for its successor twice', async () => {
  const { client, clock } = bench([first, last]);
  const page = await clock.run(client.list());
  await clock.run(page.next());
  expect((await clock.run(page.next()))?.data).toEqual([3]);
});

test('a cursor that comes twice is an error, not an endless list', async () => {
  const { client, clock, seen } = bench([first]);
  await expect(clock.run(collect(client.list()))).rejects.toMatchObject({
    kind: 'decode',
    code: 'cursor_loop',
  });
  expect(seen.length).toBe(2);
});

test('an error on the second page is an error', async () => {
  const { client, clock } = bench([first, () => problem(409)]);
  await expect(clock.run(collect(client.list()))).rejects.toMatchObject({ kind: 'conflict' });
});

test('an answer without the array is an error', async () => {
  const { client, clock } = bench([() => ok({ items: [] })]);
  await expect(clock.run(client.list())).rejects.toMatchObject({
    code: 'unexpected_page',
    attempts: [{ reason: 'final-answer' }],
  });
});

test('an abort ends the iteration', async () => {
  const controller = new AbortController();
  const { client, clock, seen } = bench([first, last]);
  const items = client.list({}, { signal: controller.signal })[Symbol.asyncIterator]();
  await clock.run(items.next());
  await clock.run(items.next());
  controller.abort();
  await expect(clock.run(items.next())).rejects.toMatchObject({ kind: 'abort' });
  expect(seen.length).toBe(1);
});

test.each([
  ['', { a: 1 }],
  ['/a', 1],
  ['/b', undefined],
  ['/a/b', undefined],
  ['/__proto__', undefined],
  ['/toString', undefined],
])('the pointer %j leads to %j', (pointer, want) => {
  expect(resolvePointer({ a: 1 }, pointer)).toEqual(want);
});

test('a pointer is unescaped', () => {
  expect(resolvePointer({ 'a/b': { '~': [5] } }, '/a~1b/~0/0')).toBe(5);
});
