import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tests = fileURLToPath(new URL('..', import.meta.url));
const toolchain = fileURLToPath(new URL('toolchain', import.meta.url));

/** A runtime and how it runs a file. */
export interface Runtime {
  /** Its name and version, as the test's title has it. */
  readonly name: string;
  /** Its executable. */
  readonly path: string;
  /** What stands before the file. */
  readonly argv: readonly string[];
}

/** The runtimes that run a file. */
export const runtimes: readonly Runtime[] = [
  { name: 'Node 20', path: join(tests, 'node_modules/node-20/bin/node'), argv: [] },
  { name: 'Node 22', path: join(tests, 'node_modules/node-22/bin/node'), argv: [] },
  { name: 'Node 24', path: process.execPath, argv: [] },
  { name: 'Node 26', path: installed('node-26/bin/node'), argv: [] },
  { name: 'Bun', path: installed('.bin/bun'), argv: ['run'] },
  {
    name: 'Deno',
    path: installed('.bin/deno'),
    argv: ['run', '--no-config', '--allow-net', '--allow-env', '--allow-sys'],
  },
];

/** The executable of workerd, which runs a worker instead of a file. */
export const workerdPath: string = installed('.bin/workerd');

/**
 * Whether a runtime is there. In CI it must be.
 *
 * @param path - Its executable.
 */
export function isThere(path: string): boolean {
  if (existsSync(path)) return true;
  if (process.env['CI'] === 'true') {
    throw new Error(`cannot test in ${path}: it is missing. Run pnpm runtimes.`);
  }
  process.stderr.write(`tests are skipped: there is no ${path}; run pnpm runtimes.\n`);
  return false;
}

function installed(path: string): string {
  return join(toolchain, 'node_modules', path);
}
