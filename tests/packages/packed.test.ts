import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { execute, installInto, packAll, published, root } from './pack.ts';

let tarballs: string[];
let folder: string;

beforeAll(async () => {
  tarballs = await packAll();
  folder = await installInto([
    ...tarballs,
    'msw@3.0.5',
    '@opentelemetry/api@1.10.0',
    '@cfworker/json-schema@4.1.6',
  ]);
}, 240_000);

const call = `
const client = new ProductClient({
  apiKey: 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja',
  fetch: async () => Response.json({ id: 'task_1', title: 'Ship it' }),
});
client.tasks.get('task_1').then((task) => console.log(task.title));
`;

test('every package is packed', () => {
  expect(tarballs).toHaveLength(published.length);
});

test('the SDK works from an ES module', async () => {
  const code = `import { ProductClient } from '@product/api-client';${call}`;
  expect(await runFile('esm.mjs', code)).toBe('Ship it');
});

test('the SDK works from CommonJS', async () => {
  const code = `const { ProductClient } = require('@product/api-client');${call}`;
  expect(await runFile('cjs.cjs', code)).toBe('Ship it');
});

test('the SDK and its webhooks entry are the same from both module systems', async () => {
  const code = `
const { unwrapWebhook } = require('@product/api-client/webhooks');
import('@product/api-client/webhooks').then((esm) => console.log(typeof esm.unwrapWebhook, typeof unwrapWebhook));`;
  expect(await runFile('both.cjs', code)).toBe('function function');
});

test('the shared quota loads from both module systems where no Redis client is installed', async () => {
  const code = `
const { redisRateLimitStore } = require('@product/api-client/redis');
import('@product/api-client/redis').then((esm) => console.log(typeof esm.redisRateLimitStore, typeof redisRateLimitStore));`;
  expect(await runFile('redis.cjs', code)).toBe('function function');
});

test('the bridge to OpenTelemetry loads from both module systems', async () => {
  const code = `
const { openTelemetry } = require('@product/api-client/opentelemetry');
import('@product/api-client/opentelemetry').then((esm) => console.log(typeof esm.openTelemetry, typeof openTelemetry));`;
  expect(await runFile('opentelemetry.cjs', code)).toBe('function function');
});

test('streams and the validator of answers load from both module systems', async () => {
  const code = `
const { readEvents } = require('@product/api-client/streams');
const { responseValidator } = require('@product/api-client/validate');
const names = ['streams', 'validate'].map((name) => import('@product/api-client/' + name));
Promise.all(names).then(([streams, validate]) => {
  const answer = { operation: 'tasks.get', status: 200, data: {} };
  const issues = [validate.responseValidator, responseValidator].map((make) => make()(answer).length > 0);
  console.log(typeof streams.readEvents, typeof readEvents, ...issues);
});`;
  expect(await runFile('streams.cjs', code)).toBe('function function true true');
});

test('the SDK runs on Node 20, its oldest', async () => {
  const node20 = join(root, 'tests/node_modules/node-20/bin/node');
  const code = `import { ProductClient } from '@product/api-client';
if (!process.version.startsWith('v20.')) throw new Error(process.version);${call}`;
  await writeFile(join(folder, 'node-20.mjs'), code);
  expect((await execute(node20, ['node-20.mjs'], folder)).stdout.trim()).toBe('Ship it');
});

test('the mock serves the Product API from its tarball', async () => {
  const code = `
import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
const mock = createMock({ seed: 1 });
const key = mock.keys.create({ mode: 'test', permissions: ['tasks:read'], plan: 'free' });
const { url, close } = await listen(mock, { port: 0 });
const response = await fetch(url + '/tasks', { headers: { authorization: 'Bearer ' + key.secret } });
console.log(response.status, Array.isArray((await response.json()).data));
await close();`;
  expect(await runFile('mock.mjs', code)).toBe('200 true');
});

test('the mock and the generator run on Node 22.18, their oldest', async () => {
  const node22 = join(root, 'tests/node_modules/node-22/bin/node');
  const code = `
import { createMock } from '@product/mock-server';
import { loadApi } from '@product/spec-model';
import { generate } from '@product/codegen';
const mock = createMock({ seed: 1 });
const api = await loadApi(${JSON.stringify(join(root, 'spec/openapi.yaml'))});
const files = await generate(api, { clientName: 'ProductClient', packageName: 'product' });
console.log(process.version, (await mock.fetch(mock.baseUrl + '/tasks')).status, files.length > 5);`;
  await writeFile(join(folder, 'node-22.mjs'), code);
  const { stdout } = await execute(node22, ['node-22.mjs'], folder);
  expect(stdout.trim()).toBe('v22.18.0 401 true');
});

test('any document is served from the tarball', async () => {
  const code = `
import { createMockFromSpec } from '@product/mock-server/spec';
const mock = await createMockFromSpec(${JSON.stringify(join(root, 'spec/openapi.yaml'))});
console.log((await mock.fetch(mock.baseUrl + '/tasks')).status);`;
  expect(await runFile('spec.mjs', code)).toBe('401');
});

test('the commands are installed', async () => {
  const bin = (name: string) => join(folder, 'node_modules/.bin', name);
  const generator = await execute(bin('product-codegen'), ['--help'], folder);
  const mock = await execute(bin('product-mock'), ['--help'], folder);
  expect(generator.stdout).toContain('product-codegen');
  expect(mock.stdout).toContain('product-mock');
});

test('both packages compile under strict TypeScript with library checks on', async () => {
  await copyFile(
    new URL('../types/strict-consumer.ts', import.meta.url),
    join(folder, 'strict.ts'),
  );
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(strictConfig));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const outcome = await execute(process.execPath, [tsc, '-p', '.'], folder).catch((error) => error);
  expect(outcome.stdout).toBe('');
}, 90_000);

test.each(published)('%s passes publint', async (name) => {
  const argv = ['exec', 'publint', '--strict', join(root, 'packages', name)];
  const { stdout } = await execute('pnpm', argv, root);
  expect(stdout).toContain('All good!');
});

test.each(published)('%s passes Are the Types Wrong', async (name) => {
  const tarball = tarballs.find((file) => file.includes(tarballName[name]));
  // node16: TypeScript's resolution of 2012, `node10`, knows no `exports` and is gone from TypeScript 7.
  const profile = name === 'sdk' || name === 'runtime' ? 'node16' : 'esm-only';
  const argv = ['exec', 'attw', String(tarball), '--profile', profile];
  const verdict = await execute('pnpm', argv, root).then(
    () => 'clean',
    (error) => error.stdout,
  );
  expect(verdict).toBe('clean');
});

const tarballName = {
  'spec-model': 'product-spec-model',
  codegen: 'product-codegen',
  runtime: 'product-client-runtime',
  sdk: 'product-api-client',
  'mock-server': 'product-mock-server',
} as const;

const strictConfig = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    module: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    types: [],
  },
  files: ['strict.ts'],
};

async function runFile(name: string, code: string): Promise<string> {
  await writeFile(join(folder, name), code);
  const { stdout } = await execute(process.execPath, [name], folder);
  return stdout.trim();
}
