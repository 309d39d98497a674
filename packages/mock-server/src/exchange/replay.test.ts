import { expect, test } from 'vitest';
import { ReplayStore } from '../state/replay-store.ts';
import { bench, callsOf, rowsOf } from '../test-call.ts';
import type { Exchange } from './exchange-state.ts';
import { keepForReplay } from './replay.ts';

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

test('an answer that shows a secret is given again, but never written to a snapshot', async () => {
  const { call, mock } = bench();
  const create = { body: { name: 'Key' }, headers: { 'idempotency-key': 'k1' } };
  const first = await call('POST', '/api-keys', create);
  await call('POST', '/tasks', keyed('k2'));
  expect((await call('POST', '/api-keys', create)).text).toBe(first.text);
  const snapshot = JSON.stringify(mock.snapshot());
  expect(snapshot).not.toContain(String(first.body['key']));
  expect(snapshot).toContain('tasks.create k2');
});

test('a failure of the operation itself is not kept', () => {
  const replays = new ReplayStore();
  replays.begin('k1', 'f');
  const state = { core: { replays, idempotency: { retentionSeconds: 60 } }, replayName: 'k1' };
  // Only what keeping looks at.
  const exchange = { ...state, at: 0, path: '/', query: '', request: {} } as unknown as Exchange;
  keepForReplay(exchange, { status: 500 });
  expect(replays.find('k1', 0)).toBeUndefined();
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
