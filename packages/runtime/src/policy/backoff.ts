/** Bounds of the waits between attempts, in milliseconds. */
export interface BackoffBounds {
  /** Bound of the first wait. */
  readonly baseDelayMs: number;
  /** Bound that waits stop growing at. */
  readonly maxDelayMs: number;
}

/**
 * Exponential backoff with full jitter: a draw from 0 to a bound that doubles with each attempt.
 *
 * @remarks Of the usual jitters it spreads a herd best and needs the fewest calls.
 * @param attempt - Number of the attempt that failed, from 1.
 * @param bounds - Bounds of the waits.
 * @param random - A number from 0 to below 1.
 * @returns Milliseconds, 0 to `maxDelayMs`.
 * @see https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 */
export function fullJitterMs(attempt: number, bounds: BackoffBounds, random: number): number {
  return random * Math.min(bounds.maxDelayMs, bounds.baseDelayMs * 2 ** (attempt - 1));
}

/**
 * The pause after a refusal that names no wait: exponential, from a quarter of the bound to three.
 *
 * @remarks One call waits here for all, so there is no herd to spread; a pause near 0 would only be
 * refused again.
 * @param refusals - Waves refused in a row before, from 0.
 * @param bounds - Bounds of the waits.
 * @param random - A number from 0 to below 1.
 * @returns Milliseconds.
 */
export function probeAfterMs(refusals: number, bounds: BackoffBounds, random: number): number {
  return fullJitterMs(refusals + 1, bounds, (1 + 2 * random) / 4);
}

/** Most that jitter adds to a wait that the server named, in milliseconds. */
export const MAX_JITTER_MS = 1000;

/**
 * A wait that the server named, with jitter on top: never less than it said.
 *
 * @param serverWaitMs - What the server named, in milliseconds.
 * @param random - A number from 0 to below 1.
 * @returns Milliseconds: the wait and up to a tenth of it, at most a second.
 */
export function withJitterOnTopMs(serverWaitMs: number, random: number): number {
  return serverWaitMs + random * Math.min(MAX_JITTER_MS, serverWaitMs / 10);
}
