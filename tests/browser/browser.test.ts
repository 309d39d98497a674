import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

const executablePath = findChromium();
const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

let server: Server;
let browser: Browser;

beforeAll(async () => {
  if (executablePath === undefined) return;
  server = await serve(await bundlePage());
  browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test.skipIf(executablePath === undefined)(
  'the SDK walks through the mock in Chromium, over MSW',
  async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`); // bound to a port above
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

async function bundlePage(): Promise<string> {
  const outcome = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['source', 'browser'],
    write: false,
    logLevel: 'silent',
  });
  return outcome.outputFiles[0]?.text ?? '';
}

async function serve(script: string): Promise<Server> {
  const files: Record<string, readonly [type: string, body: string]> = {
    '/': [
      'text/html',
      '<!doctype html><title>SDK</title><script type="module" src="/page.js"></script>',
    ],
    '/page.js': ['text/javascript', script],
    '/mockServiceWorker.js': ['text/javascript', await readFile(worker, 'utf8')],
  };
  const made = createServer((request, response) => {
    const file = files[request.url ?? ''];
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': file?.[0] ?? 'text/plain',
    });
    response.end(file?.[1]);
  });
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  return made;
}
