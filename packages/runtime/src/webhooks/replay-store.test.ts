import { expect, test } from 'vitest';
import { memoryReplayStore } from './replay-store.ts';
import { now, SECRET, signed } from './test-bench.ts';
import { unwrapWebhook } from './unwrap-webhook.ts';

test('an id is known until its time is over', () => {
  let time = 0;
  const store = memoryReplayStore({ now: () => time });
  expect([store.seen('a', 10), store.seen('a', 10), store.seen('b', 10)]).toEqual([
    false,
    true,
    false,
  ]);
  time = 9_999;
  expect(store.seen('a', 10)).toBe(true);
  time = 10_000;
  expect(store.seen('a', 10)).toBe(false);
});

test('an id that was forgotten is new', () => {
  const store = memoryReplayStore({ now: () => 0 });
  store.seen('a', 10);
  store.forget('a');
  expect(store.seen('a', 10)).toBe(false);
});

test('beyond its size it forgets the oldest id', () => {
  const store = memoryReplayStore({ now: () => 0, maxIds: 2 });
  for (const id of ['a', 'b', 'c']) store.seen(id, 10);
  expect([store.seen('c', 10), store.seen('b', 10), store.seen('a', 10)]).toEqual([
    true,
    true,
    false,
  ]);
});

test('a webhook that came before is refused', async () => {
  const replayStore = memoryReplayStore({ now });
  const { body, headers } = await signed({});
  expect(await unwrapWebhook(body, headers, SECRET, { now, replayStore })).toEqual({});
  const again = unwrapWebhook(body, headers, SECRET, { now, replayStore });
  await expect(again).rejects.toMatchObject({ kind: 'webhook', code: 'replayed' });
});

test('what was not signed does not get into the store', async () => {
  const replayStore = memoryReplayStore({ now });
  const { body, headers } = await signed({});
  const forged = unwrapWebhook('{"a":1}', headers, SECRET, { now, replayStore });
  await expect(forged).rejects.toMatchObject({ code: 'signature_mismatch' });
  expect(await unwrapWebhook(body, headers, SECRET, { now, replayStore })).toEqual({});
});

test.each([
  [{}, 345_600],
  [{ rememberSeconds: 1 }, 601],
  [{ rememberSeconds: 1, toleranceSeconds: 0 }, 1],
  [{ toleranceSeconds: 400_000 }, 800_001],
])('with %j an id is remembered for %s s', async (options, want) => {
  const asked: unknown[] = [];
  const replayStore = {
    seen: (...call: unknown[]) => asked.push(call) < 1,
    forget: () => undefined,
  };
  const { body, headers } = await signed({});
  await unwrapWebhook(body, headers, SECRET, { now, replayStore, ...options });
  expect(asked).toEqual([['msg_1', want]]);
});
