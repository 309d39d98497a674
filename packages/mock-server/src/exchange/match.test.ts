import { expect, test } from 'vitest';
import { bench } from '../test-call.ts';

test.each([
  ['GET', '/tasks', 200],
  ['GET', '/users/me', 200],
  ['GET', '/users/user_amara', 200],
  ['HEAD', '/tasks', 200],
  ['OPTIONS', '/tasks', 204],
  ['GET', '/nope', 404],
  ['GET', '/tasks/', 404],
  ['GET', '/tasks/a/b/c', 404],
  ['GET', '/tasks/task%5F9f2k41', 200],
  ['GET', '/tasks/%zz', 400],
  ['PUT', '/tasks', 405],
  ['DELETE', '/users/me', 405],
  ['BREW', '/tasks', 405],
] as const)('%s %s is answered %i', async (method, path, status) => {
  const { call, mock } = bench();
  expect((await call(method, path)).status).toBe(status);
  expect(mock.violations).toEqual([]);
});

test('405 and OPTIONS list the methods of the path', async () => {
  const { call } = bench();
  const refused = await call('PUT', '/tasks/task_9f2k41');
  expect(refused.headers.get('allow')).toBe('GET, PATCH, DELETE, HEAD, OPTIONS');
  expect(refused.body).toMatchObject({ code: 'method_not_allowed', status: 405 });
  const asked = await call('OPTIONS', '/tasks', { secret: null });
  expect(asked.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
});

test('HEAD has the headers of GET and no body', async () => {
  const { call } = bench();
  const { headers, text } = await call('HEAD', '/tasks');
  expect(text).toBe('');
  expect(headers.get('content-type')).toBe('application/json');
});

test('the base path is honoured for absolute and for path addresses', async () => {
  const { mock, key } = bench({ baseUrl: 'http://127.0.0.1:4010/api/v2/' });
  expect(mock.baseUrl).toBe('http://127.0.0.1:4010/api/v2');
  const headers = { authorization: [`Bearer ${key.secret}`] };
  const statuses = [];
  for (const url of [
    '/api/v2/tasks',
    'http://else.example/api/v2/tasks?limit=1',
    '/v1/tasks',
    '/api/v2',
  ]) {
    const response = await mock.exchange({ method: 'GET', url, headers, body: undefined });
    statuses.push('status' in response ? response.status : response.fault);
  }
  expect(statuses).toEqual([200, 200, 404, 404]);
});
