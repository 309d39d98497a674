import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Row, scopeKey, scopeValues } from './row-group.ts';
import { Table } from './table.ts';

test('the table holds what a plain list would hold', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const table = new Table();
      const list: string[] = [];
      for (const [turn, action] of steps.entries()) act({ table, list }, action, turn);
      expect([...table.newestFirst()].map(({ id }) => id)).toEqual(list.toReversed());
      expect(table.size).toBe(list.length);
    }),
  );
});

test('reading goes on below an order, wherever rows were removed', () => {
  const table = new Table();
  const rows = ['a', 'b', 'c', 'd'].map((id) => table.insert(id, {}));
  const below = rows[2]?.order ?? 0;
  if (rows[2]) table.delete(rows[2]);
  expect([...table.newestFirst(below)].map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a place may be found by how many rows are left out, wherever rows were removed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.array(fc.nat(59)),
      fc.nat(70),
      (size, gone, skip) => {
        const group = new Table().within('');
        for (let at = 0; at < size; at++) group.insert(`r${at}`, {});
        for (const at of gone) {
          const row = group.get(`r${at}`);
          if (row !== undefined) group.delete(row);
        }
        const ids = [...group.oldestFirst()].map(({ id }) => id);
        expect(group.size).toBe(ids.length);
        expect(idsOf(group.oldestFirst(group.orderAbove(skip)))).toEqual(ids.slice(skip));
        expect(idsOf(group.newestFirst(group.orderBelow(skip)))).toEqual(
          ids.toReversed().slice(skip),
        );
      },
    ),
  );
});

test('rows of two scopes may have one id, and a table shows both by age', () => {
  const table = new Table();
  const [oslo, rome] = [table.within('oslo'), table.within('rome')];
  oslo.insert('1', { city: 'oslo' });
  rome.insert('1', { city: 'rome' });
  oslo.insert('2', { city: 'oslo' });
  expect(oslo.get('1')?.data).toEqual({ city: 'oslo' });
  expect([...table.newestFirst()].map(({ scope, id }) => `${scope} ${id}`)).toEqual([
    'oslo 2',
    'rome 1',
    'oslo 1',
  ]);
  expect([oslo.nextNumber(), rome.nextNumber(), table.size]).toEqual([3, 2, 3]);
});

test('first rows are asked for once for each scope, also after a snapshot', () => {
  const asked: string[] = [];
  const seed = (scope: string): boolean => {
    asked.push(scope);
    return true;
  };
  const table = new Table(seed);
  table.within('a');
  table.within('a');
  const copy = new Table(seed);
  copy.restore(table.snapshot(), table.counts);
  copy.within('a');
  copy.within('c');
  expect(asked).toEqual(['a', 'c']);
});

test('scopes that are asked for and stay empty take up no memory', () => {
  const table = new Table();
  for (let at = 0; at < 100_000; at++) table.within(`scope-${at}`).get('a');
  expect(table.scopes).toEqual([]);
  const group = table.within('a');
  table.within('b');
  const row = group.insert('1', {});
  expect([table.scopes, table.within('a').get('1')]).toEqual([['a'], row]);
  table.delete(row);
  expect(table.scopes).toEqual(['a']);
});

test('of rows that were buried the last are remembered, also by a copy', () => {
  const table = new Table();
  for (let at = 0; at < 1002; at++) table.bury(table.insert(`r${at}`, {}));
  const copy = new Table();
  copy.restore(table.snapshot(), table.counts, table.buried);
  const ids = ['r1', 'r2', 'r1001', 'r1002'];
  const has = ids.map((id) => copy.hasBuried({ scope: '', id }));
  expect(has).toEqual([false, true, true, false]);
  expect(copy.hasBuried({ scope: 'a', id: 'r2' })).toBe(false);
});

test('a row that is gone is not put back, and one that is renamed has one name', () => {
  const group = new Table().within('');
  const row = group.insert('a', { n: 1 });
  const renamed = group.rename(row, 'b', { n: 2 });
  expect([group.get('a'), group.get('b')?.data, group.size]).toEqual([undefined, { n: 2 }, 1]);
  group.delete(renamed);
  group.replace(renamed, { n: 3 });
  expect([group.get('b'), group.size]).toEqual([undefined, 0]);
});

test.each([[[]], [['octocat', 'hello-world']], [['a/b', '%2F', '']]])(
  'the scope %j is found again in its key',
  (values) => {
    expect(scopeValues(scopeKey(values))).toEqual(values);
  },
);

test('a restored table gives no number twice, also of rows that are gone', () => {
  const table = new Table();
  const rows = ['7', '8'].map((id) => table.within('oslo').insert(id, {}));
  for (const row of rows) table.delete(row);
  const copy = new Table();
  copy.restore(table.snapshot(), table.counts);
  expect(copy.within('oslo').nextNumber()).toBe(9);
});

test('a restored table gives out no order twice', () => {
  const table = new Table();
  table.insert('a', {});
  const copy = new Table();
  copy.restore(table.snapshot());
  expect(copy.insert('b', {}).order).toBeGreaterThan(copy.get('a')?.order ?? 0);
});

const step = fc.record({
  kind: fc.constantFrom(
    'insert' as const,
    'insert' as const,
    'delete' as const,
    'replace' as const,
  ),
  at: fc.nat(40),
});

function act(
  { table, list }: { readonly table: Table; readonly list: string[] },
  { kind, at }: { readonly kind: 'insert' | 'delete' | 'replace'; readonly at: number },
  turn: number,
): void {
  if (kind === 'insert') list.push(table.insert(`r${turn}`, { turn }).id);
  const row = kind === 'insert' ? undefined : table.get(list[at] ?? '');
  if (row === undefined) return;
  if (kind === 'replace') table.replace(row, { turn });
  else {
    table.delete(row);
    list.splice(list.indexOf(row.id), 1);
  }
}

function idsOf(rows: Iterable<Row>): string[] {
  return [...rows].map(({ id }) => id);
}
