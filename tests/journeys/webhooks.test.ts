import { ProductClient } from '@product/api-client';
import { unwrapWebhook } from '@product/api-client/webhooks';
import { createMock } from '@product/mock-server';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';

const endpoint = { url: 'https://example.com/hooks', events: ['task.created' as const] };

/** The mock in the present, because the `standardwebhooks` package asks the machine for the time. */
function setUp() {
  const mock = createMock({ seed: 1, startAt: new Date() });
  const key = mock.keys.create({ mode: 'test', permissions: ['admin:*'] });
  const client = new ProductClient({ apiKey: key.secret, fetch: mock.fetch, clock: mock.clock });
  return { mock, client };
}

test('what the mock signs, the reference implementation of Standard Webhooks accepts', async () => {
  const { mock, client } = setUp();
  const { secret } = await client.webhookEndpoints.create(endpoint);
  const task = await client.tasks.create({ title: 'Tell everyone' });
  const delivery = mock.webhooks.deliveries.at(-1);
  const event = new Webhook(secret).verify(delivery?.body ?? '', { ...delivery?.headers });
  expect(event).toMatchObject({ type: 'task.created', data: { id: task.id } });
});

test('what the reference implementation signs, the SDK accepts', async () => {
  const secret = `whsec_${btoa('a secret of the reference package')}`;
  const body = JSON.stringify({ id: 'evt_1', type: 'task.deleted', mode: 'test', data: {} });
  const at = new Date();
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('evt_1', at, body),
  };
  const event = await unwrapWebhook(body, headers, secret, { now: () => at.getTime() });
  expect(event.type).toBe('task.deleted');
});

test('during a rotation both secrets verify, and after it only the new one', async () => {
  const { mock, client } = setUp();
  const old = await client.webhookEndpoints.create(endpoint);
  const renewed = await client.webhookEndpoints.rotateSecret(old.id, {
    grace_period_seconds: 3600,
  });
  const now = () => mock.clock.now();
  const verdicts = async () => {
    await client.tasks.create({ title: 'Tell everyone' });
    const { body, headers } = mock.webhooks.deliveries.at(-1) ?? { body: '', headers: {} };
    const codes = [old.secret, renewed.secret].map((secret) =>
      unwrapWebhook(body, headers, secret, { now }).then(
        (event) => event.type,
        (error) => error.code,
      ),
    );
    return Promise.all(codes);
  };
  expect(await verdicts()).toEqual(['task.created', 'task.created']);
  mock.clock.advance({ hours: 2 });
  expect(await verdicts()).toEqual(['signature_mismatch', 'task.created']);
});
