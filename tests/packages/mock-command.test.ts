import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { expect, test } from 'vitest';

const command = 'packages/mock-server/src/cli.ts';

test('the command product-mock does not load msw, which would double its start', async () => {
  const { metafile } = await build({
    entryPoints: [command],
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['source'],
    packages: 'external',
    metafile: true,
    write: false,
  });
  const loaded = loadedBy(metafile, command);
  expect(loaded).toContain('packages/mock-server/src/any-abilities.ts');
  expect(loaded.filter((path) => path.startsWith('msw'))).toEqual([]);
});

/** What a file imports, now or later, whoever of them imports it. */
function loadedBy({ inputs }: Metafile, entry: string): readonly string[] {
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: next } of inputs[path]?.imports ?? []) found.add(next);
  }
  return [...found];
}
