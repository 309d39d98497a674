import type { Spread } from '../overhead/spread.ts';
import type { Table } from '../report/table.ts';
import type { GrowthRow, InProcessRow, ThroughputRow } from './mock-row.ts';

/** A row for each server of a course. */
export function throughputTable(rows: readonly ThroughputRow[]): Table {
  const head = [
    'server',
    'GET/s',
    '÷ floor',
    'POST/s',
    '÷ floor',
    'start, ms',
    'MB at start',
    'MB after',
    'no 2xx',
  ];
  return [
    head,
    ...rows.map(({ server, figures }) =>
      figures === undefined
        ? [server, ...head.slice(1).map(() => 'no answer in 60 s')]
        : [
            server,
            figures.getPerSecond.median.toFixed(0),
            ratio(figures.getRatio),
            figures.postPerSecond.median.toFixed(0),
            ratio(figures.postRatio),
            figures.startMs.median.toFixed(0),
            String(figures.startMb ?? '–'),
            String(figures.loadedMb ?? '–'),
            String(figures.failed),
          ],
    ),
  ];
}

/** A row for each way to ask in one process. */
export function inProcessTable(rows: readonly InProcessRow[]): Table {
  const head = ['in one process', 'µs per request', '× the first'];
  return [head, ...rows.map(({ name, us, ratio: by }) => [name, us.median.toFixed(1), ratio(by)])];
}

/** A row for each thing that could grow. */
export function growthTable(rows: readonly GrowthRow[]): Table {
  const head = ['figure', 'before', 'after', '×'];
  return [
    head,
    ...rows.map(({ name, before, after, unit }) => [
      name,
      `${before.toFixed(1)} ${unit}`,
      `${after.toFixed(1)} ${unit}`,
      (after / before).toFixed(2),
    ]),
  ];
}

function ratio({ median, low, high }: Spread): string {
  return `${median.toFixed(2)} [${low.toFixed(2)} to ${high.toFixed(2)}]`;
}
