import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * Writes files to a folder that ends with the test.
 *
 * @param files - Texts by file name.
 * @returns The folder.
 */
export function writeFiles(files: { readonly [name: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
