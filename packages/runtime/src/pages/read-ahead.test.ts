import { expect, test } from 'vitest';
import type { RateLimitSnapshot } from '../gate/snapshot.ts';
import { Page } from './page.ts';
import { readAhead } from './read-ahead.ts';

const free: RateLimitSnapshot = { windows: [], inFlight: 0, queued: 0 };
const left = (remaining?: number) => ({
  policy: 'minute',
  ...(remaining !== undefined && { remaining }),
});

/** How often the next page was asked for, when so much was known of the limit. */
function askedFor(snapshot: RateLimitSnapshot | undefined, hasMore = true): number {
  let asked = 0;
  const last = new Page([3], undefined);
  const link = {
    resumeToken: () => '',
    next: async () => {
      asked += 1;
      return last;
    },
  };
  const rateLimit = snapshot && { snapshot, subscribe: () => () => undefined };
  readAhead(new Page([1], hasMore ? link : undefined), { operation: 'list', rateLimit });
  return asked;
}

test.each<{ when: string; snapshot: RateLimitSnapshot; want: number }>([
  { when: 'nothing is known', snapshot: free, want: 1 },
  { when: 'a window does not tell', snapshot: { ...free, windows: [left()] }, want: 1 },
  { when: 'one call remains', snapshot: { ...free, windows: [left(1)] }, want: 1 },
  { when: 'none remains', snapshot: { ...free, windows: [left(5), left(0)] }, want: 0 },
  {
    when: 'those under way take what remains',
    snapshot: { ...free, inFlight: 2, windows: [left(2)] },
    want: 0,
  },
  { when: 'another call waits', snapshot: { ...free, queued: 1, windows: [left(5)] }, want: 0 },
  { when: 'nothing is sent after a refusal', snapshot: { ...free, pausedUntil: 5 }, want: 0 },
])('when $when, the next page is asked for ahead: $want', ({ snapshot, want }) => {
  expect(askedFor(snapshot)).toBe(want);
});

test('the page after the last one is not asked for, nor any if that is not wanted', () => {
  expect([askedFor(free, false), askedFor(undefined)]).toEqual([0, 0]);
});
