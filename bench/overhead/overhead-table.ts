import type { Table } from '../report/table.ts';
import type { CourseName, OverheadRow } from './overhead-row.ts';
import type { Spread } from './spread.ts';

const head = [
  'client',
  'stub: µs above raw',
  'loopback: µs above raw',
  'loopback: × raw',
  'loopback, 64 at once: × raw',
] as const;

/** A row for each client: what it adds without a network, and how it compares with one. */
export function overheadTable(rows: readonly OverheadRow[]): Table {
  const names = [...new Set(rows.map(({ name }) => name))];
  const cost = (name: string, course: CourseName): OverheadRow | undefined =>
    rows.find((row) => row.name === name && row.course === course);
  return [
    head,
    ...names.map((name) => [
      name,
      show(cost(name, 'stub')?.aboveRawUs, 0),
      show(cost(name, 'loopback')?.aboveRawUs, 0),
      show(cost(name, 'loopback')?.ratio, 2),
      show(cost(name, 'loopback-64')?.ratio, 2),
    ]),
  ];
}

function show(spread: Spread | undefined, digits: number): string {
  if (spread === undefined) return '–';
  const { median, low, high } = spread;
  return `${fixed(median, digits)} [${fixed(low, digits)} to ${fixed(high, digits)}]`;
}

function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}
