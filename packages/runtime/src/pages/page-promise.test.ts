import { expect, test } from 'vitest';
import { bench, ok, problem } from '../testing/example-client.ts';
import { byCursor } from './by-cursor.ts';
import { pagedBench } from './test-bench.ts';

const first = () => ok({ data: [1, 2], has_more: true, next_cursor: 'c2' });
const second = () => ok({ data: [3, 4], has_more: true, next_cursor: 'c3' });
const last = () => ok({ data: [5], has_more: false, next_cursor: null });
const three = [first, second, last];

test('pages gives each page', async () => {
  const { client, clock } = bench(three);
  const read = async (): Promise<unknown[]> => {
    const sizes: unknown[] = [];
    for await (const page of client.list().pages()) sizes.push(page.data);
    return sizes;
  };
  expect(await clock.run(read())).toEqual([[1, 2], [3, 4], [5]]);
});

test.each([
  [1, [1], 1],
  [2, [1, 2], 1],
  [3, [1, 2, 3], 2],
  [5, [1, 2, 3, 4, 5], 3],
  [Number.POSITIVE_INFINITY, [1, 2, 3, 4, 5], 3],
])('toArray with a max of %s gives %j, from %s pages', async (max, want, calls) => {
  const { client, clock, seen } = bench(three);
  expect(await clock.run(client.list().toArray({ max }))).toEqual(want);
  expect(seen.length).toBe(calls);
});

test.each([0, -1, Number.NaN])('toArray refuses a max of %s', async (max) => {
  const { client, clock } = bench(three);
  const reading = clock.run(client.list().toArray({ max }));
  await expect(reading).rejects.toMatchObject({ kind: 'configuration', code: 'invalid_option' });
});

test('an error of the second page is thrown where it is reached, after the items before it', async () => {
  const { client, clock } = bench([first, () => problem(409)]);
  const found: unknown[] = [];
  const read = async (): Promise<void> => {
    for await (const item of client.list()) found.push(item);
  };
  await expect(clock.run(read())).rejects.toMatchObject({ kind: 'conflict' });
  expect(found).toEqual([1, 2]);
});

test('an abort ends the iteration between two items of a page', async () => {
  const controller = new AbortController();
  const { client, clock } = bench([last]);
  const items = client.list({}, { signal: controller.signal })[Symbol.asyncIterator]();
  const { client: other, clock: time } = bench([first]);
  const more = other.list({}, { signal: controller.signal })[Symbol.asyncIterator]();
  expect(await time.run(more.next())).toMatchObject({ value: 1 });
  expect(await clock.run(items.next())).toMatchObject({ value: 5 });
  controller.abort();
  await expect(time.run(more.next())).rejects.toMatchObject({
    kind: 'abort',
    operation: 'tasks.list',
  });
  expect(await clock.run(items.next())).toMatchObject({ done: true });
});

test('an option of next holds for one page', async () => {
  const { client, clock, seen } = bench(three);
  const page = await clock.run(client.list());
  const other = await clock.run(page.next({ headers: { 'x-once': '1' } }));
  await clock.run(Promise.resolve(other?.next()));
  expect(seen.map(({ headers }) => headers.get('x-once'))).toEqual([null, '1', null]);
});

const cursors = {
  itemsPointer: '/data',
  parameter: 'cursor',
  nextPointer: '/next_cursor',
};

/** How many requests were sent when the first page is there and nothing else was asked for. */
async function readOnePage(
  headers: Record<string, string>,
  options: { readonly prefetch?: boolean },
): Promise<number> {
  const answer = () => ok({ data: [1, 2], next_cursor: 'c2' }, headers);
  const { list, clock, seen } = pagedBench(byCursor, cursors, [answer, last]);
  const pages = list({}, options).pages();
  await clock.run(pages.next());
  await clock.run(clock.sleep(1));
  return seen.length;
}

const limit = (remaining: number): Record<string, string> => ({
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': '60',
});

test.each([
  { when: 'not unless it is wanted', headers: {}, options: {}, want: 1 },
  { when: 'while the first is worked on', headers: {}, options: { prefetch: true }, want: 2 },
  { when: 'if there is room', headers: limit(50), options: { prefetch: true }, want: 2 },
  { when: 'not if there is none', headers: limit(0), options: { prefetch: true }, want: 1 },
])('the next page is fetched $when', async ({ headers, options, want }) => {
  expect(await readOnePage(headers, options)).toBe(want);
});

test('prefetching gives the same items, and asks for no page twice', async () => {
  const { client, clock, seen } = bench(three);
  const items = clock.run(client.list({}, { prefetch: true }).toArray({ max: 100 }));
  expect(await items).toEqual([1, 2, 3, 4, 5]);
  expect(seen.length).toBe(3);
});

test('an error of a page fetched ahead is thrown where the page is reached', async () => {
  const { client, clock } = bench([first, () => problem(409)]);
  const pages = client.list({}, { prefetch: true }).pages();
  expect(await clock.run(pages.next())).toMatchObject({ value: { data: [1, 2] } });
  await expect(clock.run(pages.next())).rejects.toMatchObject({ kind: 'conflict' });
});

test.each(['break', 'abort'])('after a %s the page fetched ahead is given up', async (way) => {
  const given: { signal?: AbortSignal | undefined } = {};
  const never = (signal: AbortSignal | undefined): Promise<Response> => {
    given.signal = signal;
    return new Promise(() => undefined);
  };
  const { list, clock } = pagedBench(byCursor, cursors, [
    () => ok({ data: [1, 2], next_cursor: 'c2' }),
    never,
  ]);
  const controller = new AbortController();
  const pages = list({}, { prefetch: true, signal: controller.signal }).pages();
  await clock.run(pages.next());
  await clock.run(clock.sleep(1));
  expect(given.signal?.aborted).toBe(false);
  if (way === 'abort') controller.abort();
  else await pages.return();
  expect(given.signal?.aborted).toBe(true);
});
