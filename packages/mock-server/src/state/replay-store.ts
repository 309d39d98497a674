import type { Outcome } from '../exchange/outcome.ts';

/** What is known of an idempotency key. */
export type Replay =
  | { readonly state: 'in-flight'; readonly fingerprint: string }
  | {
      readonly state: 'done';
      readonly fingerprint: string;
      readonly outcome: Outcome;
      /** Epoch milliseconds. */
      readonly until: number;
    };

// Beyond this the oldest are forgotten early, so that a busy mock does not grow for ever.
const maxReplays = 10_000;

/** Answers kept to be given again. */
export class ReplayStore {
  // In the order of their ending: the oldest come first.
  readonly #replays = new Map<string, Replay>();

  /** What is known of a key now. */
  find(name: string, now: number): Replay | undefined {
    const replay = this.#replays.get(name);
    if (replay?.state === 'done' && replay.until <= now) return undefined;
    return replay;
  }

  /** Notes that the first request has begun. */
  begin(name: string, fingerprint: string): void {
    this.#replays.set(name, { state: 'in-flight', fingerprint });
  }

  /** Keeps the answer of the first request. */
  finish(name: string, done: Extract<Replay, { state: 'done' }>, now: number): void {
    this.#replays.delete(name);
    this.#replays.set(name, done);
    this.#forgetOld(now);
  }

  /** Forgets a key, so that the next request is a first one. */
  abandon(name: string): void {
    this.#replays.delete(name);
  }

  /** Finished replays, oldest first, without those whose answer shows a secret. */
  snapshot(): readonly (readonly [string, Replay])[] {
    return [...this.#replays].filter(
      ([, replay]) => replay.state === 'done' && replay.outcome.secret !== true,
    );
  }

  /** Puts kept replays in the place of its own. */
  restore(kept: readonly (readonly [string, Replay])[]): void {
    this.#replays.clear();
    for (const [name, replay] of kept) this.#replays.set(name, replay);
  }

  #forgetOld(now: number): void {
    for (const [name, replay] of this.#replays) {
      if (replay.state === 'in-flight') continue;
      if (replay.until > now && this.#replays.size <= maxReplays) return;
      this.#replays.delete(name);
    }
  }
}
