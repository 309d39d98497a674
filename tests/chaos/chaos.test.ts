import { expect, test } from 'vitest';
import { faultKinds } from './faulty-proxy.ts';
import { runChaos } from './run-chaos.ts';

test('300 creates through 30 % faults make 300 rows: none doubled, none lost', async () => {
  // Few at once, so that a busy machine does not make of them timeouts that nobody ordered.
  const report = await runChaos({ creates: 300, seed: 1, concurrency: 16, timeoutMs: 1000 });
  expect(report).toMatchObject({ rows: 300, doubled: 0, lost: 0, mistaken: 0, failed: new Map() });
  expect([...report.struck.keys()].sort()).toEqual([...faultKinds].sort());
});

test('with a limit of 100 per minute besides, the same, and no request is refused', async () => {
  const perMinute = 100;
  const report = await runChaos({
    creates: 300,
    seed: 2,
    concurrency: 32,
    timeoutMs: 500,
    perMinute,
  });
  expect(report).toMatchObject({ rows: 300, doubled: 0, lost: 0, mistaken: 0, failed: new Map() });
  expect(report.refusals).toBe(0);
  // As many whole minutes as the requests need, and the waits of the calls that were struck last.
  const floorMs = Math.floor(report.requests / perMinute) * 60_000;
  expect(report.waitedMs).toBeLessThanOrEqual(floorMs * 1.2);
});
