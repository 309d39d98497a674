import { expect, test } from 'vitest';
import { OpenThings } from '../client/open-things.ts';
import type { Call, Reply } from './call.ts';
import { track } from './track.ts';

function callIn(open: OpenThings): Call {
  const controller = new AbortController();
  const call: unknown = { settings: { open }, controller, signal: controller.signal };
  // The stage reads no more of a call.
  return call as Call;
}

const reply: Reply = { response: new Response(), body: '' };

test.each([
  ['ends well', () => Promise.resolve(reply)],
  ['fails', () => Promise.reject(new Error('lost'))],
])('a call that %s is not held any longer by its client', async (_, next) => {
  const open = new OpenThings();
  const call = callIn(open);
  await track(call, next).catch(() => undefined);
  open.dispose();
  expect(call.signal.aborted).toBe(false);
});

test('a call under way ends with its client', async () => {
  const open = new OpenThings();
  const call = callIn(open);
  const ended = track(call, async () => {
    open.dispose();
    return reply;
  });
  await ended;
  expect([call.signal.aborted, open.isDisposed]).toEqual([true, true]);
});
