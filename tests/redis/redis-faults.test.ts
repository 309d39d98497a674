import type {
  RateLimitReport,
  RateLimitStore,
  Reservation,
  SharedRateLimitStore,
} from '@product/client-runtime/redis';
import { createClient } from 'redis';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { findRedisServer } from './find-redis-server.ts';
import { type Open, withIoRedis, withNodeRedis } from './open-client.ts';
import { RedisServer } from './redis-server.ts';

const binary = findRedisServer();
const timeoutMs = 200;

let server: RedisServer;
beforeEach(async () => {
  if (binary) server = await RedisServer.start(binary);
});
afterEach(() => server?.stop());

const clients: readonly [string, Open][] = [
  ['redis', withNodeRedis],
  ['ioredis', withIoRedis],
];

/** Something that is to happen, once. */
function turn(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A store, what it logged, and a promise of its return to Redis. */
async function opened(open: Open) {
  const warnings: string[] = [];
  const back = turn();
  const logger = {
    warn: (message: string) => void warnings.push(message),
    info: () => back.resolve(),
  };
  const { store, close } = await open(server, { timeoutMs, logger });
  onTestFinished(close);
  return { store, warnings, back: back.promise };
}

function ask(store: RateLimitStore, want = 1): Reservation | Promise<Reservation> {
  return store.reserve('b', { want, keep: 0, leaseMs: 60_000, nowMs: Date.now() });
}

/** Asks for one lease, again whenever there may be room. */
function askUntilGiven(store: SharedRateLimitStore): Promise<Reservation> {
  return new Promise((resolve) => {
    const again = async (): Promise<void> => {
      const reservation = await ask(store);
      if (reservation.leases.length > 0) resolve(reservation);
    };
    onTestFinished(store.subscribe('b', again));
    void again();
  });
}

function says(remaining: number): RateLimitReport {
  return { policy: 'a', remaining, limit: 20, resetAfterMs: 60_000, windowMs: 60_000 };
}

/** Lets one call go and learn of a limit of 20. */
async function learn(store: RateLimitStore, remaining = 19): Promise<void> {
  const { leases } = await ask(store);
  await store.report('b', leases[0] ?? '', { reports: [says(remaining)], nowMs: Date.now() });
}

function isLocal({ leases }: Reservation): boolean {
  return leases.length > 0 && leases.every((lease) => String(lease).startsWith('local/'));
}

describe.skipIf(!binary).each(clients)('with %s', (_name, open) => {
  test('a script that Redis has forgotten is sent again', async () => {
    const { store, warnings } = await opened(open);
    await learn(store);
    await server.command('SCRIPT', 'FLUSH');
    expect((await ask(store, 5)).leases).toHaveLength(5);
    expect(warnings).toEqual([]);
  });

  test('a Redis that was flushed is learned anew, with calls still under way', async () => {
    const { store, warnings } = await opened(open);
    await learn(store);
    const { leases } = await ask(store, 5);
    await server.command('FLUSHALL');
    const [first = '', ...others] = leases;
    const state = await store.report('b', first, { reports: [says(12)], nowMs: Date.now() });
    expect(state.windows).toMatchObject([{ policy: 'a', remaining: 12 }]);
    expect((await ask(store, 0)).state.inFlight).toBe(others.length);
    for (const lease of others) await store.release('b', lease);
    expect((await ask(store, 1)).leases).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  test('while Redis is gone calls go on, it is said once, and all return to it', async () => {
    const { store, warnings, back } = await opened(open);
    await learn(store);
    const before = await ask(store, 2);
    await server.kill();
    const meanwhile = await ask(store, 3);
    expect(isLocal(meanwhile)).toBe(true);
    for (const lease of [...before.leases, ...meanwhile.leases]) {
      await store.report('b', lease, { reports: [says(14)], nowMs: Date.now() });
    }
    await server.run();
    await ask(store, 0);
    await back;
    expect(isLocal(await askUntilGiven(store))).toBe(false);
    expect(warnings).toHaveLength(1);
  });

  test('a Redis that is slow counts as gone; what it gives too late is handed back', async () => {
    const { store, warnings, back } = await opened(open);
    await learn(store);
    await server.command('CLIENT', 'PAUSE', '800', 'ALL');
    const startedAt = performance.now();
    expect(isLocal(await ask(store, 3))).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(timeoutMs + 300);
    await back;
    expect((await ask(store, 0)).state.inFlight).toBe(0);
    expect(warnings).toHaveLength(1);
  });

  test('without Redis each of two processes keeps to half of what is left', async () => {
    const one = await opened(open);
    const two = await opened(open);
    await learn(one.store);
    await ask(two.store, 0);
    await ask(one.store, 0);
    await server.kill();
    expect((await ask(one.store, 100)).leases).toHaveLength(9);
    expect((await ask(two.store, 100)).leases).toHaveLength(9);
  });

  test('every key expires', async () => {
    const { store } = await opened(open);
    await learn(store);
    await ask(store, 2);
    const keys = (await server.command('KEYS', '*')).split('\n');
    expect(keys).toHaveLength(3);
    const lives = await Promise.all(keys.map((key) => server.command('PTTL', key)));
    expect(lives.map(Number).every((ms) => ms > 0)).toBe(true);
  });

  test('what makes room is told, what makes none is not', async () => {
    const { store } = await opened(open);
    const listener = createClient({ url: server.url });
    listener.on('error', () => undefined);
    onTestFinished(() => listener.destroy());
    await listener.connect();
    let told = 0;
    const first = turn();
    await listener.subscribe('product-rate-limit:{b}:wake', () => {
      told += 1;
      first.resolve();
    });
    await learn(store);
    await first.promise;
    const { leases } = await ask(store, 19);
    for (const lease of leases.slice(0, 3)) {
      await store.report('b', lease, { reports: [says(0)], nowMs: Date.now() });
    }
    await listener.ping();
    expect(told).toBe(1);
  });

  test('when two wait, neither takes all that there is', async () => {
    const one = await opened(open);
    const two = await opened(open);
    const { leases } = await ask(one.store);
    expect((await ask(two.store, 50)).leases).toEqual([]);
    expect((await ask(one.store, 50)).leases).toEqual([]);
    await one.store.report('b', leases[0] ?? '', { reports: [says(18)], nowMs: Date.now() });
    expect((await ask(one.store, 50)).leases).toHaveLength(9);
  });
});
