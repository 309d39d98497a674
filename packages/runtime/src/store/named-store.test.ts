import { expect, test } from 'vitest';
import { NamedStore } from './named-store.ts';
import type { RateLimitStore } from './rate-limit-store.ts';

const state = { windows: [], inFlight: 1, pausedForMs: 0 };
const request = { want: 2, keep: 0, leaseMs: 1000, nowMs: 5 };

/** A store that notes what it is asked, and fails while it is told to. */
function sharedStore() {
  const log: unknown[][] = [];
  const world = { isDown: false };
  const note = (...entry: unknown[]): void => {
    log.push(entry);
    if (world.isDown) throw new Error('connection refused');
  };
  const store: RateLimitStore = {
    reserve: (bucket, { want }) => {
      note('reserve', bucket, want);
      return { leases: ['one'], state };
    },
    report: (bucket, lease) => {
      note('report', bucket, lease);
      return state;
    },
    release: (bucket, lease) => note('release', bucket, lease),
    subscribe: (bucket, wake) => {
      note('subscribe', bucket);
      wake();
      return () => log.push(['stop', bucket]);
    },
  };
  return { store, log, world };
}

/** Everything that is ready to run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

test('a store is asked for the bucket by its name among all, which is made once', async () => {
  const { store, log } = sharedStore();
  let made = 0;
  const named = new NamedStore(store, async () => {
    made += 1;
    return 'shared';
  });
  expect(await named.reserve('1', request)).toEqual({ leases: ['one'], state });
  expect(await named.report('1', 'one', { nowMs: 5 })).toBe(state);
  await named.release('1', 'two');
  expect(log).toEqual([
    ['reserve', 'shared', 2],
    ['report', 'shared', 'one'],
    ['release', 'shared', 'two'],
  ]);
  expect(made).toBe(1);
});

test('while the store fails, each call has a lease that the store never hears of', async () => {
  const { store, log, world } = sharedStore();
  const named = new NamedStore(store, async () => 'shared');
  world.isDown = true;
  const { leases, state: known, waitMs } = await named.reserve('1', request);
  expect({ leases, waitMs }).toEqual({ leases: ['', ''], waitMs: undefined });
  expect(known).toEqual({ windows: [], inFlight: 0, pausedForMs: 0, isShare: true });
  log.length = 0;
  expect(await named.report('1', '', { nowMs: 5 })).toBe(known);
  await named.release('1', '');
  expect(log).toEqual([]);
});

test('a name that could not be made is asked for again', async () => {
  const { store } = sharedStore();
  const names = [Promise.reject(new Error('no token')), Promise.resolve('shared')];
  const named = new NamedStore(store, () => names.shift() ?? Promise.resolve('another'));
  expect((await named.reserve('1', request)).state.isShare).toBe(true);
  expect((await named.reserve('1', request)).state).toBe(state);
});

test('who waits is woken by the store until he stops', async () => {
  const { store, log } = sharedStore();
  const named = new NamedStore(store, async () => 'shared');
  let woken = 0;
  const stop = named.subscribe('1', () => {
    woken += 1;
  });
  await settle();
  expect({ woken, log }).toEqual({ woken: 1, log: [['subscribe', 'shared']] });
  stop();
  expect(log.at(-1)).toEqual(['stop', 'shared']);
});

test('who stops before the name is made never listens', async () => {
  const { store, log } = sharedStore();
  const stop = new NamedStore(store, async () => 'shared').subscribe('1', () => undefined);
  stop();
  await settle();
  expect(log).toEqual([]);
});

test('a store that wakes nobody, or cannot be listened to, harms nobody', async () => {
  const { store, log, world } = sharedStore();
  const { subscribe: _, ...quiet } = store;
  const stopQuiet = new NamedStore(quiet, async () => 'shared').subscribe('1', () => undefined);
  world.isDown = true;
  const stop = new NamedStore(store, async () => 'shared').subscribe('1', () => undefined);
  await settle();
  stopQuiet();
  stop();
  expect(log).toEqual([['subscribe', 'shared']]);
});
