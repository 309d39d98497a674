import { expect, test } from 'vitest';
import type { CallOptions } from '../client/options.ts';
import { type Answer, type Bench, bench, ok, problem } from '../testing/example-client.ts';
import { settleTasks } from '../testing/virtual-clock.ts';

const deaf = (): Answer => () => new Promise<Response>(() => undefined);
const endlessBody = (): Answer =>
  new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }), {
    headers: { 'content-type': 'application/json' },
  });

/** Phases that a call can be in, each by a server that keeps it there. */
const phases: readonly (readonly [string, readonly (() => Answer)[]])[] = [
  ['waiting for headers', [deaf]],
  ['reading a body', [endlessBody]],
  ['sleeping before a retry', [() => problem(503, { 'retry-after': '50' })]],
  ['held by the gate', [() => ok({}, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '50' })]],
];

/** A signal that counts its listeners. */
function countingSignal(): { controller: AbortController; listeners: () => number } {
  const controller = new AbortController();
  const { signal } = controller;
  const added = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    added.add(args[1]);
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    added.delete(args[1]);
    remove(...args);
  };
  return { controller, listeners: () => added.size };
}

async function startCall(
  on: Bench,
  phase: string,
  options: CallOptions,
): Promise<{ error: unknown }> {
  if (phase === 'held by the gate') await on.clock.run(on.client.get('first'));
  const state: { error: unknown } = { error: undefined };
  on.client.get('a', options).catch((error: unknown) => {
    state.error = error;
  });
  await settleTasks();
  return state;
}

test.each(phases)(
  'an abort while %s settles the call at once and leaves nothing',
  async (...row) => {
    const [phase, answers] = row;
    const on = bench(answers);
    const { controller, listeners } = countingSignal();
    const state = await startCall(on, phase, { signal: controller.signal });
    expect(listeners()).toBe(1);
    expect(on.clock.pending).toBeGreaterThan(0);
    controller.abort(new Error('enough'));
    await settleTasks();
    expect(state.error).toMatchObject({ kind: 'abort', cause: { message: 'enough' } });
    expect([listeners(), on.clock.pending]).toEqual([0, 0]);
  },
);

test.each(phases)(
  'a disposal of the client while %s settles the call at once and leaves nothing',
  async (...row) => {
    const [phase, answers] = row;
    const on = bench(answers);
    const { controller, listeners } = countingSignal();
    const state = await startCall(on, phase, { signal: controller.signal });
    on.client[Symbol.dispose]();
    await settleTasks();
    expect(state.error).toMatchObject({ kind: 'abort', code: 'client_disposed' });
    expect([listeners(), on.clock.pending]).toEqual([0, 0]);
  },
);

test.each(phases)('a deadline that comes while %s is kept', async (phase, answers) => {
  const on = bench(answers);
  const startedAt = on.clock.now();
  const state = await startCall(on, phase, { deadlineMs: 2000 });
  await on.clock.run(on.clock.sleep(2000));
  expect(on.clock.now() - startedAt).toBe(2000);
  expect(state.error).toBeInstanceOf(Error);
  expect(on.clock.pending).toBe(0);
});

test('a signal that has aborted before sends nothing', async () => {
  const { client, clock, seen } = bench([() => ok()]);
  await expect(clock.run(client.get('a', { signal: AbortSignal.abort() }))).rejects.toMatchObject({
    kind: 'abort',
    attempts: [],
  });
  expect(seen).toEqual([]);
});

test('a call that ends well leaves no timer and no listener', async () => {
  const { client, clock } = bench([() => ok()]);
  const { controller, listeners } = countingSignal();
  await clock.run(client.get('a', { signal: controller.signal }));
  expect([listeners(), clock.pending]).toEqual([0, 0]);
});

test.each([
  ['headers', deaf],
  ['a body', endlessBody],
])('an attempt that waits for %s too long is repeated', async (_, answer) => {
  const { client, clock, seen } = bench([answer, () => ok()], { timeoutMs: 1000 });
  const { attempts } = await clock.run(client.get('a').withResponse());
  expect(attempts.map(({ reason }) => reason)).toEqual(['attempt-timeout', 'succeeded']);
  expect(seen[1]?.atMs).toBe(1250);
});

test('the fetch of an attempt that is over is told so', async () => {
  let signal: AbortSignal | null | undefined;
  const silent = (): Answer => (_, init) => {
    signal = init.signal;
    return new Promise(() => undefined);
  };
  const { client, clock } = bench([silent], { timeoutMs: 1000, retry: { maxAttempts: 1 } });
  await expect(clock.run(client.get('a'))).rejects.toMatchObject({ code: 'attempt_timeout' });
  expect(signal?.aborted).toBe(true);
});

test('a deadline shorter than the timeout is named as such', async () => {
  const { client, clock } = bench([deaf]);
  await expect(clock.run(client.get('a', { deadlineMs: 10 }))).rejects.toMatchObject({
    kind: 'timeout',
    code: 'deadline_exceeded',
    attempts: [{ reason: 'final-failure' }],
  });
});

test.each([1, 7, 100, 999, 1000, 3000, 10_000])(
  'no call takes longer than its deadline of %d ms, whatever the server does',
  async (deadlineMs) => {
    const faults = [
      deaf,
      endlessBody,
      () => problem(500),
      () => problem(429, { 'retry-after': '1' }),
    ];
    for (let first = 0; first < faults.length; first++) {
      const answers = [...faults.slice(first), ...faults.slice(0, first)];
      const { client, clock } = bench(answers, { timeoutMs: 700, retry: { maxAttempts: 20 } });
      const startedAt = clock.now();
      await clock.run(client.get('a', { deadlineMs }).catch(() => undefined));
      expect(clock.now() - startedAt).toBeLessThanOrEqual(deadlineMs);
      expect(clock.pending).toBe(0);
    }
  },
);

test('an attempt that settles long after its time leaves the next one to be aborted', async () => {
  let settleFirst = (_: Error): void => undefined;
  const late = (): Answer => () =>
    new Promise<Response>((_, reject) => {
      settleFirst = reject;
    });
  const on = bench([late, deaf], { timeoutMs: 1000 });
  const controller = new AbortController();
  const state = await startCall(on, 'waiting for headers', { signal: controller.signal });
  await on.clock.run(on.clock.sleep(1500));
  settleFirst(new TypeError('reset'));
  await settleTasks();
  expect(on.seen.length).toBe(2);
  controller.abort();
  await settleTasks();
  expect(state.error).toMatchObject({ kind: 'abort' });
});
