import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bundleSuite } from './bundle-suite.ts';
import { type Surroundings, titles } from './core-suite.ts';
import { isThere, runtimes, workerdPath } from './runtime-paths.ts';

const run = promisify(execFile);
const allHeld = titles.map((title) => ({ title }));

let folder: string;
let closeAll: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runtimes-'));
  await bundleSuite('process', join(folder, 'process.mjs'), ['node']);
  await bundleSuite('worker', join(folder, 'worker.mjs'), ['workerd', 'worker', 'browser']);
  await copyFile(new URL('hosts/workerd.capnp', import.meta.url), join(folder, 'workerd.capnp'));
});

afterAll(async () => {
  await Promise.all(closeAll.map((close) => close()));
  closeAll = [];
});

for (const { name, path, argv } of runtimes) {
  test.runIf(isThere(path))(`the core of the SDK runs in ${name}`, async () => {
    const surroundings = JSON.stringify(await openMock());
    const { stdout } = await run(path, [...argv, 'process.mjs', surroundings], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual(allHeld);
  });
}

test.runIf(isThere(workerdPath))('the core of the SDK runs in workerd', async () => {
  const port = await freePort();
  const argv = ['serve', 'workerd.capnp', `--socket-addr=http=127.0.0.1:${port}`];
  const worker = spawn(workerdPath, argv, { cwd: folder, stdio: 'inherit' });
  closeAll.push(() => ended(worker));
  const url = `http://127.0.0.1:${port}`;
  await vi.waitFor(() => fetch(url), { timeout: 15_000 });
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(await openMock()) });
  expect(await answer.json()).toEqual(allHeld);
});

async function openMock(): Promise<Surroundings> {
  const mock = createMock({ seed: 1 });
  mock.faults.add({ operation: 'projects.list', status: 503, times: 2, retryAfter: 0 });
  const { url, close } = await listen(mock, { port: 0 });
  closeAll.push(close);
  const reader = mock.keys.create({ mode: 'test', permissions: ['tasks:read'] });
  return { baseUrl: url, fullKey: mock.keys.create().secret, readerKey: reader.secret };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
