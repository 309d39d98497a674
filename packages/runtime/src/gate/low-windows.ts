import type { RateLimitLowEvent } from '../events/events.ts';
import type { RateLimitWindowSnapshot } from './snapshot.ts';

/** A window in which few calls remain. */
export type LowWindow = Omit<RateLimitLowEvent, 'type'>;

/** Resets are given in whole seconds: what differs by less is the same window. */
const SLACK_MS = 1000;

/** Finds the windows in which few calls remain; each once. */
export class LowWindows {
  readonly #found = new Map<string, number>();

  /** Whether none is low that was found. */
  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  /**
   * The windows that have run low since they were last looked at.
   *
   * @param windows - The windows.
   * @param warnBelow - What counts as few; in a window that never holds more, a tenth of it does.
   */
  find(windows: readonly RateLimitWindowSnapshot[], warnBelow: number): readonly LowWindow[] {
    return windows.flatMap(({ policy, remaining, limit, resetAt }) => {
      const few = limit !== undefined && limit <= warnBelow ? limit / 10 : warnBelow;
      if (remaining === undefined || remaining >= few) {
        this.#found.delete(policy);
        return [];
      }
      const foundFor = this.#found.get(policy);
      if (foundFor !== undefined && (resetAt ?? 0) <= foundFor + SLACK_MS) return [];
      this.#found.set(policy, resetAt ?? Number.POSITIVE_INFINITY);
      const known = {
        ...(limit !== undefined && { limit }),
        ...(resetAt !== undefined && { resetAt }),
      };
      return { policy, remaining, ...known };
    });
  }
}
