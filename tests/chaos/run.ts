/** `pnpm chaos [--creates 10000] [--seed 1]`: exit code 1 if a create was lost, doubled or refused. */
import { parseArgs } from 'node:util';
import { runChaos } from './run-chaos.ts';

const { values } = parseArgs({
  options: {
    creates: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
const creates = Number(values.creates);
const seed = Number(values.seed);
const startedAt = performance.now();
const report = await runChaos({ creates, seed });
const seconds = (performance.now() - startedAt) / 1000;

const unresolved = [...report.failed.values()].reduce((sum, count) => sum + count, 0);
const faults = [...report.struck.values()].reduce((sum, count) => sum + count, 0);
const percent = ((100 * faults) / report.requests).toFixed(1);
const lines: readonly (readonly [string, string | number])[] = [
  ['creates', creates],
  ['rows at the mock', report.rows],
  ['doubled', report.doubled],
  ['lost', report.lost],
  ['calls that failed', unresolved],
  ['calls that gave another task', report.mistaken],
  ['requests', report.requests],
  ['most attempts of a call', report.mostAttempts],
  [`faults (${percent} % of the requests)`, faults],
  ...[...report.struck].map(([kind, count]) => [`  ${kind}`, count] as const),
  ...[...report.failed].map(([why, count]) => [`  ${why}`, count] as const),
  ['seconds', seconds.toFixed(1)],
];
for (const [name, value] of lines) {
  process.stdout.write(`${name.padEnd(36)}${String(value).padStart(10)}\n`);
}
const wrong = report.doubled + report.lost + unresolved + report.mistaken;
process.exitCode = wrong === 0 && report.rows === creates ? 0 : 1;
