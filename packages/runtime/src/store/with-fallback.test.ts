import { expect, test } from 'vitest';
import { bench, ok, problem } from '../testing/example-client.ts';
import { settleTasks, VirtualClock } from '../testing/virtual-clock.ts';
import { MemoryRateLimitStore } from './memory-rate-limit-store.ts';
import type { RateLimitStore } from './rate-limit-store.ts';
import { testRateLimitStore } from './store-contract.ts';
import { withFallback } from './with-fallback.ts';

/** A store behind a network that can be cut. */
class RemoteStore implements RateLimitStore {
  readonly #inner = new MemoryRateLimitStore();
  readonly #asked: string[] = [];
  /** How it answers. */
  mode: 'well' | 'failing' | 'silent' = 'well';

  /** Names of the buckets that it was asked for. */
  get asked(): readonly string[] {
    return this.#asked;
  }

  async #reach(): Promise<void> {
    if (this.mode === 'failing') throw new Error('connection refused');
    if (this.mode === 'silent') await new Promise(() => undefined);
  }

  async reserve(...[bucket, request]: Parameters<RateLimitStore['reserve']>) {
    this.#asked.push(bucket);
    await this.#reach();
    return this.#inner.reserve(bucket, request);
  }

  async report(...[bucket, lease, outcome]: Parameters<RateLimitStore['report']>) {
    await this.#reach();
    return this.#inner.report(bucket, lease, outcome);
  }

  async release(...[bucket, lease]: Parameters<RateLimitStore['release']>) {
    await this.#reach();
    this.#inner.release(bucket, lease);
  }
}

const limit = {
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': '90',
  'x-ratelimit-reset': '60',
};

testRateLimitStore('a store with a fallback', () => {
  const clock = new VirtualClock();
  return {
    store: withFallback(new RemoteStore(), clock),
    now: () => clock.now(),
    pass: (ms) => clock.run(clock.sleep(ms)),
    leasesExpire: false,
  };
});

function clientOn(shared: RateLimitStore, wrap = withFallback) {
  const events: string[] = [];
  const clock = new VirtualClock();
  const made = bench([() => ok({ id: 'a' }, limit)], {
    clock,
    rateLimit: { store: wrap(shared, clock) },
    onEvent: (event) => {
      if (event.type === 'rate-limit-store') events.push(event.state);
    },
  });
  return { ...made, clock, events };
}

test.each(['failing', 'silent'] as const)(
  'calls go on while the store is %s, and go back to it when it is well again',
  async (mode) => {
    const store = new RemoteStore();
    const { client, clock, events } = clientOn(store);
    await client.get('a');
    store.mode = mode;
    await clock.run(Promise.all(Array.from({ length: 20 }, () => client.get('a'))));
    expect(events).toEqual(['lost']);
    store.mode = 'well';
    await clock.run(clock.sleep(2500));
    const before = store.asked.length;
    await clock.run(client.get('a'));
    expect(events).toEqual(['lost', 'back']);
    expect(store.asked.length).toBeGreaterThan(before);
    expect(clock.pending).toBe(0);
  },
);

test('without a fallback calls go on too while the store fails, as if there were no limit', async () => {
  const store = new RemoteStore();
  const { client, events } = clientOn(store, (shared) => shared);
  store.mode = 'failing';
  await Promise.all(Array.from({ length: 20 }, () => client.get('a')));
  expect(events).toEqual(['lost']);
  store.mode = 'well';
  await client.get('a');
  expect(events).toEqual(['lost', 'back']);
});

test('a store that throws at once fails no call', async () => {
  const fail = (): never => {
    throw new Error('a fault');
  };
  const store = { reserve: fail, report: fail, release: fail, subscribe: fail };
  const { client, seen } = clientOn(store, (shared) => shared);
  await Promise.all([client.get('a'), client.get('b')]);
  expect(seen.length).toBe(2);
});

test('a store is asked by a hash that is the same for every client of a key, and no secret', async () => {
  const store = new RemoteStore();
  const [one, two] = [clientOn(store), clientOn(store)];
  await one.client.get('a');
  await two.client.get('a');
  expect(new Set(store.asked).size).toBe(1);
  expect(store.asked[0]).toMatch(/^[0-9a-f]{32}$/);
});

test('clients that share a store share its limit', async () => {
  const store = new RemoteStore();
  const soon = { ...limit, 'x-ratelimit-reset': '9' };
  const exhausted = { ...soon, 'x-ratelimit-remaining': '0' };
  const clock = new VirtualClock();
  const one = bench([() => ok({}, soon), () => ok()], { rateLimit: { store }, clock });
  const two = bench([() => ok({}, exhausted)], { rateLimit: { store }, clock });
  // In no time, as the name of the bucket takes none of the virtual one.
  await one.client.get('a');
  await two.client.get('a');
  const { attempts } = await clock.run(one.client.get('a').withResponse());
  expect(attempts[0]?.waitMs).toBeGreaterThanOrEqual(9000);
});

test('a refusal reaches the store as plain numbers', async () => {
  const store = new RemoteStore();
  const answers = [() => ok(), () => problem(429, { 'retry-after': '2' }), () => ok()];
  const { client, clock } = bench(answers, { rateLimit: { store } });
  // The name of the bucket takes no virtual time.
  await client.get('a');
  const { attempts } = await clock.run(client.get('a').withResponse());
  expect(attempts.map(({ reason }) => reason)).toEqual(['rate-limited', 'succeeded']);
  expect(attempts[1]?.waitMs).toBeGreaterThanOrEqual(2000);
});

/** A store with a fallback, and a way to ask it for one lease or more. */
function openFallback(store: RateLimitStore = new RemoteStore()) {
  const clock = new VirtualClock();
  const fallback = withFallback(store, clock);
  const ask = async (want = 1) =>
    fallback.reserve('b', { want, keep: 0, leaseMs: 1000, nowMs: clock.now() });
  return { clock, fallback, ask, pass: (ms: number) => clock.run(clock.sleep(ms)) };
}

test.each(['failing', 'silent'] as const)(
  'a store that was %s is left alone for two seconds',
  async (mode) => {
    const store = new RemoteStore();
    const { clock, ask, pass } = openFallback(store);
    store.mode = mode;
    await clock.run(ask());
    await pass(1999);
    await ask();
    expect(store.asked).toHaveLength(1);
    await pass(1);
    void ask();
    expect(store.asked).toHaveLength(2);
  },
);

test('calls that the account of this process let go are answered in the wave they were sent in', async () => {
  const store = new RemoteStore();
  const { clock, fallback, ask } = openFallback(store);
  store.mode = 'failing';
  const { leases } = await ask();
  await fallback.report('b', leases[0] ?? '', { nowMs: clock.now(), reports: [] });
  expect((await ask(5)).leases).toHaveLength(2);
});

test('while it is left alone the account of this process gives leases, and learns', async () => {
  const store = new RemoteStore();
  const { clock, fallback, ask } = openFallback(store);
  store.mode = 'failing';
  const { leases, waitMs, state } = await ask(5);
  expect({ given: leases.length, waitMs, isShare: state.isShare }).toEqual({
    given: 1,
    waitMs: 2000,
    isShare: true,
  });
  const report = { policy: 'a', remaining: 0, limit: 9, resetAfterMs: 500 };
  const outcome = { nowMs: clock.now(), reports: [report] };
  expect(await fallback.report('b', leases[0] ?? '', outcome)).toMatchObject({
    inFlight: 0,
    windows: [report],
    isShare: true,
  });
  expect(await ask()).toMatchObject({ leases: [], waitMs: 500 });
});

test('the store is asked again in two seconds, however long its window is closed', async () => {
  const store = new RemoteStore();
  const { clock, fallback, ask } = openFallback(store);
  store.mode = 'failing';
  const { leases } = await ask();
  const report = { policy: 'a', remaining: 0, limit: 9, resetAfterMs: 60_000 };
  await fallback.report('b', leases[0] ?? '', { nowMs: clock.now(), reports: [report] });
  expect((await ask()).waitMs).toBe(2000);
});

test('a lease of the account of this process that is handed back makes room', async () => {
  const store = new RemoteStore();
  const { fallback, ask } = openFallback(store);
  store.mode = 'failing';
  const { leases } = await ask();
  expect((await ask()).leases).toEqual([]);
  await fallback.release('b', leases[0] ?? '');
  expect((await ask()).leases).toHaveLength(1);
});

test.each([
  { title: 'too late are handed back', afterMs: 1500, want: ['late', 'later'] },
  { title: 'in time are not', afterMs: 500, want: [] },
])('leases of the store that come $title', async ({ afterMs, want }) => {
  const released: unknown[] = [];
  const { clock, ask, pass } = openFallback({
    reserve: async () => {
      await clock.sleep(afterMs);
      return {
        leases: ['late', 'later'],
        state: { windows: [], inFlight: 0, pausedForMs: 0 },
      };
    },
    report: () => ({ windows: [], inFlight: 0, pausedForMs: 0 }),
    release: (_bucket, lease) => void released.push(lease),
  });
  await clock.run(ask());
  await pass(2000);
  await settleTasks();
  expect(released).toEqual(want);
});

test('who waits is woken by the store, if it wakes anyone', () => {
  expect(withFallback(new RemoteStore()).subscribe).toBeUndefined();
  const heard: unknown[] = [];
  class WakingStore extends RemoteStore {
    subscribe(bucket: string, wake: () => void): () => void {
      heard.push(this, bucket, wake);
      return stop;
    }
  }
  const stop = (): void => undefined;
  const wake = (): void => undefined;
  const store = new WakingStore();
  expect(withFallback(store).subscribe?.('b', wake)).toBe(stop);
  expect(heard).toEqual([store, 'b', wake]);
});
