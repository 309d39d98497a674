import { type Clock, MAX_TIMER_MS } from '../client/clock.ts';

/** Instants that differ by less are the same, in milliseconds. */
const SAME_MS = 0.5;

/** One alarm at a time, which can be moved. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #at: number | undefined;
  #controller: AbortController | undefined;

  /**
   * @param clock - Where time comes from.
   * @param ring - Called when the alarm goes off.
   */
  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /**
   * Whether it is set to an instant.
   *
   * @param instant - The instant, in milliseconds since the epoch.
   */
  isAt(instant: number): boolean {
    return this.#at !== undefined && Math.abs(this.#at - instant) < SAME_MS;
  }

  /**
   * Sets it, or moves it; one that is further away than a timer can hold goes off early.
   *
   * @param instant - When it goes off, in milliseconds since the epoch.
   */
  set(instant: number): void {
    if (this.isAt(instant)) return;
    this.clear();
    this.#at = instant;
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const ms = Math.min(Math.max(0, instant - this.#clock.now()), MAX_TIMER_MS);
    this.#clock.sleep(ms, signal).then(
      () => {
        if (signal.aborted) return;
        this.clear();
        this.#ring();
      },
      () => undefined, // another instant was chosen
    );
  }

  /** Switches it off. */
  clear(): void {
    this.#at = undefined;
    this.#controller?.abort();
    this.#controller = undefined;
  }
}
