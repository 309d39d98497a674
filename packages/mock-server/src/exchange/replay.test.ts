import { expect, test } from 'vitest';
import { bench, callsOf, rowsOf } from '../test-call.ts';

const keyed = (key: string, title = 'Once') => ({
  body: { title },
  headers: { 'idempotency-key': key },
});

test('the same key and body give the same answer, and nothing is done twice', async () => {
  const { call, mock } = bench();
  const first = await call('POST', '/tasks', keyed('k1'));
  const again = await call('POST', '/tasks', keyed('"k1"'));
  expect(again.text).toBe(first.text);
  expect(again.status).toBe(201);
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  const titles = rowsOf(await call('GET', '/tasks')).filter((row) => row['title'] === 'Once');
  expect(titles).toHaveLength(1);
  expect(mock.violations).toEqual([]);
});

test('the same key with another body is refused', async () => {
  const { call, mock } = bench();
  await call('POST', '/tasks', keyed('k1'));
  const other = await call('POST', '/tasks', keyed('k1', 'Twice'));
  expect(other.body).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  expect(mock.violations).toEqual([]);
});

test('a key is free again after its retention', async () => {
  const { call, mock } = bench();
  await call('POST', '/tasks', keyed('k1'));
  mock.clock.advance({ hours: 24 });
  expect((await call('POST', '/tasks', keyed('k1', 'Twice'))).status).toBe(201);
});

test('two API keys and two operations do not share idempotency keys', async () => {
  const { call, mock } = bench();
  const other = callsOf(mock, mock.keys.create().secret);
  await call('POST', '/tasks', keyed('k1'));
  expect((await other('POST', '/tasks', keyed('k1', 'Theirs'))).status).toBe(201);
  const project = { body: { name: 'P' }, headers: { 'idempotency-key': 'k1' } };
  expect((await call('POST', '/projects', project)).status).toBe(201);
});

test('a repetition while the first runs is refused', async () => {
  const { call, mock } = bench();
  mock.faults.add({ operation: 'tasks.create', delayMs: 500 });
  const [first, second] = await Promise.all([
    call('POST', '/tasks', keyed('k1')),
    call('POST', '/tasks', keyed('k1')),
  ]);
  expect(first.status).toBe(201);
  expect(second.body).toMatchObject({ status: 409, code: 'idempotency_in_progress' });
  expect((await call('POST', '/tasks', keyed('k1'))).text).toBe(first.text);
});

test('a 503 is not kept, a 422 is not either: it never reached the operation', async () => {
  const { call, mock } = bench();
  mock.faults.add({ operation: 'tasks.create', status: 503 });
  expect((await call('POST', '/tasks', keyed('k1'))).status).toBe(503);
  expect((await call('POST', '/tasks', keyed('k1', ''))).status).toBe(422);
  expect((await call('POST', '/tasks', keyed('k1'))).status).toBe(201);
});
