import { expect, test } from 'vitest';
import { OpenThings } from '../client/open-things.ts';
import type { Call, Reply } from './call.ts';
import { track } from './track.ts';

function callIn(open: OpenThings): Call {
  const call: unknown = { settings: { open }, isEnded: false };
  // The stage reads no more of a call.
  return call as Call;
}

const reply: Reply = { response: new Response(), body: '' };

test.each([
  ['ends well', () => Promise.resolve(reply)],
  ['fails', () => Promise.reject(new Error('lost'))],
  [
    'fails at once',
    () => {
      throw new Error('lost');
    },
  ],
])('a call that %s is not held any longer by its client', async (_, next) => {
  const open = new OpenThings();
  const call = callIn(open);
  const hold = async (): Promise<Reply> => track(call, next);
  await hold().catch(() => undefined);
  open.dispose();
  expect(call.isEnded).toBe(false);
});

test('a call under way ends with its client', async () => {
  const open = new OpenThings();
  const call = callIn(open);
  const ended = track(call, async () => {
    open.dispose();
    return reply;
  });
  await ended;
  expect([call.isEnded, open.isDisposed]).toEqual([true, true]);
});
