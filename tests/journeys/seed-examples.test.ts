import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * The five examples of the API's own documentation, as written; only the base URL and the key are
 * filled in.
 */
const run = promisify(execFile);
const samples = fileURLToPath(new URL('../.samples/seed/', import.meta.url));

const mock = createMock({ seed: 1 });
const key = mock.keys.create({ mode: 'live', permissions: ['tasks:read'], plan: 'professional' });
let server: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  server = await listen(mock, { port: 0 });
  mkdirSync(samples, { recursive: true });
});

afterAll(() => server.close());

test('the curl example lists tasks', async () => {
  const { stdout } = await run('sh', ['-c', example('curl.sh')]);
  expect(JSON.parse(stdout).data.length).toBeGreaterThan(0);
});

test('the fetch example lists tasks', async () => {
  const code = `${example('fetch.js.txt')}\nconsole.log(JSON.stringify(await response.json()));`;
  expect(JSON.parse(await runModule('fetch.mjs', code)).data.length).toBeGreaterThan(0);
});

test('the SDK example makes a client that lists tasks', async () => {
  const code = `${example('sdk.js.txt')}\nconsole.log(JSON.stringify(await client.tasks.list()));`;
  expect(JSON.parse(await runModule('sdk.mjs', code)).data.length).toBeGreaterThan(0);
});

test('the wrong header formats are refused as malformed', async () => {
  const formats = [
    ...example('wrong-formats.txt').matchAll(/^Authorization: (\S+(?: \S+)?) {2}/gm),
  ];
  const codes = formats.map(async ([, authorization = '']) => {
    const response = await fetch(`${server.url}/tasks`, { headers: { authorization } });
    return [response.status, (await response.json()).code];
  });
  expect(await Promise.all(codes)).toEqual([
    [401, 'malformed_credentials'],
    [401, 'malformed_credentials'],
  ]);
});

test('the complete example lists tasks', async () => {
  const code = `${example('complete.js.txt')}\nconsole.log(JSON.stringify(tasks));`;
  expect(JSON.parse(await runModule('complete.mjs', code)).data.length).toBeGreaterThan(0);
});

function example(name: string): string {
  return readFileSync(new URL(`examples/${name}`, import.meta.url), 'utf8')
    .replaceAll('https://api.example.com/v1', server.url)
    .replaceAll('YOUR_API_KEY', key.secret);
}

async function runModule(name: string, code: string): Promise<string> {
  writeFileSync(`${samples}${name}`, code);
  const env = {
    PATH: process.env['PATH'],
    PRODUCT_API_KEY: key.secret,
    PRODUCT_BASE_URL: server.url,
  };
  const { stdout } = await run(process.execPath, ['--conditions=source', name], {
    cwd: samples,
    env,
  });
  return stdout;
}
