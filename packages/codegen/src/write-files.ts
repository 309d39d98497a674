import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { HEADER_PATTERN } from './format-file.ts';
import type { GeneratedFile } from './generated-file.ts';

/** A difference between an output folder and what would be generated. */
export interface Drift {
  /** With forward slashes, below the folder. */
  readonly path: string;
  /** `missing`: not there yet. `changed`: other text. `stale`: generated once, no longer. */
  readonly kind: 'missing' | 'changed' | 'stale';
}

/**
 * Brings a folder to the given files: writes what is missing or changed, removes generated files
 * that are no longer made. Files that do not carry the generator's header are left alone.
 *
 * @param folder - The output folder; made when it is not there.
 * @param files - All of them, already made: nothing is written when making one failed.
 * @returns What was different before.
 */
export async function writeFiles(
  folder: string,
  files: readonly GeneratedFile[],
): Promise<Drift[]> {
  const drifts = await checkFiles(folder, files);
  for (const { path, kind } of drifts) {
    const target = join(folder, path);
    if (kind === 'stale') {
      await rm(target);
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, files.find((file) => file.path === path)?.content ?? '');
  }
  return drifts;
}

/**
 * Compares a folder with the given files and writes nothing.
 *
 * @param folder - The output folder.
 * @param files - What it should hold.
 * @returns Every difference; empty when the folder is up to date.
 */
export async function checkFiles(
  folder: string,
  files: readonly GeneratedFile[],
): Promise<Drift[]> {
  const drifts: Drift[] = [];
  for (const { path, content } of files) {
    const present = await textOf(join(folder, path));
    if (present !== content) {
      drifts.push({ path, kind: present === undefined ? 'missing' : 'changed' });
    }
  }
  const made = new Set(files.map((file) => file.path));
  for (const path of await listTypeScript(folder)) {
    const isOurs = HEADER_PATTERN.test((await textOf(join(folder, path))) ?? '');
    if (!made.has(path) && isOurs) {
      drifts.push({ path, kind: 'stale' });
    }
  }
  return drifts;
}

async function listTypeScript(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true });
    return found
      .filter((path) => path.endsWith('.ts'))
      .map((path) => path.split(sep).join('/'))
      .sort();
  } catch (error) {
    return absent(error, []);
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    return absent(error, undefined);
  }
}

/** What is not there is no fault; anything else is. */
function absent<T>(error: unknown, value: T): T {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return value;
  }
  throw error;
}
