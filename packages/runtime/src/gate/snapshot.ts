import type { BucketState } from '../store/rate-limit-store.ts';

/** One window of a limit, as far as it is known. */
export interface RateLimitWindowSnapshot {
  /** Name of the limit; `learned` if it was guessed from refusals, as no answer tells. */
  readonly policy: string;
  /** Calls that remain, those under way included. */
  readonly remaining?: number;
  /** Calls that the window holds. */
  readonly limit?: number;
  /** Length, in milliseconds, or the longest that is sure. */
  readonly windowMs?: number;
  /** When it ends, in milliseconds since the epoch. */
  readonly resetAt?: number;
}

/** What a client knows of its rate limit. */
export interface RateLimitSnapshot {
  /** Each window; empty before the first answer, and if the server tells of none and refuses nothing. */
  readonly windows: readonly RateLimitWindowSnapshot[];
  /** Calls under way. */
  readonly inFlight: number;
  /** Calls that wait for room. */
  readonly queued: number;
  /** Until when nothing is sent after a refusal, in milliseconds since the epoch. */
  readonly pausedUntil?: number;
}

/** Tells what is known of a limit. */
export interface RateLimitView {
  /** What is known now. */
  readonly snapshot: RateLimitSnapshot;
  /**
   * Calls back whenever an answer has told something.
   *
   * @param listener - Called with what is known now; one that throws harms nothing.
   * @returns Ends the subscription.
   */
  subscribe(listener: (snapshot: RateLimitSnapshot) => void): () => void;
}

/**
 * A snapshot of a state.
 *
 * @param state - The state.
 * @param takenAt - When it was taken, in milliseconds since the epoch.
 * @param queued - Calls that wait for room.
 */
export function snapshotOf(state: BucketState, takenAt: number, queued: number): RateLimitSnapshot {
  const windows = state.windows.map(({ resetAfterMs, ...window }) =>
    resetAfterMs === undefined ? window : { ...window, resetAt: takenAt + resetAfterMs },
  );
  const { inFlight, pausedForMs } = state;
  const paused = pausedForMs > 0 ? { pausedUntil: takenAt + pausedForMs } : {};
  return { windows, inFlight, queued, ...paused };
}
