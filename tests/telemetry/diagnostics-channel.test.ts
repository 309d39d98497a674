import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import { type ClientEvent, ProductClient } from '@product/api-client';
import { createMock } from '@product/mock-server';
import { expect, test } from 'vitest';

const events = channel('@product/api-client:event');

function setUp() {
  const mock = createMock({ seed: 1 });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'] });
  const client = new ProductClient({ apiKey: key.secret, fetch: mock.fetch, clock: mock.clock });
  return { mock, key, client };
}

/** What is published while some work is done; the application and the client know nothing of it. */
async function published(work: () => Promise<unknown>): Promise<ClientEvent[]> {
  const seen: ClientEvent[] = [];
  const subscriber = (message: unknown) => {
    // The channel is documented to carry these.
    seen.push(message as ClientEvent);
  };
  events.subscribe(subscriber);
  await work().finally(() => events.unsubscribe(subscriber));
  return seen;
}

test('a subscriber hears of every event of every client, without an option', async () => {
  const { client, mock } = setUp();
  mock.faults.add({ operation: 'users.me', status: 503, times: 1 });
  const seen = await published(() => client.users.me());
  expect(seen.map(({ type }) => type)).toEqual([
    ...['call-start', 'attempt-start', 'attempt', 'retry'],
    ...['attempt-start', 'attempt', 'call-end'],
  ]);
});

test('a subscriber that comes later, or has gone, changes nothing for the client', async () => {
  const { client } = setUp();
  await client.users.me();
  const seen = await published(() => client.users.me());
  await client.users.me();
  expect(seen.filter(({ type }) => type === 'call-end')).toHaveLength(1);
});

test('no published event holds the key', async () => {
  const { client, key } = setUp();
  const seen = await published(async () => {
    await client.users.me();
    await client.tasks.get('task_missing').catch(() => undefined);
  });
  expect(seen.length).toBeGreaterThan(6);
  expect(JSON.stringify(seen)).not.toContain(key.secret.slice(-6));
});

test('events of a call are published in the async context that it was made in', async () => {
  const { client, mock } = setUp();
  mock.faults.add({ operation: 'users.me', status: 503, times: 1 });
  const requests = new AsyncLocalStorage<string>();
  const heard = new Set<unknown>();
  const note = () => heard.add(requests.getStore());
  events.subscribe(note);
  await requests.run('request 1', () => client.users.me());
  events.unsubscribe(note);
  expect([...heard]).toEqual(['request 1']);
});
