import type { GrowthRow, InProcessRow, MockRow, ThroughputRow } from '../mock/mock-row.ts';
import { growthTable, inProcessTable, throughputTable } from '../mock/mock-tables.ts';
import { markdownTable } from './table.ts';

const opening = `## The mock and its peers

Over HTTP, 32 connections ask for one row that was posted before, then post rows, as fast as answers come. Each server
is a process of its own and is struck in turns; _floor_ is \`node:http\` that sends fixed JSON, and the ratios are to the
floor of the same round. _Start_ is from the start of the process to its first answer. Prism is not entered for Stripe's
document, and stripe-mock, written in Go, is not at hand where this runs.`;

/** What the mock does beside its peers. */
export function mockSection(rows: readonly MockRow[]): string {
  if (rows.length === 0) return `${opening}\n\nNot measured.`;
  const struck = rows.filter((row): row is ThroughputRow => row.kind === 'throughput');
  const asked = rows.filter((row): row is InProcessRow => row.kind === 'in-process');
  const grown = rows.filter((row): row is GrowthRow => row.kind === 'growth');
  const titles = [...new Set(struck.map(({ course }) => course))];
  const inProcess = (table: InProcessRow['table']): string =>
    markdownTable(inProcessTable(asked.filter((row) => row.table === table)));
  return [
    opening,
    ...titles.flatMap((title) => [
      `### ${title}`,
      markdownTable(throughputTable(struck.filter(({ course }) => course === title))),
    ]),
    '### In one process',
    inProcess('fetch'),
    inProcess('msw'),
    '### With use',
    markdownTable(growthTable(grown)),
  ].join('\n\n');
}
