/** A length of time: milliseconds, or the sum of its parts. */
export type Duration =
  | number
  | {
      /** Of 24 hours. */
      readonly days?: number;
      /** Of 60 minutes. */
      readonly hours?: number;
      /** Of 60 seconds. */
      readonly minutes?: number;
      /** Of 1,000 milliseconds. */
      readonly seconds?: number;
      /** Milliseconds. */
      readonly ms?: number;
    };

/** The mock's time. Nothing in the mock asks another clock. */
export interface MockClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Waits. The virtual clock moves on at once and never holds the caller up; the real one waits.
   *
   * @param ms - Milliseconds; less than 0 counts as 0.
   * @param signal - Ends the wait with its reason.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Moves time on and makes everything happen that falls due on the way, in order.
   *
   * @throws {@link MockError} with code `invalid_option` when the duration is negative or not a number.
   */
  advance(duration: Duration): void;
  /**
   * Moves time on to an instant, as {@link MockClock.advance} does.
   *
   * @throws {@link MockError} with code `invalid_option` when the instant lies in the past.
   */
  set(at: Date | number): void;
}
