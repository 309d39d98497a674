/** Fails when a fact in docs/guides/dialects has no test of that title, or a test there has no row. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findDialectFaults } from './dialect-facts.ts';

const guides = globSync('docs/guides/dialects/*.md').sort();
const names = guides.map((file) => basename(file, '.md')).filter((name) => name !== 'index');
const tested = globSync('tests/dialects/*.test.ts').map((file) => basename(file, '.test.ts'));
const overlays = globSync('spec/dialects/*.overlay.yaml').map((file) =>
  basename(file, '.overlay.yaml'),
);

const faults = names.flatMap((name) =>
  findDialectFaults({
    name,
    guide: readFileSync(`docs/guides/dialects/${name}.md`, 'utf8'),
    tests: tested.filter((test) => test === name || test.startsWith(`${name}-`)).map(readTest),
    shared: [readTest('clients')],
  }),
);
for (const name of overlays)
  if (!names.includes(name)) faults.push(`${name}: the overlay has no guide.`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${names.length} key systems: every fact has its test, and every test its fact`);

function readTest(name: string): string {
  return readFileSync(`tests/dialects/${name}.test.ts`, 'utf8');
}
