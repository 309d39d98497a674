import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideRetry, type Outcome, type RetryFacts } from './retry-policy.ts';

/** A first attempt of a call that may be repeated; half of every draw. */
const facts: RetryFacts = {
  attempt: 1,
  maxAttempts: 3,
  repeatable: true,
  replayable: true,
  inDoubt: false,
  renewable: false,
  wasBroken: false,
  budget: 100,
  maxWaitMs: 60_000,
  remainingMs: 60_000,
  baseDelayMs: 500,
  maxDelayMs: 20_000,
  random: 0.5,
};
const unsafe = { repeatable: false };

const ladder: readonly (readonly [string, Partial<RetryFacts>, Outcome, string])[] = [
  ['a success', {}, { status: 200 }, 'succeeded'],
  ['an answer of 304', {}, { status: 304 }, 'succeeded'],
  ['a bad request', {}, { status: 400 }, 'final-answer'],
  ['a rejected credential that cannot be renewed', {}, { status: 401 }, 'final-answer'],
  ['a missing permission', { renewable: true }, { status: 403 }, 'final-answer'],
  [
    'a rejected credential with a body that is gone',
    { renewable: true, replayable: false },
    { status: 401 },
    'body-not-replayable',
  ],
  ['a conflict', {}, { status: 409 }, 'final-answer'],
  ['a status that no server should send', {}, { status: 501 }, 'final-answer'],
  ['a failure that is final', {}, { failure: 'final' }, 'final-failure'],
  ['a server error that may have acted', unsafe, { status: 500 }, 'not-idempotent'],
  [
    'a server error that names a wait and may have acted',
    unsafe,
    { status: 500, retryAfterMs: 1000 },
    'not-idempotent',
  ],
  ['a 503 that names no wait', unsafe, { status: 503 }, 'not-idempotent'],
  ['a lost connection of an unsafe call', unsafe, { failure: 'connection' }, 'not-idempotent'],
  ['a timeout of an unsafe call', unsafe, { failure: 'timeout' }, 'not-idempotent'],
  ['a body that is gone', { replayable: false }, { status: 503 }, 'body-not-replayable'],
  ['an answer that forbids it', {}, { status: 503, shouldRetry: false }, 'server-forbade'],
  ['the last attempt', { attempt: 3 }, { status: 500 }, 'attempts-exhausted'],
  [
    'a refusal, if no attempt is to be repeated',
    { maxAttempts: 1 },
    { status: 429 },
    'attempts-exhausted',
  ],
  [
    'a second success in a row that cannot be read',
    { wasBroken: true },
    { status: 200, isBroken: true },
    'attempts-exhausted',
  ],
  ['a budget that is spent', { budget: 4 }, { status: 500 }, 'budget-exhausted'],
  ['a budget too small', { budget: 4 }, { failure: 'timeout' }, 'budget-exhausted'],
  ['a wait over the most', {}, { status: 429, retryAfterMs: 60_001 }, 'wait-too-long'],
  [
    'a wait over the most, well within the deadline',
    { maxWaitMs: 500 },
    { status: 429, retryAfterMs: 501 },
    'wait-too-long',
  ],
  ['a wait over the deadline', { remainingMs: 249 }, { status: 500 }, 'wait-too-long'],
];

test.each(ladder)('%s ends the call, and says why', (...row) => {
  const [, more, outcome, reason] = row;
  const want = { again: false, reason, waitMs: 0 };
  expect(decideRetry({ ...facts, ...more }, outcome)).toEqual(want);
});

const repeats: readonly (readonly [string, Partial<RetryFacts>, Outcome, string, number])[] = [
  [
    'a credential that can be renewed',
    { renewable: true },
    { status: 401 },
    'renewed-credential',
    0,
  ],
  ['a refusal of an unsafe call', unsafe, { status: 429 }, 'rate-limited', 250],
  ['a refusal by another status', unsafe, { status: 403, isRefused: true }, 'rate-limited', 250],
  [
    'a refusal beyond the last attempt',
    { attempt: 9 },
    { status: 429, retryAfterMs: 100 },
    'rate-limited',
    105,
  ],
  ['a refusal with nothing left to spend', { budget: 0 }, { status: 429 }, 'rate-limited', 250],
  ['a 503 that names a wait', unsafe, { status: 503, retryAfterMs: 1000 }, 'unavailable', 1050],
  ['a 503 that names a wait of 0', unsafe, { status: 503, retryAfterMs: 0 }, 'unavailable', 250],
  ['a 503 that names no wait', {}, { status: 503 }, 'server-error', 250],
  ['a server error', { attempt: 2 }, { status: 500 }, 'server-error', 500],
  [
    'a server error after an answer that could not be read',
    { wasBroken: true },
    { status: 500 },
    'server-error',
    250,
  ],
  ['a request that took too long to arrive', {}, { status: 408 }, 'request-timeout', 250],
  [
    'a conflict with an earlier attempt',
    { inDoubt: true },
    { status: 409 },
    'first-attempt-in-flight',
    250,
  ],
  [
    'a conflict that the server asks to repeat',
    {},
    { status: 409, shouldRetry: true },
    'server-asked',
    250,
  ],
  [
    'an answer that the server asks to repeat',
    {},
    { status: 404, shouldRetry: true },
    'server-asked',
    250,
  ],
  ['a success that cannot be read', {}, { status: 200, isBroken: true }, 'answer-cut-off', 250],
  ['a lost connection', {}, { failure: 'connection' }, 'connection-lost', 250],
  ['a timeout', { budget: 10 }, { failure: 'timeout' }, 'attempt-timeout', 250],
  [
    'the longest wait that is allowed',
    {},
    { status: 503, retryAfterMs: 50_000 },
    'unavailable',
    50_500,
  ],
  [
    'a wait that is the most',
    { maxWaitMs: 500 },
    { status: 429, retryAfterMs: 500 },
    'rate-limited',
    525,
  ],
  [
    'a wait that just meets the deadline',
    { remainingMs: 250 },
    { status: 500 },
    'server-error',
    250,
  ],
];

test.each(repeats)('%s is repeated after its wait', (...row) => {
  const [, more, outcome, reason, waitMs] = row;
  expect(decideRetry({ ...facts, ...more }, outcome)).toEqual({ again: true, reason, waitMs });
});

const times = fc.double({ min: 0, max: 1e9, noNaN: true });
const anyFacts = fc.record({
  attempt: fc.integer({ min: 1, max: 50 }),
  maxAttempts: fc.integer({ min: 1, max: 50 }),
  repeatable: fc.boolean(),
  replayable: fc.boolean(),
  inDoubt: fc.boolean(),
  renewable: fc.boolean(),
  wasBroken: fc.boolean(),
  budget: fc.integer({ min: -50, max: 500 }),
  maxWaitMs: times,
  remainingMs: times,
  baseDelayMs: times,
  maxDelayMs: times,
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
const anyOutcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    status: fc.oneof(fc.integer({ min: 200, max: 599 }), fc.constantFrom(401, 408, 409, 429, 503)),
    retryAfterMs: fc.option(times, { nil: undefined }),
    shouldRetry: fc.option(fc.boolean(), { nil: undefined }),
    isRefused: fc.boolean(),
    isBroken: fc.boolean(),
  }),
  fc.record({
    failure: fc.constantFrom('connection' as const, 'timeout' as const, 'final' as const),
  }),
);

test('no wait is shorter than the server said, longer than what is left, or without end', () => {
  fc.assert(
    fc.property(anyFacts, anyOutcome, (given, outcome) => {
      const { again, reason, waitMs } = decideRetry(given, outcome);
      const floor = again && reason !== 'renewed-credential' ? (outcome.retryAfterMs ?? 0) : 0;
      expect(waitMs >= floor && waitMs <= given.remainingMs).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('what may have been done is repeated only if to do it twice does no harm', () => {
  const undone = new Set(['rate-limited', 'unavailable', 'renewed-credential']);
  fc.assert(
    fc.property(anyFacts, anyOutcome, (given, outcome) => {
      const { again, reason } = decideRetry(given, outcome);
      expect(!again || given.replayable).toBe(true);
      expect(!again || given.repeatable || undone.has(reason)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
