/** One mutant of Stryker's report, as far as it is read here. */
export interface Mutant {
  /** `Killed`, `Timeout`, `Survived`, `NoCoverage`, or one that does not count. */
  readonly status: string;
}

/** Stryker's report in JSON, as far as it is read here. */
export interface MutationReport {
  /** Mutants by file. */
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

/** How many mutants of a file the tests found. */
export interface MutationScore {
  /** Path of the file; `all` for the sum. */
  readonly file: string;
  readonly killed: number;
  /** Those that ran for too long, which counts as found. */
  readonly timedOut: number;
  readonly survived: number;
  /** Those that no test comes by. */
  readonly uncovered: number;
  /** Share that was found, in percent; 100 of a file without mutants. */
  readonly percent: number;
}

/**
 * The score of each file, worst first, and of all.
 *
 * @param report - Stryker's report.
 * @param leftOut - File that does not count.
 */
export function scoresOf({ files }: MutationReport, leftOut: string): readonly MutationScore[] {
  const counted = Object.entries(files).filter(([file]) => file !== leftOut);
  const scores = counted
    .filter(([, { mutants }]) => mutants.length > 0)
    .map(([file, { mutants }]) => scoreOf(file, mutants))
    .sort((one, other) => one.percent - other.percent || one.file.localeCompare(other.file));
  const all = scoreOf(
    'all',
    counted.flatMap(([, { mutants }]) => mutants),
  );
  return [...scores, all];
}

/**
 * Whether Stryker saw what it had to: each mutant of the canary that a test watches is dead, and each
 * that none watches is alive.
 *
 * @param mutants - Those of the canary.
 */
export function isCanaryWell(mutants: readonly (Mutant & { readonly line: number })[]): boolean {
  // The watched function stands before the other one.
  const lines = mutants.map(({ line }) => line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const watched = mutants.filter(({ line }) => line - first < last - line);
  const unwatched = mutants.filter((mutant) => !watched.includes(mutant));
  return (
    watched.length > 0 &&
    watched.every(({ status }) => status === 'Killed') &&
    unwatched.length > 0 &&
    unwatched.every(({ status }) => status === 'Survived')
  );
}

/**
 * The scores as a table in Markdown.
 *
 * @param scores - The scores.
 */
export function scoreTable(scores: readonly MutationScore[]): string {
  const rows = scores.map(({ file, killed, timedOut, survived, uncovered, percent }) => {
    const name = file.replace('packages/runtime/src/', '');
    const numbers = [killed, timedOut, survived, uncovered].map((count) => `${count}`.padStart(9));
    return `| ${name.padEnd(32)} | ${percent.toFixed(1).padStart(6)} | ${numbers.join(' | ')} |`;
  });
  const head = ['killed', 'timed out', 'survived', 'no test'].map((title) => title.padStart(9));
  const rule = head.map(() => '--------:').join(' | ');
  return [
    `| ${'file'.padEnd(32)} | ${'%'.padStart(6)} | ${head.join(' | ')} |`,
    `| ${'-'.repeat(32)} | -----: | ${rule} |`,
    ...rows,
  ].join('\n');
}

function scoreOf(file: string, mutants: readonly Mutant[]): MutationScore {
  const count = (wanted: string): number =>
    mutants.filter(({ status }) => status === wanted).length;
  const [killed, timedOut] = [count('Killed'), count('Timeout')];
  const [survived, uncovered] = [count('Survived'), count('NoCoverage')];
  const found = killed + timedOut;
  const total = found + survived + uncovered;
  const percent = total === 0 ? 100 : (100 * found) / total;
  return { file, killed, timedOut, survived, uncovered, percent };
}
