import type { Table } from '../report/table.ts';
import { type CellResult, type HerdRow, type NamedCell, wasRun } from './cell.ts';

/** One table of the herd. */
export interface HerdTable {
  readonly title: string;
  readonly table: Table;
}

const head = [
  'client',
  'succeeded',
  'requests',
  '429s',
  'wall',
  'wall ÷ floor',
  'quota used',
  'per process',
];

/** The cells as tables, one for each load, number of processes and server. */
export function herdTables(rows: readonly HerdRow[]): HerdTable[] {
  const titles = [...new Set(rows.map(titleOf))];
  return titles.map((title) => {
    const cells = rows.filter((row) => titleOf(row) === title);
    return { title, table: [head, ...cells.map(rowOf)] };
  });
}

function titleOf({ load, processes, serverTitle }: NamedCell): string {
  const from = processes === 1 ? 'one process' : `${processes} processes`;
  const what = load === 'burst' ? '100 calls at once' : 'Overload over 5 windows';
  return `${what}, ${from}: ${serverTitle}`;
}

function rowOf(row: HerdRow): string[] {
  return wasRun(row) ? resultOf(row) : [nameOf(row), `not run: ${row.notRun}`];
}

function resultOf(cell: CellResult): string[] {
  const { succeeded, offered, wallMs, floorMs, processes } = cell;
  const whole = cell.load === 'burst' && cell.fault !== 'kill-one';
  return [
    nameOf(cell),
    `${succeeded} of ${offered}`,
    `${cell.requests}`,
    `${cell.refused}`,
    `${(wallMs / 1000).toFixed(1)} s`,
    // Who gives calls up, or loses a process, is done sooner than the floor; that is no speed.
    whole && succeeded === offered ? (wallMs / floorMs).toFixed(2) : '–',
    `${(cell.quotaShare * 100).toFixed(0)} %`,
    processes === 1 ? '–' : `${cell.leastOfProcess} to ${cell.mostOfProcess}`,
  ];
}

function nameOf({ title, fault }: NamedCell): string {
  if (fault === 'kill-one') return `${title}, one killed`;
  return fault === 'restart-redis' ? `${title}, Redis restarted` : title;
}
