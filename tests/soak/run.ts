/**
 * `pnpm soak [--minutes 10] [--rate 200] [--no-write]`: exit code 1 if the client leaves anything behind.
 * Writes `bench/results/soak.json`.
 */
import { parseArgs } from 'node:util';
import { writeResult } from '../../bench/report/results.ts';
import { runSoak } from './run-soak.ts';
import { FULL_SOAK, isFullSoak, leftNothing, type SoakRow, soakBounds } from './soak-row.ts';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    minutes: { type: 'string', default: `${FULL_SOAK.minutes}` },
    rate: { type: 'string', default: `${FULL_SOAK.rate}` },
    write: { type: 'boolean', default: true },
  },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
const { outcomes, attempts, resources, ...left } = await runSoak({ minutes, rate });
const calls = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
const made = { minutes, rate, calls, requests: attempts };
const row: SoakRow = { ...made, ...left, resources: resources.length };

const lines: readonly (readonly [string, string])[] = [
  ['minutes', String(minutes)],
  ['calls', String(calls)],
  ...[...outcomes].map(([outcome, count]) => [`  ${outcome}`, String(count)] as const),
  ['requests', String(attempts)],
  ['heap at the start (MB)', (row.heapAtStartBytes / 2 ** 20).toFixed(1)],
  ...soakBounds(row).map(({ name, value, most }) => {
    const shown = Number.isInteger(value) ? String(value) : value.toFixed(2);
    return [name, `${shown}  (at most ${most})${value > most ? '  BROKEN' : ''}`] as const;
  }),
  ...resources.map((resource) => ['  left', resource] as const),
];
for (const [name, value] of lines) process.stdout.write(`${name.padEnd(36)}${value}\n`);
if (values.write) {
  const form = isFullSoak(row) ? 'full' : 'short';
  await writeResult('soak', { form, rows: [row], isAlone: true });
}
process.exitCode = leftNothing(row) ? 0 : 1;
