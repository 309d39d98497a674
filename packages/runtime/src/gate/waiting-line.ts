import { type Clock, setRealAlarm } from '../client/clock.ts';
import type { Lease } from '../store/rate-limit-store.ts';
import { Lanes, type Priority, type Queued } from './lanes.ts';

/** A call that asks to be sent. */
export interface Applicant extends Queued {
  /** Its place in the line; a call that is repeated keeps it. */
  readonly place: number;
  /** When it gives up, in milliseconds since the epoch. */
  readonly givesUpAt: number;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
}

/** Why a call was not let through. */
export interface Refusal {
  /** `too-long`: the wait would be longer than it may be, or has become so. */
  readonly kind: 'aborted' | 'too-long';
  /** How long the wait would be, in milliseconds, if it is known. */
  readonly retryAfterMs?: number;
  /** When the exhausted window ends, in milliseconds since the epoch, if it is known. */
  readonly resetAt?: number;
  /** Name of the exhausted limit, if it is known. */
  readonly policy?: string | undefined;
  /** Calls that the exhausted window holds, if it is known. */
  readonly limit?: number | undefined;
}

/** The lease that a call is sent with, or why it was not let through. */
export type Verdict = Lease | Refusal;

interface Entry extends Applicant {
  readonly settle: (verdict: Verdict) => void;
}

/** Calls that wait; each can leave at any moment, and leaves nothing behind. */
export class WaitingLine {
  readonly #clock: Clock;
  readonly #onLeave: () => void;
  readonly #lanes = new Lanes<Entry>();

  /**
   * @param clock - Where time comes from.
   * @param onLeave - Called after a call has left of its own accord.
   */
  constructor(clock: Clock, onLeave: () => void) {
    this.#clock = clock;
    this.#onLeave = onLeave;
  }

  /** How many wait. */
  get size(): number {
    return this.#lanes.size;
  }

  /**
   * How many wait in one lane.
   *
   * @param priority - The lane.
   */
  count(priority: Priority): number {
    return this.#lanes.count(priority);
  }

  /**
   * About how many will go before a call.
   *
   * @param applicant - The call.
   */
  ahead(applicant: Queued): number {
    return this.#lanes.ahead(applicant);
  }

  /**
   * Takes a place.
   *
   * @param applicant - The call.
   * @returns What came of its wait.
   */
  join(applicant: Applicant): Promise<Verdict> {
    return new Promise((resolve) => {
      const { signal, givesUpAt } = applicant;
      const onAbort = (): void => this.#leave(entry, { kind: 'aborted' });
      const giveUp = (): void => this.#leave(entry, { kind: 'too-long' });
      const setAlarm = this.#clock.setAlarm ?? setRealAlarm;
      const cancelAlarm = setAlarm(givesUpAt - this.#clock.now(), giveUp);
      const settle = (verdict: Verdict): void => {
        cancelAlarm();
        signal?.removeEventListener('abort', onAbort);
        resolve(verdict);
      };
      const entry = { ...applicant, settle };
      signal?.addEventListener('abort', onAbort);
      this.#lanes.insert(entry);
    });
  }

  /**
   * Lets the next one go.
   *
   * @param lease - The lease that it is sent with.
   * @param only - Looks into one lane only.
   * @returns Whether there was one.
   */
  serveNext(lease: Lease, only?: Priority): boolean {
    const entry = this.#lanes.take(only);
    entry?.settle(lease);
    return entry !== undefined;
  }

  /**
   * Sends away everyone who cannot be served in time.
   *
   * @param judge - Tells what a call is refused for, by the number of calls before it.
   */
  refuse(judge: (applicant: Applicant, ahead: number) => Refusal | undefined): void {
    for (const entry of this.#lanes.entries()) {
      const refusal = judge(entry, this.#lanes.ahead(entry));
      if (refusal && this.#lanes.remove(entry)) entry.settle(refusal);
    }
  }

  #leave(entry: Entry, refusal: Refusal): void {
    if (!this.#lanes.remove(entry)) return;
    entry.settle(refusal);
    this.#onLeave();
  }
}
