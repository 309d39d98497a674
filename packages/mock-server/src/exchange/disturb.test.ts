import { expect, test } from 'vitest';
import type { Fault } from '../faults/faults.ts';
import { bench } from '../test-call.ts';

test('a fault strikes as often as it says, then the mock answers', async () => {
  const { call, mock } = bench();
  mock.faults.add({ operation: 'tasks.list', status: 503, times: 2, retryAfter: 1 });
  const first = await call('GET', '/tasks');
  expect(first.headers.get('retry-after')).toBe('1');
  expect(first.body).toMatchObject({ code: 'service_unavailable', status: 503 });
  expect((await call('GET', '/projects')).status).toBe(200);
  expect((await call('GET', '/tasks')).status).toBe(503);
  expect((await call('GET', '/tasks')).status).toBe(200);
  expect(mock.faults.list()).toEqual([]);
});

test('a reset is what fetch throws for a lost connection', async () => {
  const { call, mock } = bench();
  mock.faults.add({ method: 'GET', error: 'reset' });
  await expect(call('GET', '/tasks')).rejects.toThrow(TypeError);
  expect((await call('GET', '/tasks')).status).toBe(200);
});

test('a delay passes on the clock of the mock', async () => {
  const { call, mock } = bench();
  mock.faults.add({ path: '/tasks', delayMs: 90_000 });
  const { headers, status } = await call('GET', '/tasks');
  expect(status).toBe(200);
  expect(headers.get('date')).toBe('Tue, 14 Oct 2025 10:31:30 GMT');
});

test('a scripted answer is sent as it is, whatever the document says', async () => {
  const { call, mock } = bench();
  mock.faults.add({ status: 200, body: '<html>', headers: { 'Content-Type': 'text/html' } });
  mock.faults.add({ status: 502, body: { oops: true } });
  const page = await call('GET', '/tasks');
  expect([page.text, page.headers.get('content-type')]).toEqual(['<html>', 'text/html']);
  expect((await call('GET', '/tasks')).body).toEqual({ oops: true });
  expect(mock.violations).toEqual([]);
});

test.each<[Fault & { stauts?: number }, string, string]>([
  [{ operation: 'tasks.lst', status: 500 }, 'unknown_operation', 'Did you mean "tasks.list"?'],
  [{ path: '/task', status: 500 }, 'unknown_operation', 'Did you mean "/tasks"?'],
  [{ stauts: 500 }, 'invalid_option', 'Did you mean "status"?'],
  [{ status: 99 }, 'invalid_option', 'from 200 to 599'],
  [{ status: 500, times: 0 }, 'invalid_option', 'Infinity for always'],
  [{ delayMs: -1 }, 'invalid_option', '0 or more'],
  [{ status: 500, headers: { 'X Y': '' } }, 'invalid_option', 'HTTP cannot carry'],
  [{ status: 500, headers: { X: 'a\r\nb' } }, 'invalid_option', 'HTTP cannot carry'],
  [{}, 'invalid_option', 'does nothing'],
])('the fault %j is refused', (fault, code, text) => {
  const { mock } = bench();
  const add = () => mock.faults.add({ ...fault });
  expect(add).toThrow(expect.objectContaining({ code, message: expect.stringContaining(text) }));
});
