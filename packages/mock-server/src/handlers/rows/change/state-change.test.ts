import { expect, test } from 'vitest';
import { openForge } from '../test-forge.ts';

test.each([
  { sent: { state: 'closed' }, want: { state_reason: 'completed', closed_at: expect.any(String) } },
  {
    sent: { state: 'closed', state_reason: 'not_planned' },
    want: { state_reason: 'not_planned', closed_at: expect.any(String) },
  },
  { sent: { title: 'Other' }, want: { state: 'open', closed_at: null } },
])('what follows from $sent is set', async ({ sent, want }) => {
  const { call, repo } = await openForge();
  await call(`POST ${repo}/issues`, { title: 'One' });
  const { body } = await call(`PATCH ${repo}/issues/1`, sent);
  expect(body).toMatchObject({ ...sent, ...want });
});

test('a state that a life begins with takes back what the other did', async () => {
  const { call, repo } = await openForge();
  await call(`POST ${repo}/issues`, { title: 'One' });
  await call(`PATCH ${repo}/issues/1`, { state: 'closed' });
  const { body } = await call(`PATCH ${repo}/issues/1`, { state: 'open' });
  expect(body).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
});
