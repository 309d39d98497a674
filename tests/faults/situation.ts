import fc from 'fast-check';
import type { Mishap } from './keyed-service.ts';

/** How long, how often and how fast a client tries. */
export interface Limits {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxAttempts: number;
  readonly maxWaitMs: number;
  readonly pace: 'burst' | 'spread';
  readonly reserve: number;
  /** What every draw of the client gives. */
  readonly random: number;
}

/** What a play begins with. */
export interface Situation {
  /** What goes wrong with the requests, in the order that they come. */
  readonly mishaps: Iterable<Mishap>;
  readonly calls: number;
  readonly limits: Limits;
  /** When the caller gives up, in milliseconds from the start. */
  readonly abortAtMs: number;
}

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
/** Anything that can go wrong with one request. */
export const mishap: fc.Arbitrary<Mishap> = fc.oneof(
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
const limits: fc.Arbitrary<Limits> = fc.record({
  timeoutMs: fc.integer({ min: 1, max: 35_000 }),
  deadlineMs: fc.integer({ min: 1, max: 200_000 }),
  maxAttempts: fc.integer({ min: 1, max: 7 }),
  maxWaitMs: fc.nat(90_000),
  pace: fc.constantFrom('burst' as const, 'spread' as const),
  reserve: fc.nat(5),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
/** A service that does anything, and calls with any limits. */
export const situation: fc.Arbitrary<Situation> = fc.record({
  mishaps: fc.array(mishap, { maxLength: 25 }),
  calls: fc.integer({ min: 1, max: 5 }),
  limits,
  abortAtMs: fc.option(fc.nat(100_000), { nil: Number.POSITIVE_INFINITY }),
});
