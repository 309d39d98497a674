import { expect, test } from 'vitest';
import { createMockFromModel } from '../../create-mock-from-model.ts';
import { productModel } from '../../generated/product-model.ts';
import { bench, callsOf, rowsOf } from '../../test-call.ts';

const body = { name: 'Integration', permissions: ['tasks:read'] };

test('a key shows its secret once and works at once', async () => {
  const { call, mock } = bench();
  const created = await call('POST', '/api-keys', { body });
  const secret = String(created.body['key']);
  const id = String(created.body['id']);
  expect(created.status).toBe(201);
  expect(secret).toMatch(/^sk_test_mock_[0-9A-Za-z]{32}$/);
  expect(created.body).toMatchObject({
    prefix: `${secret.slice(0, 16)}...`,
    tail: secret.slice(-6),
    mode: 'test',
    status: 'active',
    plan: 'free',
    expires_at: null,
  });
  const theirs = callsOf(mock, secret);
  expect((await theirs('GET', '/tasks')).status).toBe(200);
  expect((await theirs('GET', '/api-keys/current')).body['id']).toBe(id);
  for (const path of ['/api-keys', `/api-keys/${id}`]) {
    expect((await call('GET', path)).text).not.toContain(secret.slice(16, -6));
  }
  expect(JSON.stringify(mock.snapshot())).not.toContain(secret.slice(16, -6));
  expect(mock.violations).toEqual([]);
});

test('keys are listed newest first, found by tail, status and text', async () => {
  const { call, mock, key } = bench();
  const made = await call('POST', '/api-keys', {
    body: { name: 'Nightly', description: 'IMPORT' },
  });
  const id = made.body['id'];
  await call('DELETE', `/api-keys/${key.id}`);
  const admin = callsOf(mock, mock.keys.create({ mode: 'live' }).secret);
  const found = async (query: string): Promise<unknown[]> =>
    rowsOf(await admin('GET', `/api-keys?${query}`)).map((row) => row['id']);
  expect(await found(`tail=${String(made.body['tail'])}`)).toEqual([id]);
  expect(await found('q=import')).toEqual([id]);
  expect(await found('status=revoked')).toEqual([key.id]);
  expect(await found('mode=test')).toEqual([id, key.id]);
  expect(await found('limit=1&mode=test')).toEqual([id]);
});

test('rotation gives another secret, and the old one works until its grace ends', async () => {
  const { call, mock } = bench();
  const created = await call('POST', '/api-keys', { body });
  const path = `/api-keys/${String(created.body['id'])}/rotate`;
  const rotated = await call('POST', path, { body: { grace_period_seconds: 60 } });
  const [old, fresh] = [created, rotated].map((answer) =>
    callsOf(mock, String(answer.body['key'])),
  );
  expect((await old?.('GET', '/tasks'))?.status).toBe(200);
  expect((await fresh?.('GET', '/tasks'))?.status).toBe(200);
  mock.clock.advance({ seconds: 60 });
  expect((await old?.('GET', '/tasks'))?.body).toMatchObject({ code: 'invalid_api_key' });
  expect((await fresh?.('GET', '/tasks'))?.status).toBe(200);
  const atOnce = await call('POST', path);
  expect((await fresh?.('GET', '/tasks'))?.status).toBe(401);
  expect(atOnce.body['id']).toBe(created.body['id']);
  expect(mock.violations).toEqual([]);
});

test('a revoked key stays on record, unless it is to be removed', async () => {
  const { call, mock } = bench();
  const { body: made } = await call('POST', '/api-keys', { body });
  const path = `/api-keys/${String(made['id'])}`;
  const revoked = await call('DELETE', path);
  expect(revoked.body).toMatchObject({ status: 'revoked', revoked_at: '2025-10-14T10:30:00Z' });
  expect((await callsOf(mock, String(made['key']))('GET', '/tasks')).body).toMatchObject({
    code: 'invalid_api_key',
  });
  mock.clock.advance(1000);
  expect((await call('DELETE', path)).body).toEqual(revoked.body);
  expect((await call('PATCH', path, { body: { name: 'No' } })).status).toBe(409);
  expect((await call('POST', `${path}/rotate`)).status).toBe(409);
  expect((await call('DELETE', `${path}?permanent=true`)).status).toBe(204);
  expect((await call('GET', path)).status).toBe(404);
  expect(mock.violations).toEqual([]);
});

test('null takes the description and the end from a key, and what is left out stays', async () => {
  const { call } = bench();
  const given = { ...body, description: 'Import', expires_at: '2026-02-01T00:00:00Z' };
  const { body: made } = await call('POST', '/api-keys', { body: given });
  const change = { description: null, expires_at: null };
  const changed = await call('PATCH', `/api-keys/${String(made['id'])}`, { body: change });
  expect(changed.body).toMatchObject({ ...body, ...change });
});

test('a later expiry brings an expired key back', async () => {
  const { call, mock } = bench();
  const expires_at = '2026-02-01T00:00:00Z';
  const { body: made } = await call('POST', '/api-keys', { body: { ...body, expires_at } });
  const path = `/api-keys/${String(made['id'])}`;
  const theirs = callsOf(mock, String(made['key']));
  mock.clock.set(new Date(expires_at));
  expect((await theirs('GET', '/tasks')).body).toMatchObject({ code: 'expired_api_key' });
  await call('PATCH', path, { body: { expires_at: '2027-01-01T00:00:00Z', permissions: [] } });
  expect((await theirs('GET', '/tasks')).status).toBe(403);
  expect((await theirs('GET', '/api-keys/current')).status).toBe(200);
});

test.each([
  ['an expiry in the past', { expires_at: '2025-10-13T23:59:59Z' }, 422, 'validation_failed'],
  ['renewal on a plan without it', { auto_renew: true }, 403, 'plan_required'],
  ['a live key made by a test key', { mode: 'live' }, 403, 'insufficient_scope'],
])('%s is refused', async (...row) => {
  const [, change, status, code] = row;
  const { call, mock } = bench();
  const answer = await call('POST', '/api-keys', { body: { ...body, ...change } });
  expect(answer.body).toMatchObject({ status, code });
  expect(mock.violations).toEqual([]);
});

test('nobody gives, extends or rotates more than they have', async () => {
  const operations = productModel.operations.map((operation) =>
    operation.resource === 'apiKeys'
      ? { ...operation, security: [{ bearerAuth: ['keys:write'] }] }
      : operation,
  );
  const mock = createMockFromModel({ ...productModel, operations }, { seed: 1 });
  const strong = mock.keys.create({ permissions: ['keys:write', 'tasks:write'] });
  const weak = callsOf(
    mock,
    mock.keys.create({ permissions: ['keys:write', 'tasks:read'] }).secret,
  );
  const path = `/api-keys/${strong.id}`;
  const attempts = [
    await weak('POST', '/api-keys', { body: { name: 'x', permissions: ['tasks:write'] } }),
    await weak('PATCH', path, { body: { name: 'mine' } }),
    await weak('POST', `${path}/rotate`),
    await weak('DELETE', path),
  ];
  for (const attempt of attempts) {
    expect(attempt.status).toBe(403);
    expect(attempt.body).toMatchObject({ required_scope: 'tasks:write' });
  }
  expect((await weak('POST', '/api-keys', { body })).status).toBe(201);
});

test('a test key neither sees nor touches live keys', async () => {
  const { call, mock } = bench();
  const live = mock.keys.create({ mode: 'live' });
  expect(rowsOf(await call('GET', '/api-keys')).map((row) => row['mode'])).toEqual(['test']);
  expect((await call('POST', `/api-keys/${live.id}/rotate`)).status).toBe(404);
  expect((await call('DELETE', `/api-keys/${live.id}`)).status).toBe(404);
});

test('what happens to keys is told to the endpoints of their mode', async () => {
  const { call, mock } = bench();
  const events = ['api_key.created', 'api_key.updated', 'api_key.rotated', 'api_key.revoked'];
  await call('POST', '/webhook-endpoints', { body: { url: 'https://example.com/h', events } });
  const { body: made } = await call('POST', '/api-keys', { body });
  const path = `/api-keys/${String(made['id'])}`;
  await call('PATCH', path, { body: { name: 'Other' } });
  await call('POST', `${path}/rotate`);
  await call('DELETE', path);
  expect(mock.webhooks.deliveries.map(({ event }) => event)).toEqual(events);
  expect(mock.webhooks.deliveries[0]?.body).not.toContain(String(made['key']));
});
