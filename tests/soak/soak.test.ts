import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { heapGrowthBytes } from './heap-trend.ts';

const script = fileURLToPath(new URL('run.ts', import.meta.url));

test('three seconds of calls through faults leave no timer, listener, handle or rejection', () => {
  const options = ['--minutes', '0.05', '--no-write'];
  const flags = ['--expose-gc', '--conditions=source', script, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, {
    encoding: 'utf8',
    timeout: 15_000,
  });
  expect({ status, broken: stdout.includes('BROKEN'), stderr }).toEqual({
    status: 0,
    broken: false,
    stderr: '',
  });
});

test('the growth of a heap is that of the line through its samples', () => {
  const samples = [0, 1, 2, 3].map((at) => ({ atSeconds: at, bytes: 100 + 10 * at }));
  expect(heapGrowthBytes(samples)).toBeCloseTo(30);
  expect(heapGrowthBytes(samples.slice(0, 2))).toBe(0);
});
