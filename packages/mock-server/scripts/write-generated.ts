import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../src/generated/', import.meta.url);
const shown = 'packages/mock-server/src/generated';

/**
 * Writes a file of `src/generated`. With `--check` nothing is written, and drift from
 * `spec/openapi.yaml` is an exit code of 1.
 *
 * @param name - Of the file in that folder.
 * @param text - What it shall hold.
 */
export function writeGenerated(name: string, text: string): void {
  const target = new URL(name, folder);
  if (!process.argv.includes('--check')) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(target, text);
    process.stdout.write(`${shown}/${name}: ${text.length} bytes\n`);
  } else if (read(target) !== text) {
    process.stderr.write(`${shown}/${name} does not match spec/openapi.yaml. Run pnpm generate.\n`);
    process.exitCode = 1;
  }
}

function read(target: URL): string {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
}
