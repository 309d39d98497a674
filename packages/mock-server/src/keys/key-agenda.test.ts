import { expect, test } from 'vitest';
import { bench } from '../test-call.ts';

const events = ['api_key.expiring', 'api_key.expired', 'api_key.renewed'];

async function watched(plan: string, key: object): Promise<() => string[]> {
  const { call, mock } = bench({}, { plan });
  await call('POST', '/webhook-endpoints', { body: { url: 'https://example.com/h', events } });
  await call('POST', '/api-keys', { body: { name: 'Watched', ...key } });
  mock.clock.advance({ days: 500 });
  return () =>
    mock.webhooks.deliveries.map(({ event, body }) => `${JSON.parse(body).created_at} ${event}`);
}

test('the notice comes 30 days ahead, the expiry at its instant', async () => {
  const told = await watched('free', { expires_at: '2026-06-30T12:00:00Z' });
  expect(told()).toEqual([
    expect.stringMatching(/^2026-05-31T12:00:00(\.000)?Z api_key.expiring$/),
    expect.stringMatching(/^2026-06-30T12:00:00(\.000)?Z api_key.expired$/),
  ]);
});

test('no notice is given of an expiry that was chosen nearer than it', async () => {
  const told = await watched('free', { expires_at: '2025-11-01T00:00:00Z' });
  expect(told().map((line) => line.split(' ')[1])).toEqual(['api_key.expired']);
});

test('a key of the enterprise plan renews itself again and again', async () => {
  const told = await watched('enterprise', {
    expires_at: '2025-12-13T00:00:00Z',
    auto_renew: true,
  });
  expect(told().map((line) => line.split(' ')[1])).toEqual([
    ...['api_key.expiring', 'api_key.renewed'],
    ...['api_key.expiring', 'api_key.renewed'],
  ]);
});

test('failures of a known key and uses from new places are told', async () => {
  const { call, mock, key } = bench();
  const kinds = ['api_key.auth_failed', 'api_key.used_from_new_location'];
  const endpoint = { url: 'https://example.com/h', events: kinds };
  const from = (address: string) => ({ headers: { 'x-forwarded-for': `${address}, 10.0.0.1` } });
  await call('POST', '/webhook-endpoints', { body: endpoint, ...from('203.0.113.7') });
  await call('GET', '/tasks', from('203.0.113.7'));
  await call('GET', '/tasks', from('203.0.113.8'));
  await call('GET', '/tasks', from('203.0.113.8'));
  mock.keys.revoke(key.id);
  await call('GET', '/tasks', from('203.0.113.9'));
  await call('GET', '/tasks', { secret: 'sk_test_mock_unknown' });
  const told = mock.webhooks.deliveries.map(({ body }) => JSON.parse(body));
  expect(told).toMatchObject([
    { type: kinds[1], data: { api_key_id: key.id, ip: '203.0.113.8' } },
    { type: kinds[0], data: { code: 'invalid_api_key', ip: '203.0.113.9' } },
  ]);
});
