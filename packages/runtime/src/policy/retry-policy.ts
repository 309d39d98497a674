import { type BackoffBounds, fullJitterMs, withJitterOnTopMs } from './backoff.ts';
import { costOf } from './retry-budget.ts';

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
  | 'answer-cut-off'
  | 'connection-lost'
  | 'attempt-timeout'
  | 'final-answer'
  | 'final-failure'
  | 'server-forbade'
  | 'attempts-exhausted'
  | 'body-not-replayable'
  | 'not-idempotent'
  | 'budget-exhausted'
  | 'wait-too-long';

/** What came of an attempt. */
export interface Outcome {
  /** Status of the answer, if a whole one came. */
  readonly status?: number | undefined;
  /** Wait that the answer asks for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** What the answer's `x-should-retry` says. */
  readonly shouldRetry?: boolean | undefined;
  /** Whether the call was refused for the rate limit, if by another status than 429. */
  readonly isRefused?: boolean | undefined;
  /** Whether it is a success whose content cannot be read. */
  readonly isBroken?: boolean | undefined;
  /** How it failed, if no whole answer came. */
  readonly failure?: 'connection' | 'timeout' | 'final' | undefined;
}

/** What the policy knows of the call. */
export interface RetryFacts extends BackoffBounds {
  /** Number of the attempt, from 1; attempts that the rate limit refused are not counted. */
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
  /** Whether an earlier success could not be read either. */
  readonly wasBroken: boolean;
  /** What is left to spend on retries. */
  readonly budget: number;
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
  const obstacle = obstacleTo(reason, facts, outcome);
  if (obstacle) return stop(obstacle);
  const waitMs = waitBeforeNextMs(facts, outcome);
  const tooLong = (outcome.retryAfterMs ?? 0) > facts.maxWaitMs || waitMs > facts.remainingMs;
  return tooLong ? stop('wait-too-long') : { again: true, reason, waitMs };
}

function obstacleTo(
  reason: RetryReason,
  facts: RetryFacts,
  outcome: Outcome,
): RetryReason | undefined {
  if (outcome.shouldRetry === false) return 'server-forbade';
  const nothingDone = reason === 'rate-limited' || reason === 'unavailable';
  if (!facts.repeatable && !nothingDone) return 'not-idempotent';
  if (!facts.replayable) return 'body-not-replayable';
  if (isLastAttempt(facts, reason)) return 'attempts-exhausted';
  return costOf(reason) > facts.budget ? 'budget-exhausted' : undefined;
}

/** The gate bounds how often the rate limit can refuse a call, by the time that this takes. */
function isLastAttempt(facts: RetryFacts, reason: RetryReason): boolean {
  const { attempt, maxAttempts, wasBroken } = facts;
  // A success that cannot be read twice in a row was not cut off: the server means it.
  if (reason === 'answer-cut-off' && wasBroken) return true;
  return reason === 'rate-limited' ? maxAttempts === 1 : attempt >= maxAttempts;
}

function stop(reason: RetryReason): Decision {
  return { again: false, reason, waitMs: 0 };
}

function reasonToRepeat(facts: RetryFacts, outcome: Outcome): RetryReason | undefined {
  const { status } = outcome;
  if (status === undefined) return reasonOfFailure(outcome);
  if (status < 400) return outcome.isBroken ? 'answer-cut-off' : 'succeeded';
  if (status === 401 && facts.renewable) return 'renewed-credential';
  if (status === 429 || outcome.isRefused) return 'rate-limited';
  if (status === 409) return facts.inDoubt ? 'first-attempt-in-flight' : asked(outcome);
  return reasonOfStatus(status, outcome) ?? asked(outcome);
}

function reasonOfStatus(status: number, { retryAfterMs }: Outcome): RetryReason | undefined {
  if (status === 408) return 'request-timeout';
  if (status === 503 && retryAfterMs !== undefined) return 'unavailable';
  return status >= 500 && status !== 501 ? 'server-error' : undefined;
}

function asked({ shouldRetry }: Outcome): RetryReason | undefined {
  return shouldRetry ? 'server-asked' : undefined;
}

function reasonOfFailure({ failure }: Outcome): RetryReason | undefined {
  if (failure === 'connection') return 'connection-lost';
  return failure === 'timeout' ? 'attempt-timeout' : undefined;
}

function waitBeforeNextMs(facts: RetryFacts, outcome: Outcome): number {
  const named = outcome.retryAfterMs;
  // A wait of 0 would turn every client of a struggling server into a busy loop.
  return named
    ? withJitterOnTopMs(named, facts.random)
    : fullJitterMs(facts.attempt, facts, facts.random);
}
