import type { Reservation, ReserveRequest } from '../rate-limit-store.ts';
import { LocalShare, type LocalShareSetup } from './local-share.ts';
import type { Timing } from './timing.ts';

/** First and longest pause between two looks for Redis, in milliseconds. */
const LOOK_MS = { first: 250, longest: 2000 };

/** How often it is looked whether the others are back too, in milliseconds. */
const GATHER_EVERY_MS = 100;

/** Longest wait for the others: one of them may have died, in milliseconds. */
const GATHER_MS = 2000;

/** What an {@link Outage} is made of. */
export interface OutageSetup extends LocalShareSetup {
  /** Counts the processes that are back; fails while Redis does. */
  readonly look: () => Promise<number>;
  /** Called once, when this process and the others are back. */
  readonly onEnd: () => void;
  /** Where time comes from. */
  readonly timing: Timing;
}

/**
 * The time from when Redis is out of reach until this process and those it shared with are back.
 *
 * @remarks They go back together: one that took from the whole while others still lived on their
 * shares would take theirs. While nobody calls, nobody looks.
 */
export class Outage {
  /** What this process may send meanwhile. */
  readonly share: LocalShare;
  readonly #setup: OutageSetup;
  #lookAfterMs = LOOK_MS.first;
  #reachableSince: number | undefined;
  #isUsed = false;
  #isOver = false;
  #cancelAlarm: (() => void) | undefined;

  /** @param setup - What it is made of. */
  constructor(setup: OutageSetup) {
    this.#setup = setup;
    this.share = new LocalShare(setup);
    this.#arm(this.#lookAfterMs);
  }

  /**
   * Asks the local share for room.
   *
   * @param bucket - Name of the bucket.
   * @param request - How many calls wait.
   */
  reserve(bucket: string, request: ReserveRequest): Reservation {
    this.#isUsed = true;
    this.#arm(this.#lookAfterMs);
    return this.share.reserve(bucket, request);
  }

  /** Looks no more. */
  end(): void {
    this.#isOver = true;
    this.#cancelAlarm?.();
  }

  #arm(ms: number): void {
    if (this.#isOver) return;
    this.#cancelAlarm ??= this.#setup.timing.setAlarm(ms, () => this.#look());
  }

  async #look(): Promise<void> {
    const peers = await this.#setup.look().catch(() => undefined);
    this.#cancelAlarm = undefined;
    if (this.#isOver) return;
    if (peers === undefined) this.#lookLater();
    else if (this.#areBack(peers)) {
      this.end();
      this.#setup.onEnd();
    } else this.#arm(GATHER_EVERY_MS);
  }

  #lookLater(): void {
    this.#reachableSince = undefined;
    this.#lookAfterMs = Math.min(this.#lookAfterMs * 2, LOOK_MS.longest);
    if (this.#isUsed) this.#arm(this.#lookAfterMs);
    this.#isUsed = false;
  }

  #areBack(peers: number): boolean {
    const nowMs = this.#setup.timing.now();
    this.#reachableSince ??= nowMs;
    return peers >= this.#setup.peers || nowMs - this.#reachableSince >= GATHER_MS;
  }
}
