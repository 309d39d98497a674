import { setImmediate } from 'node:timers/promises';
import { clientCredentials, ProductClient } from '@product/api-client';
import { createMock } from '@product/mock-server';
import { expect, test } from 'vitest';

const baseUrl = 'https://api.example.com/v1';
const HOUR_MS = 3_600_000;

function setUp() {
  const mock = createMock({ seed: 1 });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'], plan: 'enterprise' });
  const sent = (operation: string): number => mock.requests.find(operation).length;
  return { mock, key, sent, options: { fetch: mock.fetch, clock: mock.clock } };
}

test('a key that was rotated while the client runs is replaced by the one in the vault', async () => {
  const { mock, key, options } = setUp();
  let vault = key.secret;
  const client = new ProductClient({ ...options, apiKey: async () => vault });
  await client.users.me();
  const admin = new ProductClient({
    ...options,
    apiKey: mock.keys.create({ permissions: ['admin:*'] }).secret,
  });
  vault = (await admin.apiKeys.rotate(key.id, { grace_period_seconds: 0 })).key;
  const { attempts } = await client.users.me().withResponse();
  expect(attempts.map(({ reason }) => reason)).toEqual(['renewed-credential', 'succeeded']);
});

test('a client with client credentials works for a day on 27 tokens, and no call meets a 401', async () => {
  const { mock, key, sent, options } = setUp();
  const auth = clientCredentials({
    tokenUrl: `${baseUrl}/oauth/token`,
    clientId: key.id,
    clientSecret: key.secret,
  });
  const client = new ProductClient({ ...options, auth });
  const reasons = new Set<string>();
  for (let minute = 0; minute < 24 * 60; minute += 6) {
    const { attempts } = await client.users.me().withResponse();
    for (const { reason } of attempts) reasons.add(reason);
    await setImmediate(); // a token is replaced beside the call: it has come before time goes on
    mock.clock.advance({ ms: HOUR_MS / 10 });
  }
  expect([...reasons]).toEqual(['succeeded']);
  expect(sent('oauth.token')).toBe(27); // each lives an hour, and is replaced after 54 minutes
});

test('client credentials of a revoked key end in an error that says so', async () => {
  const { mock, key, options } = setUp();
  const auth = clientCredentials({
    tokenUrl: `${baseUrl}/oauth/token`,
    clientId: key.id,
    clientSecret: key.secret,
  });
  mock.keys.revoke(key.id);
  const call = new ProductClient({ ...options, auth }).users.me();
  await expect(call).rejects.toMatchObject({
    kind: 'authentication',
    code: 'invalid_client',
    operation: 'users.me',
  });
});

test('twenty calls at once ask the token endpoint once', async () => {
  const { key, sent, options } = setUp();
  const auth = clientCredentials({
    tokenUrl: `${baseUrl}/oauth/token`,
    clientId: key.id,
    clientSecret: key.secret,
  });
  const client = new ProductClient({ ...options, auth });
  await Promise.all(Array.from({ length: 20 }, () => client.users.me()));
  expect([sent('oauth.token'), sent('users.me')]).toEqual([1, 20]);
});
