import { expect, test } from 'vitest';
import { faultKinds } from './faulty-proxy.ts';
import { runChaos } from './run-chaos.ts';

test('300 creates through 30 % faults make 300 rows: none doubled, none lost', async () => {
  const report = await runChaos({ creates: 300, seed: 1 });
  expect(report).toMatchObject({ rows: 300, doubled: 0, lost: 0, mistaken: 0, failed: new Map() });
  expect([...report.struck.keys()].sort()).toEqual([...faultKinds].sort());
});
