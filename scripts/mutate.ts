/**
 * `pnpm mutate [--mutate file,…]`: mutates policy, gate and store of the runtime, and prints the score of
 * each file. Exit code 1 if the score of all is below 85 %, or if Stryker did not see its canary. A run
 * over all files writes the table into docs/decisions/mutation-score.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  isCanaryWell,
  type Mutant,
  type MutationReport,
  scoresOf,
  scoreTable,
} from './mutation-scores.ts';

const leastPercent = 85;
const source = 'packages/runtime/src';
/** Each is mutated by itself, and watched by its own tests alone: a run of all would take an hour. */
const folders = ['policy', 'gate', 'store'];
const canary = 'tests/mutation/canary.ts';
const root = new URL('../', import.meta.url);
const page = new URL('docs/decisions/mutation-score.md', root);
const cache = 'node_modules/.cache';

interface Placed extends Mutant {
  readonly location: { readonly start: { readonly line: number } };
}
interface PlacedReport extends MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Placed[] }>>;
}
interface StrykerConfig {
  readonly mutate: readonly string[];
}

// Checked by Stryker against its schema, which has this member.
const config = JSON.parse(
  readFileSync(new URL('stryker.config.json', root), 'utf8'),
) as StrykerConfig;
const chosen = process.argv
  .slice(2)
  .flatMap((text) => (text === '--mutate' ? [] : text.split(',')));
const reports = folders.flatMap((folder) => {
  const files = chosen.filter((file) => file.startsWith(`${source}/${folder}/`));
  if (chosen.length > 0 && files.length === 0) return [];
  return [mutate(folder, chosen.length > 0 ? files : [`${source}/${folder}/**/*.ts`])];
});
const files = Object.fromEntries(reports.flatMap((report) => Object.entries(report.files)));
const scores = scoresOf({ files }, canary);
const table = scoreTable(scores);
console.log(`\n${table}\n`);
if (chosen.length === 0) writeTable();

const percent = scores.at(-1)?.percent ?? 0;
if (!reports.every(sawCanary)) {
  console.error(`The score says nothing: Stryker saw the wrong mutants of ${canary} die.`);
  process.exitCode = 1;
} else if (percent < leastPercent) {
  console.error(`The score is ${percent.toFixed(1)} %, and must be ${leastPercent} % at least.`);
  process.exitCode = 1;
}

/** Runs Stryker over files of one folder, and that folder's tests. */
function mutate(folder: string, files: readonly string[]): PlacedReport {
  const leftOut = config.mutate.filter((pattern) => pattern.startsWith('!'));
  const fileName = `${cache}/mutation-${folder}.json`;
  const part = {
    ...config,
    mutate: [...files, ...leftOut, canary],
    incrementalFile: `${cache}/stryker-${folder}.json`,
    jsonReporter: { fileName },
  };
  mkdirSync(new URL(cache, root), { recursive: true });
  const path = new URL(`${cache}/stryker-config-${folder}.json`, root);
  writeFileSync(path, JSON.stringify(part));
  const run = spawnSync('stryker', ['run', `${cache}/stryker-config-${folder}.json`], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, MUTATED_FOLDER: folder },
  });
  if (run.status !== 0)
    throw new Error('cannot score mutants: Stryker failed. Read what it says above.');
  // Written by Stryker's JSON reporter, whose schema has these members.
  return JSON.parse(readFileSync(new URL(fileName, root), 'utf8')) as PlacedReport;
}

function sawCanary({ files }: PlacedReport): boolean {
  const birds = files[canary]?.mutants ?? [];
  return isCanaryWell(birds.map(({ status, location }) => ({ status, line: location.start.line })));
}

function writeTable(): void {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = ['<!-- scores -->', '<!-- end of scores -->'];
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  writeFileSync(page, `${before}${begin}\n\n${table}\n\n${end}${after}`);
}
