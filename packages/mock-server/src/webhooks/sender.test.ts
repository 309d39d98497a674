import { expect, test } from 'vitest';
import { bench, event, startAt } from './test-bench.ts';

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
