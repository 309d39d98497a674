import { expect, test } from 'vitest';
import { openForge } from './test-forge.ts';

test('whether something was done to a row is told by the status', async () => {
  const { call, repo } = await openForge();
  await call(`POST ${repo}/issues`, { title: 'One' });
  const statuses: number[] = [];
  for (const method of ['GET', 'PUT', 'GET', 'DELETE', 'GET']) {
    statuses.push((await call(`${method} ${repo}/issues/1/pin`)).status);
  }
  expect(statuses).toEqual([404, 204, 204, 204, 404]);
});
