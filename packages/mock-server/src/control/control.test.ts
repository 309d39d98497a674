import { expect, test } from 'vitest';
import { isControl } from './control.ts';
import { controlRoutes } from './control-routes.ts';
import { bench, read } from './test-bench.ts';

test.each([
  { url: '/__mock', control: true },
  { url: '/__mock/state', control: true },
  { url: '/__mock?x', control: true },
  { url: '/__mocked', control: false },
  { url: '/v1/__mock', control: false },
])('$url is for the control API: $control', ({ url, control }) => {
  expect(isControl(url)).toBe(control);
});

test('the console page is at /__mock', () => {
  const { status, headers, body } = bench().call('GET', '');
  expect(status).toBe(200);
  expect(headers['Content-Type']).toBe('text/html; charset=utf-8');
  expect(body).toContain('<title>Mock console</title>');
});

test('the state tells what is served, what time it is, and how much there is', () => {
  const { mock, call } = bench();
  const answer = call('GET', '/state');
  expect(answer.status).toBe(200);
  expect(read(answer)).toMatchObject({
    api: { operations: expect.arrayContaining(['tasks.list']) },
    baseUrl: mock.baseUrl,
    now: '2025-10-14T10:30:00.000Z',
    counts: { faults: 0, requests: 0, deliveries: 0, violations: 0 },
  });
});

test('a key is made, works, shows its secret once, and is revoked', async () => {
  const { mock, call } = bench();
  const created = read(call('POST', '/keys', { mode: 'test', permissions: ['tasks:read'] }));
  const { id, secret } = created as { id: string; secret: string }; // as KeyRing.create() gives it
  const ask = () =>
    mock.fetch(`${mock.baseUrl}/tasks`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await ask()).status).toBe(200);
  const listed = call('GET', '/keys');
  expect(read(listed)).toMatchObject({
    data: expect.arrayContaining([expect.objectContaining({ id, status: 'active' })]),
  });
  expect(listed.body).not.toContain(secret);
  expect(call('POST', `/keys/${id}/revoke`)).toMatchObject({ status: 204, body: undefined });
  expect((await ask()).status).toBe(401);
});

test('time moves on', () => {
  const { mock, call } = bench();
  const before = mock.clock.now();
  expect(read(call('POST', '/clock/advance', { seconds: 90 }))).toEqual({
    now: '2025-10-14T10:31:30.000Z',
  });
  expect(mock.clock.now()).toBe(before + 90_000);
});

test('faults are added, listed and forgotten', () => {
  const { mock, call } = bench();
  expect(call('POST', '/faults', { operation: 'tasks.list', status: 503 }).status).toBe(204);
  expect(call('POST', '/faults', { error: 'reset', times: 'always' }).status).toBe(204);
  expect(read(call('GET', '/faults'))).toMatchObject({
    data: [
      { operation: 'tasks.list', status: 503 },
      { error: 'reset', times: 'always' },
    ],
  });
  expect(call('DELETE', '/faults').status).toBe(204);
  expect(mock.faults.list()).toEqual([]);
});

test('exchanges are listed without credentials, and forgotten', async () => {
  const { mock, call } = bench();
  const { secret } = mock.keys.create();
  const headers = { authorization: `Bearer ${secret}` };
  await mock.fetch(`${mock.baseUrl}/tasks`, { headers });
  const listed = call('GET', '/requests');
  expect(read(listed)).toMatchObject({ data: [{ operation: 'tasks.list', status: 200 }] });
  expect(listed.body).not.toContain(secret);
  expect(call('DELETE', '/requests').status).toBe(204);
  expect(read(call('GET', '/requests'))).toEqual({ data: [] });
});

test('webhook deliveries are listed', () => {
  expect(read(bench().call('GET', '/webhooks'))).toEqual({ data: [] });
});

test('a snapshot brings everything back', () => {
  const { mock, call } = bench();
  const snapshot = read(call('GET', '/snapshot'));
  const before = mock.keys.list();
  mock.keys.create();
  expect(call('PUT', '/snapshot', snapshot).status).toBe(204);
  expect(mock.keys.list()).toEqual(before);
});

test('a reset keeps the keys that were printed at start, and nothing else', async () => {
  const { mock, call } = bench();
  const before = mock.keys.list();
  mock.keys.create();
  mock.clock.advance({ hours: 1 });
  await mock.fetch(`${mock.baseUrl}/tasks`);
  expect(call('POST', '/reset').status).toBe(204);
  expect(mock.keys.list()).toEqual(before);
  expect(mock.keys.list().map((key) => key.name)).toContain('Printed at start');
  expect(mock.clock.now()).toBe(Date.UTC(2025, 9, 14, 10, 30));
  expect(mock.requests.entries).toEqual([]);
});

test('no two routes are the same', () => {
  const names = controlRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
});
