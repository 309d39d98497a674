import { expect, test } from 'vitest';
import { bench } from '../testing/example-client.ts';
import { fixedWindows, type ModelServer, tokenBucket } from '../testing/model-server.ts';
import type { VirtualClock } from '../testing/virtual-clock.ts';

/** How a herd fared. */
interface Tally {
  readonly ok: number;
  readonly refused: number;
  readonly wallMs: number;
}

/** A sequence of numbers that looks random, and is the same in each run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Herd {
  readonly calls: number;
  readonly latencyMs: number;
  readonly phaseMs: number;
  readonly seed: number;
  readonly maxWaitMs: number;
}

const usual: Herd = { calls: 100, latencyMs: 30, phaseMs: 0, seed: 1, maxWaitMs: 60_000 };

/** Sends calls at once to a model server, through a whole client. */
async function drive(server: ModelServer, herd: Partial<Herd> = {}): Promise<Tally> {
  const { calls, latencyMs, phaseMs, seed, maxWaitMs } = { ...usual, ...herd };
  const random = chance(seed);
  const world: { clock?: VirtualClock } = {};
  let refusedCount = 0;
  const fetch = async (): Promise<Response> => {
    const { clock } = world;
    if (!clock) throw new Error('no clock');
    await clock.sleep(latencyMs * (0.5 + random() / 2));
    const { refused, headers } = server.take(clock.now());
    if (refused) refusedCount += 1;
    await clock.sleep(latencyMs * (0.3 + random() / 5));
    return Response.json({ id: 'task_1' }, { status: refused ? 429 : 200, headers });
  };
  const { client, clock } = bench([], { fetch, random });
  world.clock = clock;
  await clock.run(clock.sleep(phaseMs));
  const startedAt = clock.now();
  const ends = await clock.run(
    Promise.allSettled(Array.from({ length: calls }, () => client.get('a', { maxWaitMs }))),
  );
  expect(clock.pending).toBe(0);
  const ok = ends.filter(({ status }) => status === 'fulfilled').length;
  return { ok, refused: refusedCount, wallMs: clock.now() - startedAt };
}

const twentyPerTwoSeconds = [{ name: 'a', limit: 20, windowMs: 2000 }];
const FLOOR_MS = 8000;
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
const phases = [0, 500, 1000, 1500, 1900];

/** The worst of several runs, figure by figure. */
async function worstOf(runs: readonly Promise<Tally>[]): Promise<Tally> {
  const tallies = await Promise.all(runs);
  return {
    ok: Math.min(...tallies.map(({ ok }) => ok)),
    refused: Math.max(...tallies.map(({ refused }) => refused)),
    wallMs: Math.max(...tallies.map(({ wallMs }) => wallMs)),
  };
}

test.each(['x-ratelimit', 'ietf'] as const)(
  'a hundred calls at once on 20 per 2 s, told by %s, cost no refusal and hardly more than the floor',
  async (style) => {
    const runs = seeds.map((seed) => drive(fixedWindows(twentyPerTwoSeconds, style), { seed }));
    const { ok, refused, wallMs } = await worstOf(runs);
    expect({ ok, refused }).toEqual({ ok: 100, refused: 0 });
    expect(wallMs / FLOOR_MS).toBeLessThan(1.1);
  },
);

test('a token bucket that says no more than Retry-After refuses six at most', async () => {
  const { ok, refused, wallMs } = await worstOf(
    seeds.map((seed) => drive(tokenBucket(20, 10), { seed })),
  );
  expect(ok).toBe(100);
  expect(refused).toBeLessThanOrEqual(6);
  expect(wallMs / FLOOR_MS).toBeLessThan(1.3);
});

test.each(['retry-after', 'silent'] as const)(
  'a fixed window whose server is %s refuses ten at most, in whatever phase the burst comes',
  async (style) => {
    const runs = phases.flatMap((phaseMs) =>
      seeds.map((seed) => drive(fixedWindows(twentyPerTwoSeconds, style), { seed, phaseMs })),
    );
    const { ok, refused, wallMs } = await worstOf(runs);
    expect(ok).toBe(100);
    expect(refused).toBeLessThanOrEqual(10);
    expect(wallMs / FLOOR_MS).toBeLessThan(1.5);
  },
);

test('under constant overload for five windows the quota is used up, and nothing is refused', async () => {
  const windows = [{ name: 'a', limit: 100, windowMs: 10_000 }];
  const { ok, refused, wallMs } = await drive(fixedWindows(windows, 'ietf'), { calls: 500 });
  expect({ ok, refused }).toEqual({ ok: 500, refused: 0 });
  // The fifth window's calls are sent at its begin: 500 calls in four windows and a bit.
  expect(wallMs).toBeLessThan(40_000 * 1.03);
});

test('of two limits at once neither is exceeded, and the binding one is used up', async () => {
  const windows = [
    { name: 'minute', limit: 100, windowMs: 60_000 },
    { name: 'hour', limit: 1000, windowMs: 3_600_000 },
  ];
  const server = fixedWindows(windows, 'ietf');
  // The minute binds: eleven of them are needed if the first has begun before.
  const minutes = await drive(server, { calls: 980, maxWaitMs: 900_000 });
  expect(minutes).toMatchObject({ ok: 980, refused: 0 });
  expect(minutes.wallMs).toBeLessThan(9 * 60_000 * 1.03);
  // Then the hour does: what it holds no more fails at once.
  const rest = await drive(server, { calls: 40, maxWaitMs: 60_000, phaseMs: 660_000 });
  expect(rest).toMatchObject({ ok: 20, refused: 0 });
});
