import { spreadOf } from '../overhead/spread.ts';
import { Child } from '../processes/child.ts';
import { type Form, writeResult } from '../report/results.ts';
import { printTable } from '../report/table.ts';
import { type ImportRow, importTable } from './import-table.ts';

const imports: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  'ours, core only': ['@product/client-runtime'],
  ours: ['@product/api-client'],
  'openapi-fetch': ['openapi-fetch'],
  Octokit: ['@octokit/core', '@octokit/plugin-retry', '@octokit/plugin-throttling'],
  ky: ['ky'],
  stripe: ['stripe'],
  openai: ['openai'],
  'AWS DynamoDB': ['@aws-sdk/client-dynamodb'],
};

/** Imports each client in fresh processes, in turns; prints the table and writes the JSON. */
export async function benchImport(form: Form): Promise<void> {
  const times = form === 'short' ? 5 : 15;
  const cpuMs = new Map(Object.keys(imports).map((title) => [title, [] as number[]] as const));
  for (let turn = 0; turn < times; turn += 1) {
    for (const [title, figures] of cpuMs) figures.push(await importOnce(imports[title] ?? []));
  }
  const rows = [...cpuMs].map(
    ([title, figures]): ImportRow => ({
      title,
      cpuMs: spreadOf(figures),
    }),
  );
  printTable(`Cold import, median of ${times} processes`, importTable(rows));
  await writeResult('import', { form, rows });
}

async function importOnce(packages: readonly string[]): Promise<number> {
  const child = new Child(new URL('./cold-import.ts', import.meta.url), JSON.stringify(packages));
  return Number(await child.next()) / 1000;
}
