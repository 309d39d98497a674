import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Form, writeResult } from '../report/results.ts';
import { printTable } from '../report/table.ts';
import { courses } from './course.ts';
import { measureGrowth } from './growth.ts';
import { measureFetch, measureMsw } from './in-process.ts';
import type { MockRow } from './mock-row.ts';
import { growthTable, inProcessTable, throughputTable } from './mock-tables.ts';
import { measureThroughput } from './throughput.ts';

const efforts = {
  full: { rounds: 3, seconds: 4, alone: false },
  short: { rounds: 2, seconds: 2, alone: true },
} as const;
const amounts = {
  full: { requests: 1_000_000, rows: 100_000 },
  short: { requests: 50_000, rows: 10_000 },
} as const;

/**
 * Measures our mock beside its peers: over HTTP, in one process, and with use.
 *
 * @param form - `short` leaves the peers out and asks less often.
 */
export async function benchMock(form: Form): Promise<void> {
  if (form === 'full') installPeers();
  const rows: MockRow[] = [];
  for (const course of courses()) {
    const found = await measureThroughput(course, efforts[form]);
    printTable(course.title, throughputTable(found));
    rows.push(...found);
  }
  const times = form === 'full' ? 15 : 5;
  for (const found of [await measureFetch(times), await measureMsw(times)]) {
    if (found.length > 0) printTable('In one process', inProcessTable(found));
    rows.push(...found);
  }
  const grown = await measureGrowth(amounts[form]);
  printTable('With use', growthTable(grown));
  await writeResult('mock', { form, rows: [...rows, ...grown] });
}

// They are big, and nobody who tests the project needs them.
function installPeers(): void {
  const folder = fileURLToPath(new URL('toolchain', import.meta.url));
  const argv = ['--yes', 'pnpm@12', '--dir', folder, 'install', '--frozen-lockfile'];
  execFileSync('npx', argv, { stdio: 'inherit' });
}
