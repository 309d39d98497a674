import type { Clock } from '../client/clock.ts';
import type { RateLimitStore } from '../store/rate-limit-store.ts';

/** How the gates of a client let calls through. */
export interface GateSettings {
  /** Where time comes from. */
  readonly clock: Clock;
  /** Keeps what is known, if not the process alone. */
  readonly store?: RateLimitStore | undefined;
  /** Sends calls as soon as there is room, or evenly over the window. */
  readonly pace?: 'burst' | 'spread' | undefined;
  /** Calls of each window that are left to the interactive lane. */
  readonly reserve?: number | undefined;
  /** Hears when the store is lost, and when it is back. */
  readonly onStore?: ((state: 'lost' | 'back') => void) | undefined;
}
