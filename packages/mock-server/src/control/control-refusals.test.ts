import { expect, test } from 'vitest';
import { createMock } from '../create-mock.ts';
import { answerControl } from './control.ts';
import { bench, read } from './test-bench.ts';

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
  const answer = call('PUT', '/snapshot', { snapshotVersion: 2, parts });
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
