import { execFile } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The workspace's root folder. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url));

/** The packages that are published, in the order in which they depend on each other. */
export const published = ['spec-model', 'codegen', 'runtime', 'sdk', 'mock-server'] as const;

/** Runs a command and gives what it printed; a failure carries both of its streams. */
export async function execute(
  file: string,
  argv: readonly string[],
  cwd: string,
): Promise<{ stdout: string; stderr: string }> {
  return run(file, argv, { cwd, env: { ...process.env, npm_config_loglevel: 'error' } });
}

/** Builds every package and packs it as it would be published. */
export async function packAll(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tarballs-'));
  await execute('pnpm', ['--filter', './packages/*', 'build'], root);
  for (const name of published) {
    await execute('pnpm', ['pack', '--pack-destination', folder], join(root, 'packages', name));
  }
  return (await readdir(folder)).map((file) => join(folder, file)).sort();
}

/** An empty folder with the tarballs, and what else is named, installed by npm. */
export async function installInto(packages: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'installed-'));
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await execute('npm', ['install', '--no-audit', '--no-fund', ...packages], folder);
  return folder;
}
