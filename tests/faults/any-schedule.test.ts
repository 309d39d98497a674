import { ProductError } from '@product/api-client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mishap } from './keyed-service.ts';
import { type MakeCall, play } from './play.ts';
import { mishap, situation } from './situation.ts';

/** The same schedules in every run: a failure that is seen once can be seen again. */
const runs = { seed: 3, numRuns: 300 };

const create: MakeCall = (client, title, options) => client.tasks.create({ title }, options);
const update: MakeCall = (client, title, options) =>
  client.tasks.update('task_1', { title }, options);

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

test('whatever happens, a call makes at most maxAttempts attempts, those aside that only waited', async () => {
  await fc.assert(
    fc.asyncProperty(situation, async (given) => {
      const { ended, service } = await play(given, create);
      for (const { title, attempts } of ended) {
        const tries = attempts.filter(({ reason }) => !free.has(reason)).length;
        expect(tries).toBeLessThanOrEqual(given.limits.maxAttempts);
        // One request may be under way when the deadline, or the caller, ends the call.
        const unfinished = (service.requests.get(title) ?? 0) - attempts.length;
        expect([0, 1]).toContain(unfinished);
      }
    }),
    runs,
  );
});

/** What costs no attempt: the gate bounds the first by time, and the second happens once. */
const free = new Set<string>(['rate-limited', 'renewed-credential']);

function* forever(cycle: readonly Mishap[]): Generator<Mishap> {
  for (;;) yield* cycle;
}

test('a service that never gets well ends every call, without a deadline too', async () => {
  const cycles = fc.array(mishap, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(situation, cycles, async (given, cycle) => {
      // A draw of 0 every time would make each backoff one of 0, as no real source of chance does.
      const limits = { ...given.limits, deadlineMs: Number.POSITIVE_INFINITY, random: 0.5 };
      const mishaps = forever(cycle);
      const abortAtMs = Number.POSITIVE_INFINITY;
      const { ended, left } = await play({ ...given, mishaps, limits, abortAtMs }, create);
      expect(ended).toHaveLength(given.calls);
      expect(left).toBe(0);
    }),
    runs,
  );
});
