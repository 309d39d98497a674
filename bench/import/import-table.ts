import type { Spread } from '../overhead/spread.ts';
import type { Table } from '../report/table.ts';

/** What one import costs, as it stands in the JSON. */
export interface ImportRow {
  readonly title: string;
  readonly cpuMs: Spread;
}

/** The costs in milliseconds of CPU. */
export function importTable(rows: readonly ImportRow[]): Table {
  return [
    ['package', 'CPU, ms', 'quartiles'],
    ...rows.map(({ title, cpuMs: { median, low, high } }) => [
      title,
      median.toFixed(1),
      `${low.toFixed(1)} to ${high.toFixed(1)}`,
    ]),
  ];
}
