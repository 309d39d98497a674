import { expect, test } from 'vitest';
import { bench } from '../test-call.ts';

test('a missing scope is named in the body and in the challenge', async () => {
  const { call, mock } = bench({}, { permissions: ['tasks:read'] });
  const refused = await call('POST', '/tasks', { body: { title: 'No' } });
  expect(refused.status).toBe(403);
  expect(refused.body).toMatchObject({ code: 'insufficient_scope', required_scope: 'tasks:write' });
  expect(refused.headers.get('www-authenticate')).toMatch(
    /^Bearer realm="Product API", error="insufficient_scope", .*scope="tasks:write"$/,
  );
  expect(mock.violations).toEqual([]);
});

test.each([
  [['tasks:read'], '/tasks', 200],
  [['tasks:read'], '/projects', 403],
  [['tasks:write'], '/tasks', 403],
  [['admin:*'], '/projects', 200],
  [['projects:*'], '/projects', 200],
  [['tasks:read'], '/api-keys', 403],
  [[], '/api-keys/current', 200],
  [[], '/users/me', 200],
] as const)('a key with %j gets %s: %i', async (permissions, path, status) => {
  const { call } = bench({}, { permissions });
  expect((await call('GET', path)).status).toBe(status);
});

test('a refused permission counts against the limit', async () => {
  const { call } = bench({}, { permissions: [] });
  expect((await call('GET', '/tasks')).headers.get('x-ratelimit-remaining')).toBe('999');
});
