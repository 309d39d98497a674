import { type Form, writeResult } from '../report/results.ts';
import { printTable } from '../report/table.ts';
import { type LimitsRow, limitsTable } from './limits-table.ts';
import { type Overload, strikeTwoLimits } from './two-limits.ts';

const minuteMs = 60_000;

/** Overloads the client under two limits at once; prints the table and writes the JSON. */
export async function benchLimits(form: Form): Promise<void> {
  const rows: LimitsRow[] = [];
  for (const overload of overloads(form)) rows.push(await strikeTwoLimits(overload));
  printTable('100 per minute and 1,000 per hour at once, in virtual time', limitsTable(rows));
  await writeResult('limits', { form, rows, isAlone: true });
}

/** The minute decides in the first eight of an hour, the hour from the eleventh on. */
function overloads(form: Form): readonly Overload[] {
  const seconds = form === 'short' ? [30] : [0, 1, 30, 59];
  const minutes = form === 'short' ? [20] : [0, 20, 59];
  return [
    ...seconds.map((phase) => overload('minute', 8, phase)),
    ...minutes.map((phase) => overload('hour', 180, phase * 60)),
  ];
}

function overload(binding: Overload['binding'], minutes: number, phaseSeconds: number): Overload {
  return { binding, spanMs: minutes * minuteMs, phaseMs: phaseSeconds * 1000 };
}
