/**
 * `pnpm mutate [--mutate file,…]`: mutates policy, gate and store of the runtime, and prints the score of
 * each file. Exit code 1 if the score of all is below 85 %, or if Stryker did not see its canary. A run
 * over all files writes the table into docs/decisions/mutation-score.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import {
  isCanaryWell,
  type Mutant,
  type MutationReport,
  scoresOf,
  scoreTable,
} from './mutation-scores.ts';

const leastPercent = 85;
const canary = 'tests/mutation/canary.ts';
const page = new URL('../docs/decisions/mutation-score.md', import.meta.url);
const report = new URL('../node_modules/.cache/mutation.json', import.meta.url);

const scope = process.argv
  .slice(2)
  .flatMap((text) => (text === '--mutate' ? [text] : `${text},${canary}`));
const run = spawnSync('stryker', ['run', 'stryker.config.json', ...scope], { stdio: 'inherit' });
if (run.status !== 0)
  throw new Error('cannot score mutants: Stryker failed. Read what it says above.');

interface Placed extends Mutant {
  readonly location: { readonly start: { readonly line: number } };
}
interface PlacedReport extends MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Placed[] }>>;
}
// Written by Stryker's JSON reporter, whose schema has these members.
const found = JSON.parse(readFileSync(report, 'utf8')) as PlacedReport;
const scores = scoresOf(found, canary);
const table = scoreTable(scores);
console.log(`\n${table}\n`);
if (scope.length === 0) writeTable();

const birds = found.files[canary]?.mutants ?? [];
const percent = scores.at(-1)?.percent ?? 0;
if (!isCanaryWell(birds.map(({ status, location }) => ({ status, line: location.start.line })))) {
  console.error(`The score says nothing: Stryker saw the wrong mutants of ${canary} die.`);
  process.exitCode = 1;
} else if (percent < leastPercent) {
  console.error(`The score is ${percent.toFixed(1)} %, and must be ${leastPercent} % at least.`);
  process.exitCode = 1;
}

function writeTable(): void {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = ['<!-- scores -->', '<!-- end of scores -->'];
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  writeFileSync(page, `${before}${begin}\n\n${table}\n\n${end}${after}`);
}
