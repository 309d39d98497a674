import type { AllResults } from './all-results.ts';
import type { Bar } from './bar.ts';
import { importBar, overheadBars, sizeBars } from './cost-bars.ts';
import { herdBars } from './herd-bars.ts';
import { mockBars } from './mock-bars.ts';
import { chaosBar, limitsBar, soakBar } from './proof-bars.ts';
import { markdownTable } from './table.ts';

/** What the SDK and the mock set out to reach, beside what was measured. */
export function barsSection(results: AllResults): string {
  const bars = [
    ...herdBars(results.herd?.rows ?? []),
    ...overheadBars(results.overhead?.rows ?? []),
    ...sizeBars(results.size?.rows ?? []),
    importBar(results.import?.rows ?? []),
    limitsBar(results.limits?.rows ?? []),
    chaosBar(results.chaos?.rows ?? []),
    soakBar(results.soak?.rows ?? []),
    ...mockBars(results.mock?.rows ?? []),
  ];
  const missed = bars.filter(({ met }) => met === false).map(({ figure }) => figure);
  const table = [['figure', 'bar', 'measured', 'verdict'], ...bars.map(rowOf)];
  return `## The bars

Three figures in one cell are: calls that succeeded / 429s / wall time over the least that the server
allows.

${markdownTable(table)}

${verdict(missed)}`;
}

function rowOf({ figure, bar, measured, met }: Bar): string[] {
  if (measured === undefined) return [figure, bar, 'not measured here', '–'];
  if (met === undefined) return [figure, bar, `${measured} (short run)`, '–'];
  return [figure, bar, measured, met ? 'met' : '**missed**'];
}

function verdict(missed: readonly string[]): string {
  if (missed.length === 0) return 'Every bar that was measured is met.';
  const list = missed.map((figure) => `- ${figure}`).join('\n');
  return `Missed:\n\n${list}`;
}
