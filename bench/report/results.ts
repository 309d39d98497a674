import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import type { ServerName } from '../servers/all-servers.ts';
import { packageVersions } from './package-versions.ts';

/** Names a bench, and its file in `results/`; a herd of one server has a file of its own. */
export type BenchName =
  | 'herd'
  | `herd-${ServerName}`
  | 'overhead'
  | 'size'
  | 'import'
  | 'limits'
  | 'mock'
  | 'chaos'
  | 'soak';

/** `short` measures less often, or less of it. */
export type Form = 'short' | 'full';

/** When, where and with what something was measured. */
export interface Measured<Row> {
  readonly form: Form;
  readonly date: string;
  readonly node: string;
  readonly cpus: number;
  /** Processes that wanted the CPU in the last minute, at the end of the run. */
  readonly load: number;
  /** Versions of the peers; absent where the client ran alone. */
  readonly packages?: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

/** What a bench found. */
export interface Found<Row> extends Pick<Measured<Row>, 'form' | 'rows'> {
  /** Whether the client ran without peers, whose versions then do not matter. */
  readonly isAlone?: boolean;
}

/** Writes what a bench found, with the date and the versions it found it with. */
export async function writeResult<Row>(
  bench: BenchName,
  { form, rows, isAlone = false }: Found<Row>,
): Promise<void> {
  const measured: Measured<Row> = {
    form,
    date: new Date().toISOString().slice(0, 16).concat('Z'),
    node: process.version,
    cpus: availableParallelism(),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    ...(!isAlone && { packages: await packageVersions() }),
    rows,
  };
  await writeFile(fileOf(bench), `${JSON.stringify(measured, null, 2)}\n`);
}

/** Reads what a bench found last; `undefined` if it never ran. */
export async function readResult<Row>(bench: BenchName): Promise<Measured<Row> | undefined> {
  const text = await readFile(fileOf(bench), 'utf8').catch(() => undefined);
  // Written by writeResult, with the rows of this bench.
  return text === undefined ? undefined : (JSON.parse(text) as Measured<Row>);
}

function fileOf(bench: BenchName): URL {
  return new URL(`../results/${bench}.json`, import.meta.url);
}
