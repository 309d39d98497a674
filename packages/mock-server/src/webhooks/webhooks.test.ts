import type { ApiModel } from '@product/spec-model';
import { expect, test } from 'vitest';
import type { WebhookService, WebhooksSetup, WebhookTarget } from '../mock.ts';
import { signMessage } from './sign-message.ts';
import { createWebhooks } from './webhooks.ts';

const startAt = Date.UTC(2026, 0, 1);
const oldSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const newSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

const target: WebhookTarget = {
  id: 'we_1',
  mode: 'test',
  url: 'https://hooks.example.com/one',
  events: ['task.created'],
  secrets: [oldSecret],
};

const event = { type: 'task.created', mode: 'test', data: { id: 'task_1' } };

interface Bench {
  readonly webhooks: WebhookService;
  readonly posts: Request[];
  readonly disabled: string[];
  advance(ms: number): void;
}

interface BenchOptions {
  readonly targets?: WebhookTarget[];
  readonly deliver?: boolean;
  readonly answer?: (request: Request) => Response | Promise<Response>;
}

function bench({ targets = [target], deliver = false, answer }: BenchOptions = {}): Bench {
  let now = startAt;
  let drawn = 0;
  const posts: Request[] = [];
  const disabled: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    posts.push(request.clone());
    return answer ? await answer(request) : new Response(null, { status: 204 });
  };
  const setup = {
    clock: { now: () => now },
    random: {
      base62: (length: number) => {
        drawn += 1;
        return String(drawn).padStart(length, '0');
      },
    },
    model: model(),
    listEndpoints: (mode: string) =>
      targets.filter((candidate) => candidate.mode === mode && !disabled.includes(candidate.id)),
    disableEndpoint: (id: string) => disabled.push(id),
    ...(deliver ? { deliver: { fetch } } : {}),
  };
  // Only now() and base62() are asked for.
  const webhooks = createWebhooks(setup as unknown as WebhooksSetup);
  const advance = (ms: number) => {
    now += ms;
    webhooks.runDue();
  };
  return { webhooks, posts, disabled, advance };
}

function model(): ApiModel {
  const example = { id: 'evt_x', type: 'task.created', data: { id: 'task_9f2k41' } };
  const content = { mediaType: 'application/json', examples: [{ name: 'event', value: example }] };
  const webhook = { name: 'task.created', requestBody: { required: true, content: [content] } };
  // Only the webhooks are read.
  return { webhooks: [webhook] } as unknown as ApiModel;
}

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

test.each([
  { ending: 'a 500', answer: () => new Response(null, { status: 500 }), responseStatus: 500 },
  {
    ending: 'a redirect',
    answer: () => Response.redirect('https://a.example'),
    responseStatus: 302,
  },
  { ending: 'no answer', answer: () => Promise.reject(new TypeError()), responseStatus: undefined },
])('after $ending the event is sent again 5 s later', async ({ answer, responseStatus }) => {
  const { webhooks, posts, advance } = bench({ deliver: true, answer });
  webhooks.emit(event);
  await webhooks.drain();
  expect(webhooks.deliveries[0]).toMatchObject({
    status: 'pending',
    nextAttemptAt: startAt + 5000,
  });
  expect(webhooks.deliveries[0]!.responseStatus).toBe(responseStatus);
  expect(webhooks.nextDueAt()).toBe(startAt + 5000);
  advance(4999);
  await webhooks.drain();
  expect(posts).toHaveLength(1);
  advance(1);
  await webhooks.drain();
  expect(posts).toHaveLength(2);
});

test('a retry keeps the id and the body, and is signed anew', async () => {
  const { webhooks, posts, advance } = bench({
    deliver: true,
    answer: () => new Response(null, { status: posts.length === 1 ? 503 : 200 }),
  });
  webhooks.emit(event);
  await webhooks.drain();
  advance(5000);
  await webhooks.drain();
  const [first, second] = posts;
  expect(second!.headers.get('webhook-id')).toBe(first!.headers.get('webhook-id'));
  expect(await second!.text()).toBe(await first!.text());
  expect(second!.headers.get('webhook-timestamp')).toBe(String(startAt / 1000 + 5));
  expect(second!.headers.get('webhook-signature')).not.toBe(
    first!.headers.get('webhook-signature'),
  );
  expect(webhooks.deliveries[0]).toMatchObject({ status: 'delivered', attempts: 2 });
  expect(webhooks.nextDueAt()).toBeUndefined();
});

test('the answer of an earlier attempt is not shown for one that got none', async () => {
  const { webhooks, posts, advance } = bench({
    deliver: true,
    answer: () =>
      posts.length === 1 ? new Response(null, { status: 500 }) : Promise.reject(new TypeError()),
  });
  webhooks.emit(event);
  await webhooks.drain();
  advance(5000);
  await webhooks.drain();
  expect(webhooks.deliveries[0]).toMatchObject({ status: 'pending', attempts: 2 });
  expect(webhooks.deliveries[0]).not.toHaveProperty('responseStatus');
});

test('a retry that fell due while the answer was awaited follows at once', async () => {
  const { webhooks, posts, advance } = bench({
    deliver: true,
    answer: () => new Response(null, { status: posts.length === 1 ? 500 : 200 }),
  });
  webhooks.emit(event);
  advance(60_000);
  await webhooks.drain();
  expect(webhooks.deliveries[0]).toMatchObject({ status: 'delivered', attempts: 2 });
  expect(webhooks.deliveries[0]!.attemptedAt).toBe(startAt + 60_000);
});

test('a post under way when the snapshot is taken is sent again after it is restored', async () => {
  const { webhooks, posts, advance } = bench({ deliver: true });
  webhooks.emit(event);
  const snapshot = webhooks.snapshot();
  await webhooks.drain();
  webhooks.restore(snapshot);
  advance(0);
  await webhooks.drain();
  expect(posts).toHaveLength(2);
  expect(webhooks.deliveries[0]).toMatchObject({ status: 'delivered' });
});

test('after ten attempts a delivery has failed', async () => {
  const answer = () => new Response(null, { status: 500 });
  const { webhooks, posts, advance } = bench({ deliver: true, answer });
  webhooks.emit(event);
  await webhooks.drain();
  while (webhooks.nextDueAt() !== undefined) {
    advance(24 * 3_600_000);
    await webhooks.drain();
  }
  expect(posts).toHaveLength(10);
  expect(webhooks.deliveries[0]).toMatchObject({ status: 'failed', responseStatus: 500 });
});

test('an answer 410 disables the endpoint and ends its deliveries', async () => {
  const answer = () => new Response(null, { status: 410 });
  const { webhooks, disabled, posts } = bench({ deliver: true, answer });
  webhooks.emit(event);
  await webhooks.drain();
  expect(disabled).toEqual(['we_1']);
  expect(webhooks.deliveries[0]).toMatchObject({ status: 'failed', responseStatus: 410 });
  webhooks.emit(event);
  await webhooks.drain();
  expect(posts).toHaveLength(1);
});

test('a retry for an endpoint that is disabled by now is given up, not sent', async () => {
  const answer = () => new Response(null, { status: 500 });
  const { webhooks, disabled, posts, advance } = bench({ deliver: true, answer });
  webhooks.emit(event);
  await webhooks.drain();
  disabled.push('we_1');
  advance(5000);
  await webhooks.drain();
  expect(posts).toHaveLength(1);
  expect(webhooks.deliveries[0]).toMatchObject({ status: 'failed' });
  expect(webhooks.nextDueAt()).toBeUndefined();
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

test('a snapshot is plain JSON and brings planned retries back', async () => {
  const { webhooks, posts, advance } = bench({
    deliver: true,
    answer: () => new Response(null, { status: 500 }),
  });
  webhooks.emit(event);
  await webhooks.drain();
  const snapshot = JSON.parse(JSON.stringify(webhooks.snapshot()));
  const before = webhooks.deliveries;
  webhooks.reset();
  expect(webhooks.deliveries).toEqual([]);
  webhooks.restore(snapshot);
  expect(webhooks.deliveries).toEqual(before);
  advance(5000);
  await webhooks.drain();
  expect(posts).toHaveLength(2);
});

test('a mock that does not send has nothing due, whatever a snapshot plans', async () => {
  const sending = bench({ deliver: true, answer: () => new Response(null, { status: 500 }) });
  sending.webhooks.emit(event);
  await sending.webhooks.drain();
  const { webhooks } = bench();
  webhooks.restore(sending.webhooks.snapshot());
  expect(webhooks.nextDueAt()).toBeUndefined();
});

test('the result of a post that began before a reset is dropped', async () => {
  const { webhooks } = bench({ deliver: true });
  webhooks.emit(event);
  webhooks.reset();
  await webhooks.drain();
  expect(webhooks.deliveries).toEqual([]);
});

test('the oldest deliveries are dropped beyond a thousand', () => {
  const { webhooks } = bench();
  for (let sent = 0; sent < 1001; sent += 1) webhooks.emit(event);
  expect(webhooks.deliveries).toHaveLength(1000);
  expect(webhooks.deliveries[0]!.id).toBe('dlv_00000000000000000004');
});
