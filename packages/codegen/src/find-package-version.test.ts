import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findPackageVersion } from './find-package-version.ts';

test.each([
  ['its own', { name: '@pets/client', version: '1.2.3' }, '1.2.3'],
  ["another package's", { name: '@pets/other', version: '1.2.3' }, undefined],
  ['none', { name: '@pets/client' }, undefined],
  ['no object', null, undefined],
])('of a package that states %s version as %j the version is %s', async (_, manifest, want) => {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const out = join(folder, 'src', 'generated');
  mkdirSync(out, { recursive: true });
  expect(await findPackageVersion(out, '@pets/client')).toBe(want);
});

test('a folder that is still to be made belongs to the package above it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'codegen-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{"name":"p","version":"4.0.0"}');
  expect(await findPackageVersion(join(folder, 'a', 'b'), 'p')).toBe('4.0.0');
});
