import { expect, test } from 'vitest';
import { openForge } from '../test-forge.ts';

test('who makes a row is shown in it', async () => {
  const { call, repo, login } = await openForge();
  const { body: me } = await call('GET /user');
  const { body } = await call(`POST ${repo}/issues`, { title: 'One' });
  expect(body['user']).toEqual({ login, id: me['id'] });
});
