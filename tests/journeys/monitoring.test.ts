import { type ClientEvent, ProductClient, type WebhookEvent } from '@product/api-client';
import { unwrapWebhook } from '@product/api-client/webhooks';
import { createMock } from '@product/mock-server';
import { expect, test } from 'vitest';

// What the seed asks to watch and to alert on, from both sides: the client's events, and webhooks.

type WatchedEvent = 'api_key.auth_failed' | 'api_key.used_from_new_location';
type LimitEvent = 'rate_limit.reached' | 'quota.exceeded';
const watched: (WatchedEvent | LimitEvent)[] = [
  ...(['api_key.auth_failed', 'api_key.used_from_new_location'] as const),
  ...(['rate_limit.reached', 'quota.exceeded'] as const),
];

/** A watched key, whose events and webhooks are kept. */
async function watch(mode: 'live' | 'test') {
  const mock = createMock({ seed: 1 });
  const base = { fetch: mock.fetch, clock: mock.clock };
  const admin = new ProductClient({ apiKey: mock.keys.create({ mode }).secret, ...base });
  const endpoint = await admin.webhookEndpoints.create({
    url: 'https://example.com/hooks',
    events: watched,
  });
  const key = mock.keys.create({ mode, permissions: ['tasks:read'], plan: 'free' });
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent) => void events.push(event);
  const client = new ProductClient({ apiKey: key.secret, onEvent, ...base });
  return {
    ...{ mock, key, client },
    /** Calls that the client knows nothing of, as another process makes them. */
    async elsewhere(ip: string, times = 1) {
      const headers = { authorization: `Bearer ${key.secret}`, 'x-forwarded-for': ip };
      for (let call = 0; call < times; call++) {
        await mock.fetch(`${mock.baseUrl}/tasks?limit=1`, { headers });
      }
    },
    kinds: () => events.map(({ type }) => type),
    webhooks: (): Promise<WebhookEvent[]> =>
      Promise.all(
        mock.webhooks.deliveries.map(({ body, headers }) =>
          unwrapWebhook(body, headers, endpoint.secret, { now: () => mock.clock.now() }),
        ),
      ),
  };
}

test('an authentication failure is told by both sides', async () => {
  const { mock, key, client, kinds, webhooks } = await watch('test');
  mock.keys.revoke(key.id);
  await client.tasks.list().catch(() => undefined);
  expect(kinds()).toContain('auth-failure');
  const data = { api_key_id: key.id, code: 'invalid_api_key' };
  expect(await webhooks()).toMatchObject([{ type: 'api_key.auth_failed', data }]);
});

test('a lack of permission is told by the client', async () => {
  const { client, kinds } = await watch('test');
  await client.projects.list().catch(() => undefined);
  expect(kinds()).toContain('auth-failure');
});

test('a rate limit that is reached is told before, by the client, and after, by both sides', async () => {
  const { client, elsewhere, key, kinds, webhooks } = await watch('test');
  await client.tasks.list({ limit: 1 });
  await elsewhere('203.0.113.7', 98);
  await client.tasks.list({ limit: 1 });
  expect(kinds()).toContain('rate-limit-low');
  await elsewhere('203.0.113.7');
  await client.tasks.list({ limit: 1 });
  expect(kinds()).toContain('wait');
  const data = { api_key_id: key.id, window: 'minute' };
  expect(await webhooks()).toMatchObject([{ type: 'rate_limit.reached', data }]);
});

test('a refusal that another process has caused is told by the client', async () => {
  const { client, elsewhere, kinds } = await watch('test');
  await elsewhere('203.0.113.7', 100);
  await client.tasks.list({ limit: 1 });
  expect(kinds()).toContain('rate-limited');
});

test('a quota that is exceeded is told by webhook, and before that by the client', async () => {
  const { client, elsewhere, key, kinds, mock, webhooks } = await watch('live');
  for (let minute = 0; minute < 9; minute++) {
    await elsewhere('203.0.113.7', 100);
    mock.clock.advance({ minutes: 1 });
  }
  await client.tasks.list({ limit: 1 });
  expect(kinds()).toContain('rate-limit-low');
  await elsewhere('203.0.113.7', 99);
  mock.clock.advance({ minutes: 1 });
  await elsewhere('203.0.113.7');
  const data = { api_key_id: key.id, window: 'hour' };
  expect(await webhooks()).toMatchObject([{ type: 'quota.exceeded', data }]);
});

test('a key that is used from a new location is told by webhook', async () => {
  const { elsewhere, key, webhooks } = await watch('test');
  await elsewhere('203.0.113.7');
  await elsewhere('198.51.100.23');
  const data = { api_key_id: key.id, ip: '198.51.100.23' };
  expect(await webhooks()).toMatchObject([{ type: 'api_key.used_from_new_location', data }]);
});

test('unusual use shows in the events of the client, and in the usage of the key', async () => {
  const { client, elsewhere, key, kinds, mock } = await watch('test');
  for (let call = 0; call < 7; call++) await client.tasks.list({ limit: 1 });
  await elsewhere('198.51.100.23', 5);
  expect(kinds().filter((type) => type === 'call-start')).toHaveLength(7);
  const base = { fetch: mock.fetch, clock: mock.clock };
  const admin = new ProductClient({ apiKey: mock.keys.create().secret, ...base });
  expect((await admin.apiKeys.get(key.id)).usage.requests_today).toBe(12);
});
