import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Surroundings, titles } from '../runtimes/core-suite.ts';
import { findChromium } from './find-chromium.ts';
import { bundle, type FileServer, page, serveFiles } from './serve-files.ts';

const executablePath = findChromium();

let files: FileServer;
let browser: Browser;
let given: { readonly page: Surroundings; readonly worker: Surroundings };
const closeAll: (() => Promise<void>)[] = [];

beforeAll(async () => {
  if (executablePath === undefined) return;
  given = { page: await openMock(), worker: await openMock() };
  files = await serveFiles({
    '/': page,
    '/page.js': ['text/javascript', await bundle('core-in-page.ts')],
    '/worker.js': ['text/javascript', await bundle('core-in-worker.ts')],
    '/surroundings.json': ['application/json', JSON.stringify(given)],
  });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath, args });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  files?.server.close();
  await Promise.all(closeAll.map((close) => close()));
});

test.skipIf(executablePath === undefined)(
  'the core of the SDK runs in Chromium, in a page and in its worker, and refuses a secret key in both',
  async () => {
    const opened = await browser.newPage();
    const faults: string[] = [];
    opened.on('pageerror', (error) => faults.push(String(error)));
    await opened.goto(files.url);
    await opened.waitForFunction('globalThis.outcome !== undefined');
    const outcome = await opened.evaluate('globalThis.outcome');
    expect(faults).toEqual([]);
    expect(outcome).toEqual([wanted(given.page), wanted(given.worker)]);
  },
  60_000,
);

function wanted({ fullKey }: Surroundings): object {
  return {
    verdicts: titles.map((title) => ({ title })),
    guard: 'browser_refused',
    byQuery: { key: fullKey, header: null },
  };
}

async function openMock(): Promise<Surroundings> {
  const mock = createMock({ seed: 1 });
  mock.faults.add({ operation: 'projects.list', status: 503, times: 2, retryAfter: 0 });
  const { url, close } = await listen(mock, { port: 0 });
  closeAll.push(close);
  const reader = mock.keys.create({ mode: 'test', permissions: ['tasks:read'] });
  return { baseUrl: url, fullKey: mock.keys.create().secret, readerKey: reader.secret };
}
