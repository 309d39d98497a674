import { expect, test } from 'vitest';
import { createMock } from '../create-mock.ts';
import type { MockAnswer } from '../exchange/message.ts';
import type { Mock } from '../mock.ts';
import { answerControl, isControl } from './control.ts';
import { controlRoutes } from './control-routes.ts';

interface Bench {
  readonly mock: Mock;
  call(method: string, path: string, body?: unknown): MockAnswer;
}

function bench(): Bench {
  const mock = createMock({ seed: 1 });
  mock.keys.create({ name: 'Printed at start' });
  const setup = { mock, atStart: mock.snapshot(), hosts: [] };
  const request = { headers: { host: ['127.0.0.1:4010'] }, localAddress: '127.0.0.1' };
  return {
    mock,
    call(method, path, body) {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
      return answerControl(setup, { ...request, method, url: `/__mock${path}`, body: bytes });
    },
  };
}

function read(answer: MockAnswer): unknown {
  return answer.body === undefined ? undefined : JSON.parse(String(answer.body));
}

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
    now: '2026-01-01T00:00:00.000Z',
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
    now: '2026-01-01T00:01:30.000Z',
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
  expect(mock.clock.now()).toBe(Date.UTC(2026, 0, 1));
  expect(mock.requests.entries).toEqual([]);
});

test.each([
  { method: 'GET', path: '/nothing', status: 404, code: 'not_found' },
  { method: 'GET', path: '/keys/a/b/revoke', status: 404, code: 'not_found' },
  { method: 'PATCH', path: '/keys', status: 405, code: 'method_not_allowed' },
  { method: 'POST', path: '', status: 405, code: 'method_not_allowed' },
  { method: 'POST', path: '/keys', body: '{', status: 400, code: 'malformed_request' },
  { method: 'POST', path: '/keys', body: '[]', status: 400, code: 'malformed_request' },
  { method: 'POST', path: '/keys', body: { mod: 'test' }, status: 422, code: 'invalid_input' },
  { method: 'POST', path: '/keys', body: { mode: 1 }, status: 422, code: 'invalid_input' },
  { method: 'POST', path: '/keys', body: '{"__proto__":1}', status: 422, code: 'invalid_input' },
  { method: 'POST', path: '/keys/key_none/revoke', status: 404, code: 'unknown_key' },
  {
    method: 'POST',
    path: '/clock/advance',
    body: { seconds: -1 },
    status: 422,
    code: 'invalid_option',
  },
  {
    method: 'POST',
    path: '/faults',
    body: { operation: 'tasks.lst', status: 503 },
    status: 422,
    code: 'unknown_operation',
  },
  {
    method: 'POST',
    path: '/clock/advance',
    body: { seconds: 1e300 },
    status: 422,
    code: 'invalid_input',
  },
  {
    method: 'POST',
    path: '/faults',
    body: { status: 503, headers: { 'X-Bad': 'a\r\nb: c' } },
    status: 422,
    code: 'invalid_input',
  },
  {
    method: 'POST',
    path: '/faults',
    body: { status: 503, headers: { 'X Bad': 'a' } },
    status: 422,
    code: 'invalid_input',
  },
  { method: 'PUT', path: '/snapshot', body: {}, status: 422, code: 'invalid_snapshot' },
])('$method $path with $body is refused: $status $code', ({ method, path, body, status, code }) => {
  const answer = bench().call(method, path, body);
  expect(answer.status).toBe(status);
  expect(answer.headers['Content-Type']).toBe('application/problem+json');
  expect(read(answer)).toMatchObject({ status, code });
});

test('a snapshot that is broken inside changes nothing', () => {
  const { mock, call } = bench();
  const before = mock.snapshot();
  const parts = Object.fromEntries(Object.keys(before.parts).map((name) => [name, 0]));
  const answer = call('PUT', '/snapshot', { snapshotVersion: 1, parts });
  expect(answer.status).toBe(422);
  expect(read(answer)).toMatchObject({ code: 'invalid_snapshot' });
  expect(mock.snapshot()).toEqual(before);
});

test('a path that knows other methods names them', () => {
  expect(bench().call('PATCH', '/keys').headers['Allow']).toBe('GET, POST');
});

test('a page of another site is refused before anything happens', () => {
  const mock = createMock({ seed: 1 });
  const answer = answerControl(
    { mock, atStart: mock.snapshot(), hosts: [] },
    {
      method: 'POST',
      url: '/__mock/reset',
      headers: { host: ['localhost:4010'], origin: ['https://evil.example'] },
      body: undefined,
      localAddress: '127.0.0.1',
    },
  );
  expect(answer.status).toBe(403);
  expect(read(answer)).toMatchObject({ code: 'forbidden_origin' });
});

test('no two routes are the same', () => {
  const names = controlRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
});
