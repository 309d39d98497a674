import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Mock } from '@product/mock-server';
import { createMockFromSpec } from '@product/mock-server/spec';
import { spreadOf } from '../overhead/spread.ts';
import type { GrowthRow } from './mock-row.ts';

const document = fileURLToPath(new URL('documents/tasks.yaml', import.meta.url));
const headers = {
  authorization: ['Bearer sk_test_mock_bench'],
  'content-type': ['application/json'],
};
const task = new TextEncoder().encode(JSON.stringify({ title: 'Ship it', labels: ['release'] }));

/** How many requests and rows the full bench makes. */
export interface Amount {
  readonly requests: number;
  readonly rows: number;
}

/** What a mock holds after many requests, and how long a page takes behind many rows. */
export async function measureGrowth({ requests, rows }: Amount): Promise<GrowthRow[]> {
  const mock = await createMockFromSpec(document, { seed: 1 });
  await create(mock, 100);
  const pageBefore = await pageUs(mock);
  // Logs fill up to their bound first.
  await read(mock, 20_000);
  const heapBefore = heapMb();
  await read(mock, requests);
  const heapAfter = heapMb();
  await create(mock, rows);
  const pageAfter = await pageUs(mock);
  const asked = requests.toLocaleString('en-US');
  const made = rows.toLocaleString('en-US');
  const time = { kind: 'growth', unit: 'µs' } as const;
  return [
    {
      kind: 'growth',
      name: `heap after ${asked} requests`,
      before: heapBefore,
      after: heapAfter,
      unit: 'MB',
    },
    { ...time, name: `first page of ${made} rows`, before: pageBefore, after: pageAfter },
  ];
}

async function create(mock: Mock, times: number): Promise<void> {
  const url = `${mock.baseUrl}/tasks`;
  for (let time = 0; time < times; time += 1) {
    await mock.exchange({ method: 'POST', url, headers, body: task });
  }
}

async function read(mock: Mock, times: number): Promise<void> {
  const url = `${mock.baseUrl}/tasks?limit=1`;
  for (let time = 0; time < times; time += 1) {
    await mock.exchange({ method: 'GET', url, headers, body: undefined });
  }
}

async function pageUs(mock: Mock): Promise<number> {
  const url = `${mock.baseUrl}/tasks?limit=20`;
  const figures: number[] = [];
  for (let time = 0; time < 2000; time += 1) {
    const startedAt = performance.now();
    await mock.exchange({ method: 'GET', url, headers, body: undefined });
    figures.push(1000 * (performance.now() - startedAt));
  }
  return spreadOf(figures.slice(500)).median;
}

function heapMb(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  for (let time = 0; time < 4; time += 1) if (typeof collect === 'function') collect();
  return Math.round(process.memoryUsage().heapUsed / 10_000) / 100;
}
