import type { BucketState } from '../store/rate-limit-store.ts';

/**
 * How far apart calls are sent to spread those that remain over what is left of the window.
 *
 * @param state - What is known of the limit; the widest spacing of its windows counts.
 * @returns Milliseconds, from 0.
 */
export function spacingMs({ windows, inFlight }: BucketState): number {
  return windows.reduce((longest, { remaining, resetAfterMs = 0 }) => {
    const free = remaining === undefined ? 0 : remaining - inFlight;
    return Math.max(longest, resetAfterMs / Math.max(1, free + 1));
  }, 0);
}
