import { expect, test } from 'vitest';
import { signMessage } from './sign-message.ts';
import { bench, event, newSecret, oldSecret, startAt, target } from './test-bench.ts';

test('an event is recorded, signed and not sent while delivery is off', async () => {
  const { webhooks, posts } = bench();
  webhooks.emit(event);
  await webhooks.drain();
  const [delivery] = webhooks.deliveries;
  expect(posts).toEqual([]);
  expect(delivery).toMatchObject({
    id: 'dlv_00000000000000000002',
    eventId: 'evt_00000000000000000001',
    endpointId: 'we_1',
    event: 'task.created',
    url: 'https://hooks.example.com/one',
    attemptedAt: startAt,
    attempts: 0,
    status: 'recorded',
  });
  expect(JSON.parse(delivery!.body)).toEqual({
    id: 'evt_00000000000000000001',
    type: 'task.created',
    created_at: '2026-01-01T00:00:00.000Z',
    mode: 'test',
    data: { id: 'task_1' },
  });
  const signed = { id: delivery!.eventId, timestampSeconds: startAt / 1000, body: delivery!.body };
  expect(delivery!.headers).toEqual({
    'content-type': 'application/json',
    ...signMessage(signed, [oldSecret]),
  });
});

test.each([
  { endpoint: 'that listens to the event', change: {}, want: 1 },
  { endpoint: 'that listens to everything', change: { events: ['*'] }, want: 1 },
  { endpoint: 'that listens to another event', change: { events: ['task.deleted'] }, want: 0 },
  { endpoint: 'of the other mode', change: { mode: 'live' }, want: 0 },
])('an endpoint $endpoint hears of it $want times', ({ change, want }) => {
  const { webhooks } = bench({ targets: [{ ...target, ...change }] });
  webhooks.emit(event);
  expect(webhooks.deliveries).toHaveLength(want);
});

test('two endpoints get one event in two deliveries', () => {
  const { webhooks } = bench({ targets: [target, { ...target, id: 'we_2' }] });
  webhooks.emit(event);
  const [first, second] = webhooks.deliveries;
  expect(second!.eventId).toBe(first!.eventId);
  expect(second!.id).not.toBe(first!.id);
  expect(second!.body).toBe(first!.body);
});

test('while a rotation overlaps, both secrets sign', () => {
  const { webhooks } = bench({ targets: [{ ...target, secrets: [newSecret, oldSecret] }] });
  webhooks.emit(event);
  expect(webhooks.deliveries[0]!.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
});

test('a delivery is posted with the headers and body that the list shows', async () => {
  const { webhooks, posts } = bench({ deliver: true });
  webhooks.emit(event);
  expect(webhooks.deliveries[0]!.status).toBe('pending');
  await webhooks.drain();
  const [delivery] = webhooks.deliveries;
  expect(delivery).toMatchObject({ status: 'delivered', responseStatus: 204, attempts: 1 });
  expect(posts).toHaveLength(1);
  expect(posts[0]!.method).toBe('POST');
  expect(posts[0]!.redirect).toBe('manual');
  expect(Object.fromEntries(posts[0]!.headers)).toMatchObject(delivery!.headers);
  expect(await posts[0]!.text()).toBe(delivery!.body);
});

test('a test event is sent once, with example data, even to a disabled endpoint', async () => {
  const answer = () => new Response(null, { status: 500 });
  const { webhooks, disabled } = bench({ deliver: true, answer });
  disabled.push('we_1');
  const delivery = await webhooks.test(target);
  expect(delivery).toMatchObject({ status: 'failed', responseStatus: 500, attempts: 1 });
  expect(JSON.parse(delivery.body)).toMatchObject({
    type: 'task.created',
    mode: 'test',
    data: { id: 'task_9f2k41' },
  });
  expect(webhooks.nextDueAt()).toBeUndefined();
});

test('a test event is recorded at once while delivery is off', async () => {
  const { webhooks } = bench({ targets: [] });
  const delivery = await webhooks.test(target, 'task.deleted');
  expect(delivery).toMatchObject({ status: 'recorded', event: 'task.deleted' });
  expect(webhooks.deliveries).toHaveLength(1);
});

test('the oldest deliveries are dropped beyond a thousand', () => {
  const { webhooks } = bench();
  for (let sent = 0; sent < 1001; sent += 1) webhooks.emit(event);
  expect(webhooks.deliveries).toHaveLength(1000);
  expect(webhooks.deliveries[0]!.id).toBe('dlv_00000000000000000004');
});
