import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';
import { bundle, type FileServer, page as html, serveFiles } from './serve-files.ts';

const executablePath = findChromium();
const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

let files: FileServer;
let browser: Browser;

beforeAll(async () => {
  if (executablePath === undefined) return;
  files = await serveFiles({
    '/': html,
    '/page.js': ['text/javascript', await bundle('page.ts')],
    '/mockServiceWorker.js': ['text/javascript', await readFile(worker, 'utf8')],
  });
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  files?.server.close();
});

test.skipIf(executablePath === undefined)(
  'the SDK walks through the mock in Chromium, over MSW',
  async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(files.url);
    await page.waitForFunction('globalThis.outcome !== undefined');
    const outcome = await page.evaluate('globalThis.outcome');
    expect(faults).toEqual([]);
    expect(outcome).toMatchObject({
      created: 'Written in a browser',
      refused: 'insufficient_scope',
      guard: 'ConfigurationError',
      titles: expect.arrayContaining(['Written in a browser']),
    });
  },
  60_000,
);
