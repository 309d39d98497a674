import { expect, test } from 'vitest';
import { createMock } from '../create-mock.ts';
import type { Mock } from '../mock.ts';
import { signMessage } from './sign-message.ts';

interface Service {
  readonly mock: Mock;
  readonly posts: Request[];
  /** What the endpoint answers from now on. */
  answer(status: number): void;
  call(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
}

function service(deliver = true): Service {
  let status = 204;
  const posts: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    posts.push(new Request(input, init));
    return new Response(null, { status });
  };
  const mock = createMock({ seed: 1, webhooks: { deliver, fetch } });
  const { secret } = mock.keys.create();
  return {
    mock,
    posts,
    answer: (next) => {
      status = next;
    },
    call: async (method, path, body) => {
      const response = await mock.fetch(mock.baseUrl + path, {
        method,
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(response.ok).toBe(true);
      // Every answer that these tests ask for is an object.
      return (await response.json()) as Record<string, unknown>;
    },
  };
}

const endpoint = { url: 'https://hooks.example.com/one', events: ['task.created'] };

async function expectSigned(request: Request, secrets: readonly unknown[]): Promise<void> {
  const message = {
    id: request.headers.get('webhook-id') ?? '',
    timestampSeconds: Number(request.headers.get('webhook-timestamp')),
    body: await request.clone().text(),
  };
  const want = signMessage(message, secrets.map(String))['webhook-signature'];
  expect(request.headers.get('webhook-signature')).toBe(want);
}

test('a task that is created reaches the endpoint, signed with the secret that was shown', async () => {
  const { mock, posts, call } = service();
  const { secret } = await call('POST', '/webhook-endpoints', endpoint);
  const task = await call('POST', '/tasks', { title: 'Ship it' });
  await mock.webhooks.drain();
  expect(posts).toHaveLength(1);
  await expectSigned(posts[0]!, [secret]);
  expect(await posts[0]!.json()).toEqual({
    id: posts[0]!.headers.get('webhook-id'),
    type: 'task.created',
    created_at: '2025-10-14T10:30:00.000Z',
    mode: 'test',
    data: task,
  });
});

test('while a rotation overlaps both secrets sign, afterwards the new one alone', async () => {
  const { mock, posts, call } = service();
  const made = await call('POST', '/webhook-endpoints', endpoint);
  const path = `/webhook-endpoints/${made['id']}/rotate-secret`;
  const rotated = await call('POST', path, { grace_period_seconds: 60 });
  await call('POST', '/tasks', { title: 'During' });
  mock.clock.advance({ seconds: 61 });
  await call('POST', '/tasks', { title: 'After' });
  await mock.webhooks.drain();
  await expectSigned(posts[0]!, [rotated['secret'], made['secret']]);
  await expectSigned(posts[1]!, [rotated['secret']]);
});

test('a delivery that failed is repeated as the clock moves on', async () => {
  const { mock, posts, answer, call } = service();
  await call('POST', '/webhook-endpoints', endpoint);
  answer(503);
  await call('POST', '/tasks', { title: 'Ship it' });
  await mock.webhooks.drain();
  answer(200);
  mock.clock.advance({ seconds: 4 });
  await mock.webhooks.drain();
  expect(posts).toHaveLength(1);
  mock.clock.advance({ seconds: 1 });
  await mock.webhooks.drain();
  expect(posts).toHaveLength(2);
  expect(mock.webhooks.deliveries[0]).toMatchObject({
    status: 'delivered',
    attempts: 2,
    attemptedAt: Date.UTC(2025, 9, 14, 10, 30, 5),
  });
});

test('an endpoint that answers 410 shows as disabled', async () => {
  const { mock, answer, call } = service();
  const { id } = await call('POST', '/webhook-endpoints', endpoint);
  answer(410);
  await call('POST', '/tasks', { title: 'Ship it' });
  await mock.webhooks.drain();
  expect(await call('GET', `/webhook-endpoints/${id}`)).toMatchObject({ status: 'disabled' });
});

test('the operation that tests an endpoint answers how the delivery went', async () => {
  const { posts, answer, call } = service();
  const { id } = await call('POST', '/webhook-endpoints', endpoint);
  answer(500);
  const delivery = await call('POST', `/webhook-endpoints/${id}/test`, {});
  expect(delivery).toMatchObject({
    webhook_endpoint_id: id,
    event_id: posts[0]!.headers.get('webhook-id'),
    event_type: 'task.created',
    status: 'failed',
    response_status: 500,
  });
});

test('a reset forgets the deliveries, a snapshot keeps them', async () => {
  const { mock, call } = service(false);
  await call('POST', '/webhook-endpoints', endpoint);
  await call('POST', '/tasks', { title: 'Ship it' });
  const snapshot = mock.snapshot();
  const before = mock.webhooks.deliveries;
  expect(before).toHaveLength(1);
  mock.reset();
  expect(mock.webhooks.deliveries).toEqual([]);
  mock.restore(snapshot);
  expect(mock.webhooks.deliveries).toEqual(before);
});
