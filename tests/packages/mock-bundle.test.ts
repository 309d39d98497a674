import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const maxGzipBytes = 60_000;

/** A page that mocks the Product API, bundled as for production; MSW apart, which its tests have anyway. */
const bundled = build({
  stdin: {
    contents: `import { createMock } from '@product/mock-server'; globalThis.mock = createMock();`,
    resolveDir: fileURLToPath(new URL('..', import.meta.url)),
  },
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  conditions: ['source'],
  external: ['msw'],
  metafile: true,
  write: false,
});

test('the mock of the Product API weighs at most 60 kB in a page', async () => {
  const [file] = (await bundled).outputFiles;
  expect(gzipSync(file?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(maxGzipBytes);
});

test.each([
  ['a reader of documents', /packages\/spec-model\/|\/yaml\/|redocly/],
  ['inference', /src\/infer\/infer-collections/],
  ['made data', /src\/data\/create-data-maker/],
  ['patterns and formats of other documents', /src\/schema\/any-schema-tools/],
  ['a generator of code', /ajv/],
])('%s is not in it', async (_, kind) => {
  const [output] = Object.values((await bundled).metafile.outputs);
  const files = Object.entries(output?.inputs ?? {});
  const taken = files.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
  expect(taken.length).toBeGreaterThan(50);
  expect(taken.filter((file) => kind.test(file))).toEqual([]);
});
