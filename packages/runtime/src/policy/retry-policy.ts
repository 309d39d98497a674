import { type BackoffBounds, fullJitterMs, withJitterOnTopMs } from './backoff.ts';

/** Why a call went on, or ended, after an attempt. */
export type RetryReason =
  | 'succeeded'
  | 'renewed-credential'
  | 'rate-limited'
  | 'unavailable'
  | 'server-error'
  | 'request-timeout'
  | 'first-attempt-in-flight'
  | 'server-asked'
  | 'connection-lost'
  | 'attempt-timeout'
  | 'final-answer'
  | 'final-failure'
  | 'server-forbade'
  | 'attempts-exhausted'
  | 'body-not-replayable'
  | 'not-idempotent'
  | 'wait-too-long';

/** What came of an attempt. */
export interface Outcome {
  /** Status of the answer, if a whole one came. */
  readonly status?: number | undefined;
  /** Wait that the answer asks for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** What the answer's `x-should-retry` says. */
  readonly shouldRetry?: boolean | undefined;
  /** How it failed, if no whole answer came. */
  readonly failure?: 'connection' | 'timeout' | 'final' | undefined;
}

/** What the policy knows of the call. */
export interface RetryFacts extends BackoffBounds {
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** Most attempts that the call may make. */
  readonly maxAttempts: number;
  /** Whether sending it twice does what sending it once does: by its method, or by a key. */
  readonly repeatable: boolean;
  /** Whether the body can be sent again. */
  readonly replayable: boolean;
  /** Whether an earlier attempt under the same key ended without an answer. */
  readonly inDoubt: boolean;
  /** Whether a rejected credential can still be replaced, once per call. */
  readonly renewable: boolean;
  /** Longest wait that the server may name, in milliseconds. */
  readonly maxWaitMs: number;
  /** What is left of the call's deadline, in milliseconds. */
  readonly remainingMs: number;
  /** A number from 0 to below 1. */
  readonly random: number;
}

/** What to do after an attempt. */
export interface Decision {
  /** Whether to send the call again. */
  readonly again: boolean;
  /** Why. */
  readonly reason: RetryReason;
  /** How long to wait first, in milliseconds. */
  readonly waitMs: number;
}

/**
 * Decides whether an attempt is repeated: the strongest reason first, one reason per rung.
 *
 * @remarks 429, and 503 with `Retry-After`, say that nothing was processed: they are repeated for any
 * method. Everything else only if doing it twice does no harm.
 * @param facts - The call.
 * @param outcome - What came of the attempt.
 */
export function decideRetry(facts: RetryFacts, outcome: Outcome): Decision {
  const reason = reasonToRepeat(facts, outcome);
  if (reason === undefined) return stop(outcome.failure ? 'final-failure' : 'final-answer');
  if (reason === 'succeeded') return stop(reason);
  if (reason === 'renewed-credential') {
    return facts.replayable ? { again: true, reason, waitMs: 0 } : stop('body-not-replayable');
  }
  if (outcome.shouldRetry === false) return stop('server-forbade');
  if (!facts.repeatable && reason !== 'rate-limited' && reason !== 'unavailable') {
    return stop('not-idempotent');
  }
  if (!facts.replayable) return stop('body-not-replayable');
  if (facts.attempt >= facts.maxAttempts) return stop('attempts-exhausted');
  const waitMs = waitBeforeNextMs(facts, outcome);
  const tooLong = (outcome.retryAfterMs ?? 0) > facts.maxWaitMs || waitMs > facts.remainingMs;
  return tooLong ? stop('wait-too-long') : { again: true, reason, waitMs };
}

function stop(reason: RetryReason): Decision {
  return { again: false, reason, waitMs: 0 };
}

function reasonToRepeat(facts: RetryFacts, outcome: Outcome): RetryReason | undefined {
  const { status, failure } = outcome;
  if (failure === 'connection') return 'connection-lost';
  if (failure === 'timeout') return 'attempt-timeout';
  if (status === undefined) return undefined;
  if (status < 400) return 'succeeded';
  if (status === 401 && facts.renewable) return 'renewed-credential';
  if (status === 429) return 'rate-limited';
  if (status === 503 && outcome.retryAfterMs !== undefined) return 'unavailable';
  if (status === 408) return 'request-timeout';
  if (status === 409 && facts.inDoubt) return 'first-attempt-in-flight';
  if (status >= 500 && status !== 501) return 'server-error';
  return outcome.shouldRetry ? 'server-asked' : undefined;
}

function waitBeforeNextMs(facts: RetryFacts, outcome: Outcome): number {
  const named = outcome.retryAfterMs;
  // A wait of 0 would turn every client of a struggling server into a busy loop.
  return named
    ? withJitterOnTopMs(named, facts.random)
    : fullJitterMs(facts.attempt, facts, facts.random);
}
