import { expect, test } from 'vitest';
import { bench, ok, problem } from '../testing/example-client.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
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
