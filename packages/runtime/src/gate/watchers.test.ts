import { expect, test } from 'vitest';
import type { RateLimitSnapshot } from './snapshot.ts';
import { Watchers } from './watchers.ts';

const snapshot: RateLimitSnapshot = { windows: [], inFlight: 1, queued: 2 };

test('each watcher is told what is known until it goes, even if one before it throws', () => {
  const watchers = new Watchers();
  const told: unknown[] = [];
  watchers.add(() => {
    throw new Error('a fault of the watcher');
  });
  const stop = watchers.add((known) => told.push(known));
  watchers.tell(() => snapshot);
  expect(told).toEqual([snapshot]);
  stop();
  watchers.tell(() => snapshot);
  expect(told).toHaveLength(1);
});

test('what is known is taken once for all watchers, and not at all for none', () => {
  const watchers = new Watchers();
  let taken = 0;
  const take = (): RateLimitSnapshot => {
    taken += 1;
    return snapshot;
  };
  watchers.tell(take);
  expect(taken).toBe(0);
  watchers.add(() => undefined);
  watchers.add(() => undefined);
  watchers.tell(take);
  expect(taken).toBe(1);
});
