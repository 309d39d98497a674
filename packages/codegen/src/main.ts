import { relative } from 'node:path';
import { DocumentError, type DocumentProblem, loadApi } from '@product/spec-model';
import { findPackageVersion } from './find-package-version.ts';
import { generate } from './generate.ts';
import { type Arguments, parseArguments, UsageError } from './parse-arguments.ts';
import { realDoor, runOnChange, type WatchDoor } from './watch-files.ts';
import { checkFiles, type Drift, writeFiles } from './write-files.ts';

/** Where the command reads and writes; tests give their own. */
export interface CommandIo {
  /** Takes one line of results. */
  readonly out: (line: string) => void;
  /** Takes one line of problems. */
  readonly error: (line: string) => void;
  /** Ends a watch. */
  readonly signal?: AbortSignal;
  /**
   * How a watch sees files and time.
   *
   * @defaultValue the real ones
   */
  readonly door?: WatchDoor;
}

const USAGE = `product-codegen <document> [--overlay file]... --out dir --client ProductClient --package @product/api-client

  --overlay file   OpenAPI Overlay to apply first; several are applied in order
  --out dir        folder for the generated files
  --client name    name of the client class
  --package name   name of the package that holds them
  --check          write nothing; exit 1 when the folder is not up to date
  --watch          generate again whenever a file of the document or an overlay changes`;

/**
 * Runs `product-codegen`.
 *
 * @param argv - The words after the command's name.
 * @param io - Where lines go.
 * @returns The exit code: 0 done, 1 drift, 2 bad usage or a document that cannot be read.
 */
export async function main(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    const args = parseArguments(argv);
    if (args.help) {
      io.out(USAGE);
      return 0;
    }
    if (!args.watch) {
      return await run(args, io);
    }
    const { door = realDoor, signal } = io;
    return await runOnChange({ run: (onFile) => run(args, io, onFile), door, signal });
  } catch (error) {
    return explain(error, io);
  }
}

async function run(
  args: Arguments,
  io: CommandIo,
  onFile: (path: string) => void = () => undefined,
): Promise<number> {
  try {
    const api = await loadApi(args.document, { overlays: args.overlays, onFile });
    for (const warning of api.warnings) {
      io.error(lineOf(warning, 'warning: '));
    }
    const files = await generate(api, {
      clientName: args.client,
      packageName: args.package,
      packageVersion: await findPackageVersion(args.out, args.package),
    });
    return args.check
      ? reportDrift(args, await checkFiles(args.out, files), io)
      : reportWritten(args, await writeFiles(args.out, files), io);
  } catch (error) {
    return explain(error, io);
  }
}

function reportDrift(args: Arguments, drifts: readonly Drift[], io: CommandIo): number {
  for (const { path, kind } of drifts) {
    io.error(`${kind} ${args.out}/${path}`);
  }
  io.out(drifts.length === 0 ? `${args.out} is up to date` : `${args.out} is not up to date`);
  return drifts.length === 0 ? 0 : 1;
}

function reportWritten(args: Arguments, changes: readonly Drift[], io: CommandIo): number {
  for (const { path, kind } of changes) {
    io.out(`${kind === 'stale' ? 'removed' : 'wrote'} ${args.out}/${path}`);
  }
  io.out(`${args.out} is up to date, ${changes.length} files changed`);
  return 0;
}

function explain(error: unknown, io: CommandIo): number {
  if (error instanceof DocumentError) {
    for (const problem of error.problems) {
      io.error(lineOf(problem));
    }
    return 2;
  }
  io.error(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) {
    io.error(`\n${USAGE}`);
  }
  return 2;
}

function lineOf({ file, line, column, pointer, message }: DocumentProblem, severity = ''): string {
  const near = relative(process.cwd(), file);
  const place = file.startsWith('<') || near.startsWith('..') ? file : near;
  // A document's own text could move the cursor or begin a line of its own.
  return `${place}:${line}:${column} ${pointer} ${severity}${message}`.replace(/\p{Cc}/gu, ' ');
}
