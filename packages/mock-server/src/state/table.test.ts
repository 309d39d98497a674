import * as fc from 'fast-check';
import { expect, test } from 'vitest';
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
