import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRateLimit } from '../policy/rate-limit-headers.ts';
import { readRetryAfterMs } from '../policy/retry-after.ts';
import { MemoryRateLimitStore } from '../store/memory-rate-limit-store.ts';
import { settleTasks, VirtualClock } from '../testing/virtual-clock.ts';
import { RateGate } from './rate-gate.ts';
import type { Verdict } from './waiting-line.ts';

/** A server with fixed windows, which counts what it is sent. */
interface ModelServer {
  readonly limit: number;
  readonly windowMs: number;
  readonly latencyMs: number;
  readonly style: 'x-ratelimit' | 'ietf' | 'retry-after';
}

interface Tally {
  succeeded: number;
  refused: number;
  mostInWindow: number;
  endedAtMs: number;
}

function headersOf(server: ModelServer, used: number, nowMs: number): Headers {
  const remaining = Math.max(0, server.limit - used);
  const leftMs = server.windowMs - (nowMs % server.windowMs);
  const seconds = Math.ceil(leftMs / 1000);
  if (server.style === 'retry-after')
    return new Headers(used > server.limit ? { 'retry-after': `${seconds}` } : {});
  if (server.style === 'ietf') {
    return new Headers({
      ratelimit: `"a";r=${remaining};t=${seconds}`,
      'ratelimit-policy': `"a";q=${server.limit};w=${server.windowMs / 1000}`,
    });
  }
  return new Headers({
    'x-ratelimit-limit': `${server.limit}`,
    'x-ratelimit-remaining': `${remaining}`,
    'x-ratelimit-reset': `${(nowMs + leftMs) / 1000}`,
  });
}

/** Sends calls at once through a gate to a model server, each until it succeeds. */
async function drive(server: ModelServer, calls: number): Promise<Tally> {
  const clock = new VirtualClock(1_750_000_000_000);
  const startedAt = clock.now();
  const gate = new RateGate({ clock, store: new MemoryRateLimitStore() }, 'a');
  const usedIn = new Map<number, number>();
  const tally = { succeeded: 0, refused: 0, mostInWindow: 0, endedAtMs: 0 };
  const exchange = async (place: number, index: number): Promise<boolean> => {
    const wave = await gate.enter({
      place,
      givesUpAt: clock.now() + 1e9,
      priority: 'normal',
      signal: undefined,
    });
    if (typeof wave !== 'number') throw new Error('refused');
    const [there, back] = [
      1 + ((index * 7) % server.latencyMs),
      1 + ((index * 13) % server.latencyMs),
    ];
    await clock.sleep(there);
    const window = Math.floor(clock.now() / server.windowMs);
    const used = (usedIn.get(window) ?? 0) + 1;
    usedIn.set(window, used);
    const headers = headersOf(server, used, clock.now());
    const over = used > server.limit;
    if (!over) tally.mostInWindow = Math.max(tally.mostInWindow, used);
    await clock.sleep(back);
    const nowMs = clock.now();
    const pauseMs = over ? (readRetryAfterMs(headers, nowMs) ?? 1000) : undefined;
    gate.leave(wave, { nowMs, reports: readRateLimit(headers, nowMs), pauseMs });
    if (over) tally.refused += 1;
    return !over;
  };
  const all = Array.from({ length: calls }, async (_, index) => {
    const place = gate.takePlace();
    while (!(await exchange(place, index))) {}
    tally.succeeded += 1;
  });
  await clock.run(Promise.all(all));
  tally.endedAtMs = clock.now() - startedAt;
  expect(clock.pending).toBe(0);
  return tally;
}

test.each(['x-ratelimit', 'ietf'] as const)(
  'a hundred calls at once on 20 per 2 s, told by %s, all succeed without one refusal',
  async (style) => {
    const tally = await drive({ limit: 20, windowMs: 2000, latencyMs: 30, style }, 100);
    expect(tally).toMatchObject({ succeeded: 100, refused: 0 });
    expect(tally.endedAtMs).toBeLessThan(9200);
  },
);

test('a hundred calls at once on a server that only says Retry-After all succeed', async () => {
  const tally = await drive(
    { limit: 20, windowMs: 2000, latencyMs: 30, style: 'retry-after' },
    100,
  );
  expect(tally.succeeded).toBe(100);
});

test('no window of a server that tells its limit is ever exceeded', async () => {
  const servers = fc.record({
    limit: fc.integer({ min: 1, max: 30 }),
    windowMs: fc.constantFrom(1000, 2000, 5000),
    latencyMs: fc.integer({ min: 1, max: 200 }),
    style: fc.constantFrom('x-ratelimit' as const, 'ietf' as const),
  });
  await fc.assert(
    fc.asyncProperty(servers, fc.integer({ min: 1, max: 40 }), async (server, calls) => {
      const tally = await drive(server, calls);
      expect(tally).toMatchObject({ succeeded: calls, refused: 0 });
    }),
    { numRuns: 25, seed: 7 },
  );
}, 60_000);

const forever = Number.MAX_SAFE_INTEGER;

/** A gate that is closed for a while, and how calls through it fare. */
function closedGate(forMs: number) {
  const clock = new VirtualClock();
  const gate = new RateGate({ clock, store: new MemoryRateLimitStore() }, 'a');
  const first = gate.enter({
    place: gate.takePlace(),
    givesUpAt: forever,
    priority: 'normal',
    signal: undefined,
  });
  const log: [string, Verdict][] = [];
  const call = (name: string, place = gate.takePlace(), givesUpMs = 1e6): void => {
    const entry = gate.enter({
      place,
      givesUpAt: clock.now() + givesUpMs,
      priority: 'normal',
      signal: undefined,
    });
    void Promise.resolve(entry).then((verdict) => log.push([name, verdict]));
  };
  const refuse = (): void =>
    gate.leave(Number(first), { nowMs: clock.now(), reports: [], pauseMs: forMs });
  return { clock, gate, log, call, refuse };
}

test('one 429 pauses every queued call, then one probes and the others follow in order', async () => {
  const { clock, gate, log, call, refuse } = closedGate(5000);
  call('a');
  call('b');
  call('c');
  refuse();
  await settleTasks();
  expect(log).toEqual([]);
  await clock.run(clock.sleep(5000));
  expect(log).toEqual([['a', 1]]);
  gate.leave(1, { nowMs: clock.now(), reports: [] });
  await settleTasks();
  expect(log.map(([name]) => name)).toEqual(['a', 'b', 'c']);
});

test('a call that is repeated keeps its place', async () => {
  const { clock, log, call, refuse } = closedGate(5000);
  call('later');
  refuse();
  call('repeated', 1);
  await clock.run(clock.sleep(5000));
  expect(log[0]?.[0]).toBe('repeated');
});

test('a pause that is longer than a call may wait ends it at once, others wait on', async () => {
  const { log, call, refuse } = closedGate(5000);
  call('hasty', undefined, 4999);
  call('patient', undefined, 5000);
  refuse();
  await settleTasks();
  expect(log).toMatchObject([['hasty', { kind: 'too-long', retryAfterMs: 5000 }]]);
});

test('others stop waiting for a first answer that does not come', async () => {
  const { clock, log, call } = closedGate(0);
  call('a');
  call('b');
  await clock.run(clock.sleep(1000));
  expect(log.map(([name]) => name)).toEqual(['a', 'b']);
});

test('a low window is found once, and again when the next one runs low', () => {
  const clock = new VirtualClock();
  const gate = new RateGate({ clock, store: new MemoryRateLimitStore() }, 'a');
  const answer = (remaining: number, resetAfterMs: number): void => {
    const wave = Number(
      gate.enter({
        place: gate.takePlace(),
        givesUpAt: forever,
        priority: 'normal',
        signal: undefined,
      }),
    );
    const report = { policy: 'a', remaining, limit: 1000, resetAfterMs };
    gate.leave(wave, { nowMs: clock.now(), reports: [report] });
  };
  answer(100, 60_000);
  expect(gate.findLow(100)).toEqual([]);
  answer(99, 60_000);
  expect(gate.findLow(100)).toMatchObject([{ policy: 'a', remaining: 99, limit: 1000 }]);
  answer(98, 60_000);
  expect(gate.findLow(100)).toEqual([]);
  answer(97, 120_000);
  expect(gate.findLow(100)).toMatchObject([{ remaining: 97 }]);
});
