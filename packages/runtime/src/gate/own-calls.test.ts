import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRateLimit } from '../policy/rate-limit-headers.ts';
import { readRetryAfterMs } from '../policy/retry-after.ts';
import { MemoryRateLimitStore } from '../store/memory-rate-limit-store.ts';
import {
  type FixedWindow,
  fixedWindows,
  type ModelServer,
  slidingWindow,
} from '../testing/model-server.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { RateGate } from './rate-gate.ts';

/** When each call starts, and how long its ways there and back take, in milliseconds. */
interface Trip {
  readonly startMs: number;
  readonly thereMs: number;
  readonly backMs: number;
}

interface Tally {
  readonly refused: number;
  readonly wallMs: number;
}

/** Sends calls through a gate to a model server, each until it succeeds. */
async function drive(server: ModelServer, trips: readonly Trip[], phaseMs = 0): Promise<Tally> {
  const clock = new VirtualClock(1_750_000_000_000 + phaseMs);
  const startedAt = clock.now();
  const gate = new RateGate({ clock, store: new MemoryRateLimitStore() }, 'a');
  let refusals = 0;
  const attempt = async (place: number, { thereMs, backMs }: Trip): Promise<boolean> => {
    const givesUpAt = clock.now() + 1e9;
    const lease = await gate.enter({ place, givesUpAt, priority: 'normal', signal: undefined });
    if (typeof lease === 'object') throw new Error('refused by the gate');
    await clock.sleep(thereMs);
    const answer = server.take(clock.now());
    await clock.sleep(backMs);
    const nowMs = clock.now();
    const headers = new Headers(answer.headers);
    const pauseMs = answer.refused ? (readRetryAfterMs(headers, nowMs) ?? 1000) : undefined;
    gate.leave(lease, { nowMs, reports: readRateLimit(headers, nowMs), pauseMs });
    if (answer.refused) refusals += 1;
    return answer.refused;
  };
  const call = async (trip: Trip): Promise<void> => {
    await clock.sleep(trip.startMs);
    const place = gate.takePlace();
    while (await attempt(place, trip)) {}
  };
  await clock.run(Promise.all(trips.map(call)));
  return { refused: refusals, wallMs: clock.now() - startedAt };
}

const twenty: FixedWindow = { name: 'a', limit: 20, windowMs: 2000 };

/** As many calls, spread over so many milliseconds. */
function spread(calls: number, overMs: number): Trip[] {
  return Array.from({ length: calls }, (_, at) => ({
    startMs: (at * overMs) / calls,
    thereMs: 10 + ((at * 7) % 20),
    backMs: 10 + ((at * 13) % 15),
  }));
}

test.each([
  ['a burst of 100', spread(100, 0), 1.15],
  ['twice the quota without a pause', spread(200, 10_000), 1.1],
])(
  'a sliding window told in whole seconds is used up by %s, and nothing is refused',
  async (...[, trips, most]) => {
    const { refused, wallMs } = await drive(slidingWindow(twenty, 'ietf'), trips);
    expect(refused).toBe(0);
    expect(wallMs / ((trips.length / 20 - 1) * 2000)).toBeLessThan(most);
  },
);

const anyTrips = fc.array(
  fc.record({
    startMs: fc.integer({ min: 0, max: 12_000 }),
    thereMs: fc.integer({ min: 1, max: 120 }),
    backMs: fc.integer({ min: 1, max: 120 }),
  }),
  { minLength: 1, maxLength: 80 },
);
const anyWindow = fc.record({
  name: fc.constant('a'),
  limit: fc.integer({ min: 1, max: 30 }),
  windowMs: fc.constantFrom(1000, 2000, 5000),
});

test.each([
  ['sliding', (window: FixedWindow) => slidingWindow(window, 'ietf')],
  ['fixed', (window: FixedWindow) => fixedWindows([window], 'ietf')],
])(
  'no window of a %s server is ever exceeded, whenever calls come and however long they take',
  async (_name, open) => {
    const property = fc.asyncProperty(
      anyWindow,
      anyTrips,
      fc.integer({ min: 0, max: 4999 }),
      async (window, trips, phaseMs) => {
        expect((await drive(open(window), trips, phaseMs)).refused).toBe(0);
      },
    );
    await fc.assert(property, { numRuns: 40, seed: 11 });
  },
  60_000,
);

/** A server that somebody else uses too, evenly. */
function shared(server: ModelServer, everyMs: number): ModelServer {
  let nextAt: number | undefined;
  return {
    take(nowMs) {
      nextAt ??= nowMs;
      for (; nextAt <= nowMs; nextAt += everyMs) server.take(nextAt);
      return server.take(nowMs);
    },
  };
}

/** A server that does not state how long its windows are, so that only what it tells is gone by. */
function withoutLength(server: ModelServer): ModelServer {
  return {
    take(nowMs) {
      const { refused, headers } = server.take(nowMs);
      const policy = headers['ratelimit-policy']?.replaceAll(/;w=\d+/g, '') ?? '';
      return { refused, headers: { ...headers, 'ratelimit-policy': policy } };
    },
  };
}

test.each([
  { others: 13, phaseMs: 0 },
  { others: 13, phaseMs: 700 },
  { others: 7, phaseMs: 1300 },
  { others: 2, phaseMs: 1900 },
])(
  "where others make $others calls in each window, one's own account costs no refusal",
  async (example) => {
    const { others, phaseMs } = example;
    const everyMs = 2000 / others;
    const byOwnAccount = shared(fixedWindows([twenty], 'ietf'), everyMs);
    const byFields = withoutLength(shared(fixedWindows([twenty], 'ietf'), everyMs));
    const account = await drive(byOwnAccount, spread(60, 0), phaseMs);
    const told = await drive(byFields, spread(60, 0), phaseMs);
    expect(account.refused).toBeLessThanOrEqual(told.refused);
  },
);

const twoWindows = fc.record({
  limit: fc.integer({ min: 2, max: 15 }),
  windowMs: fc.constantFrom(2000, 3000, 5000),
  times: fc.integer({ min: 2, max: 4 }),
  longLimit: fc.integer({ min: 4, max: 40 }),
});

test.each([
  ['that state their lengths', (server: ModelServer) => server],
  ['that state no length', withoutLength],
])(
  'of two windows %s neither is ever exceeded, over many of both',
  async (_name, tell) => {
    const property = fc.asyncProperty(
      twoWindows,
      anyTrips,
      fc.integer({ min: 0, max: 4999 }),
      async ({ limit, windowMs, times, longLimit }, trips, phaseMs) => {
        const windows = [
          { name: 'short', limit, windowMs },
          { name: 'long', limit: longLimit, windowMs: windowMs * times },
        ];
        const server = tell(fixedWindows(windows, 'ietf'));
        expect((await drive(server, trips, phaseMs)).refused).toBe(0);
      },
    );
    await fc.assert(property, { numRuns: 40, seed: 11 });
  },
  60_000,
);
