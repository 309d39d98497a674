import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sample, shownFiles, sourceSamples, writtenSamples } from './extract-samples.ts';
import { importWhatItDocuments } from './import-what-it-documents.ts';
import { typeErrors } from './type-errors.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'tests/.samples');
const written = writtenSamples(root);

/** What an `@example` may take for granted, because the page around it has said so. */
const ambient = `
declare const client: import('@product/api-client').ProductClient;
declare const mock: import('@product/mock-server').Mock;
declare const body: string;
declare const headers: Headers;
declare const secret: string;
`;

let server: Awaited<ReturnType<typeof listen>>;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'spec'), folder, { recursive: true }); // for samples that read `openapi.yaml`
  for (const { name, text } of shownFiles(root)) writeFileSync(join(folder, name), text);
  for (const sample of written) writeFileSync(join(folder, sample.name), sample.code);
  const mock = createMock({ seed: 1, clock: 'real' });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'], plan: 'enterprise' });
  server = await listen(mock, { port: 0 });
  environment = {
    PATH: process.env['PATH'],
    PRODUCT_API_KEY: key.secret,
    PRODUCT_BASE_URL: server.url,
    PRODUCT_WEBHOOK_SECRET: 'whsec_bW9jay1zZWNyZXQtZm9yLXNhbXBsZXMtb25seQ==',
  };
});

afterAll(() => server.close());

test('the documentation has TypeScript blocks to check', () => {
  expect(written.length).toBeGreaterThan(5);
});

test('every TypeScript block of the documentation and the sources type-checks', async () => {
  const examples = await Promise.all(sourceSamples(root).map(importWhatItDocuments));
  // One program: what takes the time is reading the declarations, not the samples.
  expect(typeErrors([...written, ...examples], ambient)).toEqual([]);
}, 120_000);

test.each(written)(
  '$place runs',
  async (sample) => {
    await expect(execute(sample)).resolves.toMatchObject({ stderr: expect.any(String) });
  },
  30_000,
);

function execute(sample: Sample) {
  const argv = sample.isTest
    ? [
        join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--root',
        folder,
        '--config',
        configFile(),
        sample.name,
      ]
    : ['--conditions=source', join(folder, sample.name)];
  // A test brings its own mock, at the API's own address.
  const { PRODUCT_BASE_URL, ...plain } = environment;
  const env = sample.isTest ? plain : { ...plain, PRODUCT_BASE_URL };
  return run(process.execPath, argv, { cwd: folder, env, timeout: 25_000 });
}

function configFile(): string {
  const file = join(folder, 'vitest.config.ts');
  writeFileSync(
    file,
    `import base from '../../vitest.config.ts';
export default { ...base, test: { include: ['*.test.ts'] } };
`,
  );
  return file;
}
