import type { RetryReason } from '../policy/retry-policy.ts';

/** One request of a call and what came of it. */
export interface Attempt {
  /** Its number, from 1. */
  readonly attempt: number;
  /** Status of the answer, if one came. */
  readonly status?: number;
  /** How long it was held back before it was sent, in milliseconds: backoff and rate limit together. */
  readonly waitMs: number;
  /** How long it took from being sent, in milliseconds. */
  readonly durationMs: number;
  /** Why the call went on, or ended, after it. */
  readonly reason: RetryReason;
}
