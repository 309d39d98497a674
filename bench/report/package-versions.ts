import { readFile } from 'node:fs/promises';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Version of every package that is measured; ours are those of the working tree. */
export async function packageVersions(): Promise<Record<string, string>> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const { dependencies } = JSON.parse(text) as Manifest; // our own file
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [
      name,
      version.startsWith('workspace:') ? 'this repository' : version,
    ]),
  );
}
