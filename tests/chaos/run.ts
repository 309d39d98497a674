/**
 * `pnpm chaos [--creates 10000] [--seed 1] [--concurrency 32] [--no-write]`: exit code 1 if a create was
 * lost, doubled or refused. Writes `bench/results/chaos.json`.
 */
import { parseArgs } from 'node:util';
import { writeResult } from '../../bench/report/results.ts';
import { type ChaosRow, FULL_CREATES, isWell } from './chaos-row.ts';
import { runChaos } from './run-chaos.ts';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    creates: { type: 'string', default: `${FULL_CREATES}` },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '32' },
    write: { type: 'boolean', default: true },
  },
});
const creates = Number(values.creates);
const seed = Number(values.seed);
const concurrency = Number(values.concurrency);
const startedAt = performance.now();
const report = await runChaos({ creates, seed, concurrency });
const seconds = Math.round((performance.now() - startedAt) / 1000);

const { rows, doubled, lost, mistaken, requests, mostAttempts } = report;
const failed = sum(report.failed.values());
const faults = sum(report.struck.values());
const figures = { rows, doubled, lost, failed, mistaken, requests, faults, mostAttempts };
const row: ChaosRow = { creates, seed, concurrency, ...figures, seconds };

const percent = ((100 * faults) / requests).toFixed(1);
const lines: readonly (readonly [string, string | number])[] = [
  ['creates', creates],
  ['rows at the mock', rows],
  ['doubled', doubled],
  ['lost', lost],
  ['calls that failed', failed],
  ...[...report.failed].map(([why, count]) => [`  ${why}`, count] as const),
  ['calls that gave another task', mistaken],
  ['requests', requests],
  ['most attempts of a call', mostAttempts],
  [`faults (${percent} % of the requests)`, faults],
  ...[...report.struck].map(([kind, count]) => [`  ${kind}`, count] as const),
  ['seconds', seconds],
];
for (const [name, value] of lines) {
  process.stdout.write(`${name.padEnd(36)}${String(value).padStart(10)}\n`);
}
if (values.write) {
  const form = creates >= FULL_CREATES ? 'full' : 'short';
  await writeResult('chaos', { form, rows: [row], isAlone: true });
}
process.exitCode = isWell(row) ? 0 : 1;

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0);
}
