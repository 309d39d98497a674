import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Anchor, readAnchor, writeAnchor } from './anchor.ts';
import type { Row, RowGroup } from './row-group.ts';
import { inOrderOfMaking, type Selection, type Sequence, sortedBy } from './sequence.ts';
import { Table } from './table.ts';
import { takePage } from './take-page.ts';

const orders: { readonly [name: string]: (selection: Selection) => Sequence } = {
  'the newest first': (selection) => inOrderOfMaking(selection, true),
  'the oldest first': (selection) => inOrderOfMaking(selection, false),
  'sorted upward': (selection) => sortedBy(selection, [{ property: 'n', descending: false }]),
  'sorted downward': (selection) => sortedBy(selection, [{ property: 'n', descending: true }]),
};

// Values repeat and are missing, some rows are gone, and a filter may leave some out.
const lists = fc.record({
  values: fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { maxLength: 40 }),
  gone: fc.array(fc.nat(39), { maxLength: 10 }),
  limit: fc.integer({ min: 1, max: 12 }),
  filtered: fc.boolean(),
});

for (const [name, order] of Object.entries(orders)) {
  test(`${name}: every way of paging shows each row once and in order`, () => {
    fc.assert(
      fc.property(lists, ({ values, gone, limit, filtered }) => {
        const selection = select(fill(values, gone), filtered);
        const sequence = order(selection);
        const all = idsOf(sequence.after());
        expect(sequence.total()).toBe(all.length);
        expect([...all].sort()).toEqual(expected(selection));
        expect(walkForward(sequence, limit)).toEqual(all);
        expect(walkByOffset(sequence, limit)).toEqual(all);
        expect(walkBackward(sequence, limit)).toEqual(all.slice(0, -1));
      }),
    );
  });

  test(`${name}: rows that come and go meanwhile neither repeat nor hide others`, () => {
    fc.assert(
      fc.property(lists, fc.nat(5), ({ values, limit, filtered }, added) => {
        const rows = fill(values, []);
        const selection = select(rows, filtered);
        const before = idsOf(order(selection).after());
        const first = takePage(order(selection), { limit });
        const seen = idsOf(first.rows);
        let last = first.rows.at(-1);
        let turn = 0;
        while (last !== undefined) {
          rows.insert(`new${turn++}`, { n: added, kept: true });
          const anchor = order(selection).anchorOf(last);
          rows.delete(last);
          const sent = readAnchor('list', writeAnchor('list', anchor));
          const page = takePage(order(selection), { limit, anchor: sent });
          seen.push(...idsOf(page.rows.filter(({ id }) => !id.startsWith('new'))));
          last = turn > 60 ? undefined : page.rows.at(-1);
        }
        expect(seen).toEqual(before);
      }),
    );
  });
}

test('a page of 100,000 rows reads no more than its own', () => {
  const rows = new Table().within('');
  for (let at = 0; at < 100_000; at++) rows.insert(`r${at}`, {});
  let read = 0;
  const counting: Iterable<Row>[] = [
    inOrderOfMaking({ rows, passes: undefined }, true).after({ order: 50_000, values: [] }),
    inOrderOfMaking({ rows, passes: undefined }, true).from(99_000),
    inOrderOfMaking({ rows, passes: undefined }, false).from(99_000),
  ];
  for (const found of counting) {
    for (const _ of found) if (++read % 10 === 0) break;
  }
  expect(read).toBe(30);
});

const anchors: readonly Anchor[] = [
  { order: 1, values: [], backward: false },
  { order: 2 ** 40, values: [], backward: true },
  { order: 7, values: ['ä~.-', null, 3.5, true], backward: false },
];

test.each(anchors)('the place %j is found again in its cursor', (anchor) => {
  const cursor = writeAnchor('list', anchor);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(readAnchor('list', cursor)).toEqual(anchor);
  expect(readAnchor('other', cursor)).toBeUndefined();
});

test.each(['', 'x', 'bm9uZQ', '%00'])('the text %j is no cursor', (text) => {
  expect(readAnchor('list', text)).toBeUndefined();
});

function fill(values: readonly (number | null)[], gone: readonly number[]): RowGroup {
  const rows = new Table().within('');
  for (const [at, n] of values.entries()) {
    rows.insert(`r${at}`, n === null ? { kept: true } : { n, kept: n !== 2 });
  }
  for (const at of gone) {
    const row = rows.get(`r${at}`);
    if (row !== undefined) rows.delete(row);
  }
  return rows;
}

function select(rows: RowGroup, filtered: boolean): Selection {
  return { rows, passes: filtered ? ({ data }) => data['kept'] === true : undefined };
}

function expected({ rows, passes }: Selection): string[] {
  return idsOf([...rows.oldestFirst()].filter((row) => passes?.(row) ?? true)).sort();
}

function walkForward(sequence: Sequence, limit: number): string[] {
  let page = takePage(sequence, { limit });
  const seen = idsOf(page.rows);
  while (page.more) {
    const last = page.rows.at(-1);
    page = takePage(sequence, { limit, anchor: last && sequence.anchorOf(last) });
    seen.push(...idsOf(page.rows));
  }
  return seen;
}

function walkByOffset(sequence: Sequence, limit: number): string[] {
  const seen: string[] = [];
  for (let offset = 0; ; offset += limit) {
    const page = takePage(sequence, { limit, offset });
    seen.push(...idsOf(page.rows));
    if (!page.more) return seen;
  }
}

// From the last row back to the first; the last itself is not before itself.
function walkBackward(sequence: Sequence, limit: number): string[] {
  let first = [...sequence.after()].at(-1);
  const seen: string[] = [];
  while (first !== undefined) {
    const anchor = { ...sequence.anchorOf(first), backward: true };
    const page = takePage(sequence, { limit, anchor });
    seen.unshift(...idsOf(page.rows));
    first = page.rows[0];
  }
  return seen;
}

function idsOf(rows: Iterable<Row>): string[] {
  return [...rows].map(({ id }) => id);
}
