import { expect, test } from 'vitest';
import { bench, rowsOf } from '../../test-call.ts';

const endpoint = { url: 'https://example.com/h', events: ['task.created'] };
const signatures = (value = '') => value.split(' ').length;

test('a signing secret is shown once and signs what is sent', async () => {
  const { call, mock } = bench();
  const { body: made, status } = await call('POST', '/webhook-endpoints', { body: endpoint });
  expect(status).toBe(201);
  expect(made['secret']).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const path = `/webhook-endpoints/${String(made['id'])}`;
  for (const read of [path, '/webhook-endpoints']) {
    expect((await call('GET', read)).text).not.toContain('secret');
  }
  await call('POST', '/tasks', { body: { title: 'a' } });
  await call('POST', '/projects', { body: { name: 'a' } });
  expect(mock.webhooks.deliveries.map(({ event }) => event)).toEqual(['task.created']);
  expect(mock.violations).toEqual([]);
});

test('after a rotation both secrets sign until the grace ends', async () => {
  const { call, mock } = bench();
  const { body: made } = await call('POST', '/webhook-endpoints', { body: endpoint });
  const path = `/webhook-endpoints/${String(made['id'])}/rotate-secret`;
  const rotated = await call('POST', path, { body: { grace_period_seconds: 60 } });
  expect(rotated.body['secret']).not.toBe(made['secret']);
  const counts = [];
  for (const seconds of [0, 59, 1]) {
    mock.clock.advance({ seconds });
    await call('POST', '/tasks', { body: { title: 'a' } });
    counts.push(signatures(mock.webhooks.deliveries.at(-1)?.headers['webhook-signature']));
  }
  expect(counts).toEqual([2, 2, 1]);
});

test('a disabled endpoint hears nothing but a test', async () => {
  const { call, mock } = bench();
  const body = { ...endpoint, status: 'disabled' };
  const { body: made } = await call('POST', '/webhook-endpoints', { body });
  await call('POST', '/tasks', { body: { title: 'a' } });
  expect(mock.webhooks.deliveries).toEqual([]);
  const path = `/webhook-endpoints/${String(made['id'])}/test`;
  const tested = await call('POST', path, { body: { type: 'project.deleted' } });
  expect(tested.body).toMatchObject({ event_type: 'project.deleted', status: 'delivered' });
  expect(mock.webhooks.deliveries).toHaveLength(1);
  expect(mock.violations).toEqual([]);
});

test('endpoints hear of their own mode only', async () => {
  const { call, mock } = bench();
  await call('POST', '/webhook-endpoints', { body: endpoint });
  const live = mock.keys.create({ mode: 'live' });
  await call('POST', '/tasks', { body: { title: 'a' }, secret: live.secret });
  expect(mock.webhooks.deliveries).toEqual([]);
  expect(rowsOf(await call('GET', '/webhook-endpoints', { secret: live.secret }))).toEqual([]);
});
