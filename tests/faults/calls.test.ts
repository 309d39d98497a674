import { getEventListeners } from 'node:events';
import type { ProductClient } from '@product/api-client';
import { expect, test } from 'vitest';
import { errorOf, type FaultBench, faultBench, reasonsOf } from './fault-bench.ts';
import { answer, head, reset, type Script, write } from './steps.ts';

const fine: Script = [answer()];
const halfBody: Script = [write(`${head({ headers: { 'content-length': '99' } })}{"id"`)];
const exhausted = {
  'x-ratelimit-remaining': '0',
  'x-ratelimit-limit': '9',
  'x-ratelimit-reset': '50',
};

/** Phases that a call is aborted in, each by what the server does until then. */
const phases: readonly (readonly [string, readonly Script[]])[] = [
  ['in the queue', [[answer({ headers: exhausted })], fine]],
  ['in its sleep', [fine, [answer({ status: 503, body: '{}' })], fine]],
  ['before its headers', [fine, [], fine]],
  ['in its body', [fine, halfBody, fine]],
];

/** Phases in which a request is under way, so that its connection must go. */
const underWay = new Set(['before its headers', 'in its body']);

/** Lets the event loop turn until something is so; no time is measured. */
async function turnUntil(isSo: () => boolean): Promise<void> {
  for (let turn = 0; !isSo() && turn < 50_000; turn++) await turnOnce();
}

function turnOnce(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A call that has come as far as it can. */
async function startCall({ client, server, clock, underWay }: FaultBench, phase: string) {
  await client.tasks.get('task_1');
  clock.isBusy = () => true; // nobody is woken
  const controller = new AbortController();
  const call = client.tasks.get('task_1', { signal: controller.signal });
  const state: { error?: unknown } = {};
  call.catch((error: unknown) => {
    state.error = error;
  });
  const arrived: { readonly [phase: string]: () => boolean } = {
    'in the queue': () => clock.slept.length === 1,
    'in its sleep': () => clock.slept.length === 1,
    'before its headers': () => server.requests.length === 2,
    'in its body': () => server.requests.length === 2 && underWay() === 0,
  };
  await turnUntil(arrived[phase] ?? (() => true));
  return { controller, state };
}

test.each(phases)(
  '26 abort of a call %s: it settles at once, leaves nothing, and its place is free',
  async (...row) => {
    const [phase, plan] = row;
    const bench = await faultBench(plan);
    const { client, clock, server } = bench;
    const { controller, state } = await startCall(bench, phase);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort(new Error('no longer wanted'));
    for (let turn = 0; turn < 3; turn++) await turnOnce();
    expect(state.error).toMatchObject({ kind: 'abort', cause: { message: 'no longer wanted' } });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    const cutOff = underWay.has(phase) ? server.requests[1] : undefined;
    if (cutOff) await server.closed(cutOff.connection);
    clock.isBusy = () => false;
    expect(await client.tasks.get('task_1')).toEqual({ id: 'task_1' });
  },
);

test('26 abort before the call: nothing is sent', async () => {
  const { client, server } = await faultBench([fine]);
  const signal = AbortSignal.abort();
  const error = await errorOf(client.tasks.get('task_1', { signal }));
  expect(error).toMatchObject({ kind: 'abort', attempts: [] });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(server.requests).toEqual([]);
});

test('26 abort after the call: nobody listens any more', async () => {
  const { client } = await faultBench([[reset], fine]);
  const { signal } = new AbortController();
  await client.tasks.get('task_1', { signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

const created: Script = [answer({ status: 201 })];
const inProgress: Script = [answer({ status: 409, body: '{"code":"idempotency_in_progress"}' })];

test('27 POST repeated after a timeout: the key is the same on every attempt', async () => {
  const { client, server } = await faultBench([[], [reset], inProgress, halfBody, created], {
    timeoutMs: 250,
  });
  const call = client.tasks.create({ title: 'Once' }, { retry: { maxAttempts: 5 } });
  const result = await call.withResponse();
  expect(reasonsOf(result)).toEqual([
    'attempt-timeout',
    'connection-lost',
    'first-attempt-in-flight',
    'attempt-timeout',
    'succeeded',
  ]);
  const keys = server.requests.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
  expect(new Set(keys).size).toBe(1);
  expect(new Set(server.requests.map(({ body }) => body))).toEqual(new Set(['{"title":"Once"}']));
});

test('27 POST without a key: after bytes were sent it is not repeated', async () => {
  const { client, server } = await faultBench([[], created], {
    timeoutMs: 250,
    idempotency: false,
  });
  const error = await errorOf(client.tasks.create({ title: 'Perhaps' }));
  expect(error).toMatchObject({ kind: 'timeout', code: 'attempt_timeout' });
  expect(reasonsOf(error)).toEqual(['not-idempotent']);
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.headers.has('idempotency-key')).toBe(false);
});

test('27 POST with a 409 and no earlier attempt: the key is in use, so it is not repeated', async () => {
  const { client, server } = await faultBench([inProgress, created]);
  const error = await errorOf(client.tasks.create({ title: 'Mine' }));
  expect(error).toMatchObject({ kind: 'conflict', code: 'idempotency_in_progress' });
  expect(server.requests).toHaveLength(1);
});

/** A POST whose body is not what the document describes. */
function post(client: ProductClient, body: BodyInit): Promise<{ data?: unknown }> {
  const init = { body: { title: 'Replaced' }, bodySerializer: () => body, duplex: 'half' };
  return client.api.POST('/tasks', init);
}

test('28 one-shot stream as body: it is not sent again, and the error says why', async () => {
  const { client, server } = await faultBench([[reset], created]);
  const error = await errorOf(post(client, new Blob(['{"title":"Once"}']).stream()));
  expect(error).toMatchObject({ kind: 'connection', code: 'connection_failed' });
  expect(reasonsOf(error)).toEqual(['body-not-replayable']);
  expect(server.requests.map(({ body }) => body)).toEqual(['{"title":"Once"}']);
});

test('28 a 503 to a one-shot stream: the answer is the error, and it is not sent again', async () => {
  const unavailable = [answer({ status: 503, headers: { 'Retry-After': '1' }, body: '{}' })];
  const { client, server } = await faultBench([unavailable, created]);
  const call = post(client, new Blob(['{}']).stream());
  expect(await call).toMatchObject({ response: { status: 503 } });
  expect(server.requests).toHaveLength(1);
});

test('28 FormData as body: it is sent again whole, with the boundary that its header names', async () => {
  const { client, server } = await faultBench([[reset], created]);
  const form = new FormData();
  form.append('title', 'Twice');
  await client.api.POST('/tasks', { body: form as never });
  expect(server.requests).toHaveLength(2);
  for (const { headers, body } of server.requests) {
    const boundary = /boundary=(\S+)/.exec(headers.get('content-type') ?? '')?.[1];
    expect(body).toContain(`--${boundary}\r\n`);
    expect(body).toContain('Twice');
  }
});
