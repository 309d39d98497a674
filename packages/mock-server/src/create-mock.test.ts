import { expect, test } from 'vitest';
import { createMock } from './create-mock.ts';
import { createMockFromModel } from './create-mock-from-model.ts';
import { productModel } from './generated/product-model.ts';
import type { MockOptions } from './options/mock-options.ts';
import { bench, callsOf } from './test-call.ts';

async function story(seed?: number): Promise<string[]> {
  const mock = createMock(seed === undefined ? {} : { seed });
  const { test: key, readOnly } = mock.keys.createFirstKeys();
  const [call, reader] = [callsOf(mock, key.secret), callsOf(mock, readOnly.secret)];
  const endpoint = { url: 'https://example.com/h', events: ['task.created'] };
  const answers = [
    await call('POST', '/webhook-endpoints', { body: endpoint }),
    await call('POST', '/tasks', { body: { title: 'One' } }),
    await call('POST', '/api-keys', { body: { name: 'Key' } }),
    await call('GET', '/tasks?limit=3'),
    await reader('POST', '/tasks', { body: { title: 'No' } }),
  ];
  const sent = mock.webhooks.deliveries.map((delivery) => JSON.stringify(delivery));
  return [...answers.map(({ headers, text }) => JSON.stringify([[...headers], text])), ...sent];
}

test('the same seed and calls give the same bytes, another seed others', async () => {
  const [first, second, other] = [await story(7), await story(7), await story(8)];
  expect(second).toEqual(first);
  expect(other).not.toEqual(first);
});

test('without a seed no two mocks are alike', async () => {
  expect(await story()).not.toEqual(await story());
});

test('a snapshot is plain JSON, and another mock goes on from it with the same keys', async () => {
  const { call, mock, key } = bench();
  const made = await call('POST', '/tasks', { body: { title: 'Kept' } });
  const path = `/tasks/${String(made.body['id'])}`;
  const snapshot = mock.snapshot();
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  expect(JSON.stringify(snapshot)).not.toContain(key.secret);
  const next = await call('POST', '/tasks', { body: { title: 'After' } });
  const other = createMock({ seed: 99 });
  other.restore(snapshot);
  const there = callsOf(other, key.secret);
  expect((await there('GET', path)).body).toEqual(made.body);
  mock.restore(snapshot);
  const again = await call('POST', '/tasks', { body: { title: 'After' } });
  expect([again.text, [...again.headers]]).toEqual([next.text, [...next.headers]]);
});

test('a snapshot does not change with the mock, nor the mock with the snapshot', async () => {
  const { call, mock, key } = bench();
  const snapshot = mock.snapshot();
  const text = JSON.stringify(snapshot);
  await call('DELETE', `/api-keys/${key.id}`);
  expect(JSON.stringify(snapshot)).toBe(text);
  mock.restore(snapshot);
  expect((await call('GET', '/tasks')).status).toBe(200);
  expect(JSON.stringify(snapshot)).toBe(text);
});

test('a snapshot that is broken inside changes nothing', () => {
  const { mock } = bench();
  const before = mock.snapshot();
  const broken = { ...before, parts: { ...before.parts, clock: 0, worlds: { x: [null] } } };
  const code = 'invalid_snapshot';
  expect(() => mock.restore(broken)).toThrow(expect.objectContaining({ code }));
  expect(mock.snapshot()).toEqual(before);
});

test('reset goes back to the moment after creation', async () => {
  const mock = createMock({ seed: 1, keys: [{ name: 'First' }] });
  const [first] = mock.keys.list();
  mock.keys.create();
  mock.clock.advance({ days: 1 });
  mock.faults.add({ status: 500 });
  await mock.fetch(`${mock.baseUrl}/nope`);
  mock.reset();
  expect(mock.keys.list()).toEqual([first]);
  expect(mock.clock.now()).toBe(Date.UTC(2025, 9, 14, 10, 30));
  expect([mock.faults.list(), mock.requests.entries, mock.webhooks.deliveries]).toEqual([
    [],
    [],
    [],
  ]);
});

test.each([
  [{}, 'its part "clock" is missing'],
  [{ parts: { clock: 'noon' } }, 'its part "clock" is missing or broken'],
  [{ snapshotVersion: 1 }, 'version 1'],
])('the snapshot %j is refused', (change, text) => {
  const { mock } = bench();
  const snapshot = { snapshotVersion: 2, parts: {}, ...change } as const;
  const whole = 'snapshotVersion' in change ? { ...mock.snapshot(), ...change } : snapshot;
  // A caller without types can hand over anything.
  const restore = () => mock.restore(whole as Parameters<typeof mock.restore>[0]);
  const code = 'invalid_snapshot';
  expect(restore).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(text) }),
  );
});

test.each<[MockOptions & { readonly [name: string]: unknown }, string]>([
  [{ sede: 1 }, 'Did you mean "seed"?'],
  [{ seed: Number.NaN }, 'Give any number'],
  [{ baseUrl: 'ftp://example.com' }, 'not an http or https URL'],
  [{ startAt: 'soon' }, 'not an instant'],
  [{ plans: { free: { minut: 1 } } }, 'Did you mean "minute"?'],
  [{ plans: { free: { minute: 0 } } }, 'above 0'],
  [{ rows: { task: [] } }, 'Did you mean "tasks"?'],
  [{ keys: [{ mode: 'lve' }] }, 'Did you mean "live"?'],
  [{ keys: [{ plan: 'pro' }] }, 'there is no plan "pro"'],
  [{ webhooks: { deliver: true, retries: 3 } as never }, 'no option "retries"'],
])('the options %j are refused', (options, text) => {
  const create = () => createMock(options);
  const code = 'invalid_option';
  expect(create).toThrow(expect.objectContaining({ code, message: expect.stringContaining(text) }));
});

test('a behaviour that does not exist is refused', () => {
  const operations = productModel.operations.map((operation) => ({
    ...operation,
    extensions: { 'x-mock-handler': 'users.mee' },
  }));
  const create = () => createMockFromModel({ ...productModel, operations });
  const message = expect.stringContaining('Did you mean "users.me"?');
  expect(create).toThrow(expect.objectContaining({ code: 'invalid_model', message }));
});

test('the first keys are a full one, one that reads, and a live one', async () => {
  const { mock } = bench();
  const keys = mock.keys.createFirstKeys();
  expect(keys.readOnly.permissions).toEqual(['tasks:read', 'projects:read', 'users:read']);
  expect([keys.test.mode, keys.readOnly.mode, keys.live.mode]).toEqual(['test', 'test', 'live']);
  const statuses = [];
  for (const { secret } of Object.values(keys)) {
    statuses.push((await callsOf(mock, secret)('POST', '/tasks', { body: { title: 'x' } })).status);
  }
  expect(statuses).toEqual([201, 403, 201]);
});

test('an abort is the reason that fetch rejects with', async () => {
  const { mock } = bench();
  mock.faults.add({ delayMs: 1000 });
  const controller = new AbortController();
  const answer = mock.fetch(`${mock.baseUrl}/tasks`, { signal: controller.signal });
  controller.abort(new Error('enough'));
  await expect(answer).rejects.toThrow('enough');
  expect(mock.violations).toEqual([]);
});

test('revoking a key that does not exist is refused', () => {
  const { mock } = bench();
  expect(() => mock.keys.revoke('key_x')).toThrow(expect.objectContaining({ code: 'unknown_key' }));
});
