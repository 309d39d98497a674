import { getEventListeners } from 'node:events';
import { ProductClient, type ProductClientOptions, ProductError } from '@product/api-client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VirtualClock } from '../../packages/runtime/src/testing/virtual-clock.ts';
import { KeyedService, type Mishap } from './keyed-service.ts';

/** The same schedules in every run: a failure that is seen once can be seen again. */
const runs = { seed: 3, numRuns: 300 };

const number = fc.oneof(
  fc.nat(70).map(String),
  fc.constantFrom('0', '-1', 'soon', '1e9', '3000000', '9'.repeat(400), '', '0.5', '1, 2'),
);
const headers = fc.record(
  {
    'retry-after': number,
    'x-should-retry': fc.constantFrom('true', 'false', 'perhaps'),
    'x-ratelimit-limit': number,
    'x-ratelimit-remaining': number,
    'x-ratelimit-reset': number,
    ratelimit: fc.tuple(number, number).map(([r, t]) => `"hour";r=${r};t=${t}`),
  },
  { requiredKeys: [] },
);
// 2xx are answered by the service; 3xx are refused as redirects.
const status = fc.constantFrom(
  302,
  400,
  401,
  404,
  408,
  409,
  422,
  429,
  429,
  500,
  501,
  502,
  503,
  503,
);
const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.record({ type: fc.constant('none' as const), headers }),
  fc.record({ type: fc.constantFrom('lost' as const, 'silent' as const), acted: fc.boolean() }),
  fc.record({ type: fc.constant('slow' as const), delayMs: fc.nat(40_000) }),
  fc.record({
    type: fc.constantFrom(
      'cut' as const,
      'endless' as const,
      'half a JSON' as const,
      'a page of HTML' as const,
    ),
  }),
  { weight: 3, arbitrary: fc.record({ type: fc.constant('refused' as const), status, headers }) },
);
const limits = fc.record({
  timeoutMs: fc.integer({ min: 1, max: 35_000 }),
  deadlineMs: fc.integer({ min: 1, max: 200_000 }),
  maxAttempts: fc.integer({ min: 1, max: 7 }),
  maxWaitMs: fc.nat(90_000),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
const situation = fc.record({
  mishaps: fc.array(mishap, { maxLength: 25 }),
  calls: fc.integer({ min: 1, max: 5 }),
  limits,
  abortAtMs: fc.option(fc.nat(100_000), { nil: Number.POSITIVE_INFINITY }),
});
type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

/** What came of one call, in virtual time. */
interface Ended {
  readonly title: string;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly attempts: number;
  readonly tookMs: number;
}

interface Played {
  readonly service: KeyedService;
  readonly ended: readonly Ended[];
  /** Timers and listeners that nobody needs any more. */
  readonly left: number;
}

type MakeCall = (
  client: ProductClient,
  title: string,
  signal: AbortSignal,
) => ReturnType<ProductClient['tasks']['create']>;

async function play(given: Situation, make: MakeCall): Promise<Played> {
  const { mishaps, calls, abortAtMs } = given;
  const { maxAttempts, maxWaitMs, random, ...times } = given.limits;
  const clock = new VirtualClock();
  const service = new KeyedService(clock, mishaps);
  const startedAt = clock.now();
  let asked = 0;
  const client = new ProductClient({
    // A credential that can be renewed, so that a 401 may cost one attempt more.
    apiKey: async () => {
      asked += 1;
      return `sk_test_mock_${asked}_4f9a2c7e1b`;
    },
    ...times,
    fetch: service.fetch,
    clock,
    random: () => random,
    retry: { maxAttempts },
    rateLimit: { maxWaitMs },
  } satisfies ProductClientOptions);
  const end = async (title: string): Promise<Ended> => {
    const fate = await make(client, title, controller.signal)
      .withResponse()
      .catch((error: unknown) => ({ error, attempts: Object(error).attempts ?? [] }));
    const { attempts, ...rest } = fate;
    return { title, ...rest, attempts: attempts.length, tookMs: clock.now() - startedAt };
  };
  const titles = Array.from({ length: calls }, (_, index) => `call ${index}`);
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const keep = Number.isFinite(abortAtMs) ? clock.setAlarm(abortAtMs, abort) : undefined;
  const ended = await clock.run(Promise.all(titles.map(end)));
  keep?.();
  const listeners = getEventListeners(controller.signal, 'abort').length;
  return { service, ended, left: clock.pending + listeners };
}

const create: MakeCall = (client, title, signal) => client.tasks.create({ title }, { signal });
const update: MakeCall = (client, title, signal) =>
  client.tasks.update('task_1', { title }, { signal });

test.each([
  ['POST with a key', create],
  ['PATCH', update],
])(
  'whatever happens, a %s settles with a value or a typed error within its deadline, and at once when aborted',
  async (...row) => {
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        const { ended, left } = await play(given, row[1]);
        for (const { title, data, error, tookMs } of ended) {
          if (error === undefined) expect(data).toEqual({ id: `task ${title}` });
          else expect(error).toBeInstanceOf(ProductError);
          expect(tookMs).toBeLessThanOrEqual(Math.min(given.limits.deadlineMs, given.abortAtMs));
        }
        expect(left).toBe(0);
      }),
      runs,
    );
  },
);

test.each([
  ['POST with a key', create],
  ['PATCH', update],
])(
  'whatever happens, a %s is done at most once, and surely if the call succeeds',
  async (...row) => {
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        const { ended, service } = await play(given, row[1]);
        for (const { title, error } of ended) {
          const written = service.written.get(title) ?? 0;
          expect(written).toBeLessThanOrEqual(1);
          if (error === undefined) expect(written).toBe(1);
          expect(service.keys.get(title)?.size ?? 1).toBe(1);
        }
      }),
      runs,
    );
  },
);

test('whatever happens, a call sends at most maxAttempts requests, and one for a renewed credential', async () => {
  await fc.assert(
    fc.asyncProperty(situation, async (given) => {
      const { ended, service } = await play(given, create);
      for (const { title, attempts } of ended) {
        expect(attempts).toBeLessThanOrEqual(given.limits.maxAttempts + 1);
        // One request may be under way when the deadline ends the call.
        expect(service.requests.get(title) ?? 0).toBeLessThanOrEqual(given.limits.maxAttempts + 1);
      }
    }),
    runs,
  );
});
