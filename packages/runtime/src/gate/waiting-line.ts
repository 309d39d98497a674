import { type Clock, setRealAlarm } from '../client/clock.ts';

/** A call that asks to be sent. */
export interface Applicant {
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
  /** Calls that the exhausted window holds, if it is known. */
  readonly limit?: number;
}

/** The wave that a call is sent in, or why it was not let through. */
export type Verdict = number | Refusal;

interface Entry extends Applicant {
  readonly settle: (verdict: Verdict) => void;
}

/** Calls in the order of their places; each can leave at any moment, and leaves nothing behind. */
export class WaitingLine {
  readonly #clock: Clock;
  readonly #onLeave: () => void;
  #entries: Entry[] = [];

  /**
   * @param clock - Where time comes from.
   * @param onLeave - Called after a call has left of its own accord.
   */
  constructor(clock: Clock, onLeave: () => void) {
    this.#clock = clock;
    this.#onLeave = onLeave;
  }

  /** Whether nobody waits. */
  get isEmpty(): boolean {
    return this.#entries.length === 0;
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
      this.#insert(entry);
    });
  }

  /**
   * Lets the first one go.
   *
   * @param wave - The wave that it is sent in.
   */
  serveFirst(wave: number): void {
    this.#entries.shift()?.settle(wave);
  }

  /**
   * Sends away everyone who gives up before an instant.
   *
   * @param untilMs - The instant, in milliseconds since the epoch.
   * @param refusal - What they are told.
   */
  refuseBefore(untilMs: number, refusal: Refusal): void {
    const refused = this.#entries.filter(({ givesUpAt }) => givesUpAt < untilMs);
    if (refused.length === 0) return;
    this.#entries = this.#entries.filter(({ givesUpAt }) => givesUpAt >= untilMs);
    for (const entry of refused) entry.settle(refusal);
  }

  #insert(entry: Entry): void {
    let at = this.#entries.length;
    while (at > 0 && (this.#entries[at - 1]?.place ?? 0) > entry.place) at -= 1;
    this.#entries.splice(at, 0, entry);
  }

  #leave(entry: Entry, refusal: Refusal): void {
    const at = this.#entries.indexOf(entry);
    if (at === -1) return;
    this.#entries.splice(at, 1);
    entry.settle(refusal);
    this.#onLeave();
  }
}
