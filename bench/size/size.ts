import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { ClientName } from '../clients/load-client.ts';
import { loadClient } from '../clients/load-client.ts';
import { writeResult } from '../report/results.ts';
import { printTable } from '../report/table.ts';
import { type SizeRow, sizeTable } from './size-table.ts';

const clients: readonly ClientName[] = [
  'core',
  'ours',
  'openapi-fetch',
  'ky',
  'octokit',
  'stripe',
  'openai',
  'aws-adaptive',
];

/** Bundles the file of each client, which makes one call; prints the table and writes the JSON. */
export async function benchSize(): Promise<void> {
  const rows: SizeRow[] = [];
  for (const client of clients) rows.push(await sizeOf(client));
  printTable('One call, bundled for a browser', sizeTable(rows));
  await writeResult('size', { form: 'full', rows });
}

async function sizeOf(client: ClientName): Promise<SizeRow> {
  const { title } = await loadClient(client);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../clients/${client}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    write: false,
    // stripe and the AWS SDK name modules of Node behind a check for them.
    external: ['node:*'],
  });
  const bundle = outputFiles[0]?.contents ?? new Uint8Array();
  const gzipBytes = gzipSync(bundle, { level: 9 }).length;
  return { client, title, minBytes: bundle.length, gzipBytes };
}
