import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * The version of the package that generated code belongs to, for its `User-Agent`.
 *
 * @param folder - Where the code goes; the package is that folder, or one above it.
 * @param packageName - Name of the package.
 * @returns `undefined` if no such package is there.
 */
export async function findPackageVersion(
  folder: string,
  packageName: string,
): Promise<string | undefined> {
  const here = resolve(folder);
  const { name, version } = await readManifest(join(here, 'package.json'));
  if (name === packageName && typeof version === 'string') return version;
  const above = dirname(here);
  return above === here ? undefined : findPackageVersion(above, packageName);
}

async function readManifest(path: string): Promise<{ name?: unknown; version?: unknown }> {
  try {
    return Object(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // No file, or none that says anything: the package is further up.
    return {};
  }
}
