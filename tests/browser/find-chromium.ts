import { existsSync } from 'node:fs';

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to test in, where there is one. In CI it must be there. */
export function findChromium(): string | undefined {
  const path = places.find((place) => place !== undefined && existsSync(place));
  if (path === undefined && process.env['CI'] === 'true') {
    throw new Error(
      'cannot test in a browser: no Chromium found. Install it or set CHROMIUM_PATH.',
    );
  }
  if (path === undefined) {
    process.stderr.write('browser tests are skipped: no Chromium found; set CHROMIUM_PATH.\n');
  }
  return path;
}
