import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildResult, build } from 'esbuild';
import type { ClientName } from '../clients/load-client.ts';
import { loadClient } from '../clients/load-client.ts';
import { writeResult } from '../report/results.ts';
import { printTable } from '../report/table.ts';
import { featureOf } from './feature-of.ts';
import { type FeatureWeight, featureTable, type SizeRow, sizeTable } from './size-table.ts';

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
const own: ReadonlySet<ClientName> = new Set(['core', 'ours']);

/** Bundles the file of each client, which makes one call; prints the tables and writes the JSON. */
export async function benchSize(): Promise<void> {
  const rows: SizeRow[] = [];
  for (const client of clients) rows.push(await sizeOf(client));
  printTable('One call, bundled for a browser', sizeTable(rows));
  printTable('What each feature adds', featureTable(rows));
  await writeResult('size', { form: 'full', rows });
}

async function sizeOf(client: ClientName): Promise<SizeRow> {
  const { title } = await loadClient(client);
  const { outputFiles } = await bundle(client, []);
  const text = outputFiles[0]?.contents ?? new Uint8Array();
  const gzipBytes = gzipSync(text, { level: 9 }).length;
  const features = own.has(client) ? { features: await weigh(client) } : {};
  return { client, title, minBytes: text.length, gzipBytes, ...features };
}

/** From the sources, as in a built package the modules are no longer told apart. */
async function weigh(client: ClientName): Promise<FeatureWeight[]> {
  const { metafile } = await bundle(client, ['source']);
  const weights = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const feature = featureOf(path);
      weights.set(feature, (weights.get(feature) ?? 0) + bytesInOutput);
    }
  }
  return [...weights]
    .map(([feature, minBytes]) => ({ feature, minBytes }))
    .sort((a, b) => b.minBytes - a.minBytes);
}

function bundle(
  client: ClientName,
  conditions: string[],
): Promise<BuildResult<{ write: false; metafile: true }>> {
  return build({
    entryPoints: [fileURLToPath(new URL(`../clients/${client}.ts`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    write: false,
    metafile: true,
    conditions,
    // stripe and the AWS SDK name modules of Node behind a check for them.
    external: ['node:*'],
  });
}
