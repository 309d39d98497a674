import { expect, test } from 'vitest';
import { productModel } from './generated/product-model.ts';
import { anySchemaTools } from './schema/any-schema-tools.ts';
import { createValidators } from './schema/validators.ts';
import { bench, callsOf } from './test-call.ts';

const types = productModel.webhooks.map(({ name }) => name);

// Everything that the service tells of, made to happen once.
async function makeAllHappen(): Promise<
  readonly { readonly event: string; readonly body: string }[]
> {
  const plans = { free: { hour: 3, minute: 2 } };
  const { call, mock } = bench({ plans }, { mode: 'live', plan: 'enterprise' });
  await call('POST', '/webhook-endpoints', {
    body: { url: 'https://example.com/h', events: types },
  });
  for (const [path, body] of [
    ['/tasks', { title: 'a' }],
    ['/projects', { name: 'a' }],
  ] as const) {
    const { body: made } = await call('POST', path, { body });
    await call('PATCH', `${path}/${String(made['id'])}`, { body });
    await call('DELETE', `${path}/${String(made['id'])}`);
  }
  const expiry = { expires_at: '2026-03-01T00:00:00Z' };
  const { body: made } = await call('POST', '/api-keys', { body: { name: 'a', ...expiry } });
  await call('POST', '/api-keys', { body: { name: 'b', auto_renew: true, ...expiry } });
  const path = `/api-keys/${String(made['id'])}`;
  await call('PATCH', path, { body: { name: 'c' } });
  await call('POST', `${path}/rotate`);
  const small = mock.keys.create({ mode: 'live', plan: 'free' });
  const limited = callsOf(mock, small.secret);
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  for (let sent = 0; sent < 3; sent++) await limited('GET', '/tasks', from(`203.0.113.${sent}`));
  mock.clock.advance({ minutes: 1 });
  for (let sent = 0; sent < 2; sent++) await limited('GET', '/tasks');
  mock.clock.advance({ days: 160 });
  await call('DELETE', path);
  mock.keys.revoke(small.id);
  await limited('GET', '/tasks');
  expect(mock.violations).toEqual([]);
  return mock.webhooks.deliveries;
}

test('every event that the document names is sent, as the document describes it', async () => {
  const deliveries = await makeAllHappen();
  const { check } = createValidators(productModel.schemas, anySchemaTools);
  for (const { event, body } of deliveries) {
    const webhook = productModel.webhooks.find(({ name }) => name === event);
    const schema = webhook?.requestBody?.content[0]?.schema ?? false;
    expect([event, check(schema, JSON.parse(body), 'response')]).toEqual([event, []]);
  }
  const sent = new Set(deliveries.map(({ event }) => event));
  expect(types.filter((type) => !sent.has(type))).toEqual([]);
});
