import type { BucketState } from '../store/rate-limit-store.ts';

/** Name of a window that was guessed from refusals. */
export const LEARNED = 'learned';

/** How long a call will wait at least, and what it waits for. */
export interface PredictedWait {
  /** Milliseconds from now, from 0. */
  readonly waitMs: number;
  /** Name of the limit that decides, if one does. */
  readonly policy?: string;
  /** Calls that its window holds, if it is known. */
  readonly limit?: number | undefined;
  /** When its window ends, in milliseconds from now. */
  readonly resetAfterMs?: number;
}

/**
 * How long a call will wait at least, by its position in the line.
 *
 * @remarks What is not known counts as no wait, so that no call is sent away on a guess.
 * @param state - What is known of the limit.
 * @param ahead - Calls before this one in the line.
 * @param ageMs - How long ago the state was taken, in milliseconds.
 */
export function predictWait(state: BucketState, ahead: number, ageMs: number): PredictedWait {
  let longest: PredictedWait = { waitMs: Math.max(0, state.pausedForMs - ageMs) };
  for (const { policy, remaining, limit, windowMs = 0, resetAfterMs } of state.windows) {
    if (remaining === undefined || resetAfterMs === undefined || policy === LEARNED) continue;
    // The server may have counted calls under way, and told so, before they are answered: they are
    // left out of the account here, or a late answer would count them twice.
    const beyond = ahead - remaining;
    const leftMs = resetAfterMs - ageMs;
    if (beyond < 0 || leftMs <= 0) continue;
    const waitMs = leftMs + (limit ? Math.floor(beyond / limit) * windowMs : 0);
    if (waitMs > longest.waitMs) longest = { waitMs, policy, limit, resetAfterMs: leftMs };
  }
  return longest;
}
