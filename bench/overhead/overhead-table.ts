import type { Table } from '../report/table.ts';
import type { CourseName, OverheadRow } from './overhead-row.ts';
import type { Spread } from './spread.ts';

const head = [
  'client',
  'stub: µs above raw',
  'stub, least: µs above raw',
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
      leastAboveRaw(cost(name, 'stub'), cost('raw fetch', 'stub')),
      show(cost(name, 'loopback')?.aboveRawUs, 0),
      show(cost(name, 'loopback')?.ratio, 2),
      show(cost(name, 'loopback-64')?.ratio, 2),
    ]),
  ];
}

/** What is left when nothing else disturbs: the least of one less the least of the other. */
function leastAboveRaw(own: OverheadRow | undefined, raw: OverheadRow | undefined): string {
  // Rows that were written by an earlier version know no least.
  const leastUs = (own?.cpuUs.least ?? Number.NaN) - (raw?.cpuUs.least ?? Number.NaN);
  return Number.isNaN(leastUs) ? '–' : fixed(leastUs, 1);
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
