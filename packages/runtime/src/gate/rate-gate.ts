import { type Clock, setRealAlarm } from '../client/clock.ts';
import type { RateLimitLowEvent } from '../events/events.ts';
import {
  type Admission,
  admit,
  type Bucket,
  cancel,
  giveUpLearning,
  isLearning,
  newBucket,
  roll,
  type Settlement,
  send,
  settle,
} from '../policy/bucket.ts';
import { type Applicant, type Verdict, WaitingLine } from './waiting-line.ts';

/** How long others wait for the first answer to tell of a limit, in milliseconds. */
const LEARNING_PATIENCE_MS = 1000;

/** A window in which few calls remain. */
export type LowWindow = Omit<RateLimitLowEvent, 'type'>;

/**
 * Lets calls through as the rate limit has room, in the order that they came.
 *
 * @remarks One for each credential at each origin. What it knows is a {@link Bucket}, all decisions are
 * pure functions of it; this class adds the line and the one timer.
 */
export class RateGate {
  readonly #clock: Clock;
  readonly #line: WaitingLine;
  readonly #low = new Map<string, number>();
  #bucket: Bucket = newBucket;
  #places = 0;
  #wakeAt: number | undefined;
  #wake: AbortController | undefined;
  #stopPatience: (() => void) | undefined;

  /** @param clock - Where time comes from. */
  constructor(clock: Clock) {
    this.#clock = clock;
    this.#line = new WaitingLine(clock, () => this.#serve());
  }

  /** What is known of the limit. */
  get bucket(): Bucket {
    return this.#bucket;
  }

  /** A new place at the end of the line. */
  takePlace(): number {
    this.#places += 1;
    return this.#places;
  }

  /**
   * Waits for room.
   *
   * @param applicant - The call.
   * @returns The wave it is sent in, at once if there is room; else a promise of it, or of a refusal.
   */
  enter(applicant: Applicant): Verdict | Promise<Verdict> {
    if (this.#line.isEmpty && this.#admit().kind === 'go') return this.#letThrough();
    const waiting = this.#line.join(applicant);
    this.#serve();
    return waiting;
  }

  /**
   * Learns what came of a call that was let through.
   *
   * @param settlement - What came of it.
   */
  leave(settlement: Settlement): void {
    this.#bucket = settle(this.#bucket, settlement);
    this.#serve();
  }

  /** Learns that a call that was let through was never sent. */
  giveBack(): void {
    this.#bucket = cancel(this.#bucket);
    this.#serve();
  }

  /**
   * The windows in which few calls remain; each is found once.
   *
   * @param warnBelow - What counts as few; in a window that never holds more, a tenth of it does.
   */
  findLow(warnBelow: number): readonly LowWindow[] {
    return this.#bucket.windows.flatMap(({ policy, remaining, limit, resetAt, openedAt }) => {
      const few = limit !== undefined && limit <= warnBelow ? limit / 10 : warnBelow;
      if (remaining === undefined || remaining >= few) return [];
      const window = resetAt ?? openedAt;
      if (Math.abs((this.#low.get(policy) ?? 0) - window) <= LEARNING_PATIENCE_MS) return [];
      this.#low.set(policy, window);
      return {
        policy,
        remaining,
        ...(limit !== undefined && { limit }),
        ...(resetAt !== undefined && { resetAt }),
      };
    });
  }

  #admit(): Admission {
    const nowMs = this.#clock.now();
    this.#bucket = roll(this.#bucket, nowMs);
    return admit(this.#bucket, nowMs);
  }

  #letThrough(): number {
    this.#bucket = send(this.#bucket);
    return this.#bucket.wave;
  }

  #serve(): void {
    while (!this.#line.isEmpty) {
      const admission = this.#admit();
      if (admission.kind === 'go') this.#line.serveFirst(this.#letThrough());
      else if (admission.kind === 'hold') {
        this.#learnPatiently();
        return;
      } else if (!this.#waitFor(admission)) break;
      else return;
    }
    this.#stopWaking();
  }

  /** Wakes at an instant, if anyone waits that long. */
  #waitFor({ untilMs, limit }: { readonly untilMs: number; readonly limit?: number }): boolean {
    const retryAfterMs = untilMs - this.#clock.now();
    const known = limit === undefined ? {} : { limit };
    this.#line.refuseBefore(untilMs, { kind: 'too-long', retryAfterMs, ...known });
    if (this.#line.isEmpty) return false;
    if (this.#wakeAt !== untilMs) this.#wakeAfter(retryAfterMs, untilMs);
    return true;
  }

  #wakeAfter(ms: number, untilMs: number): void {
    this.#stopWaking();
    this.#wakeAt = untilMs;
    this.#wake = new AbortController();
    const { signal } = this.#wake;
    this.#clock.sleep(ms, signal).then(
      () => {
        if (signal.aborted) return;
        this.#stopWaking();
        this.#serve();
      },
      () => undefined, // another instant was chosen
    );
  }

  #stopWaking(): void {
    this.#wakeAt = undefined;
    this.#wake?.abort();
    this.#wake = undefined;
    this.#stopPatience?.();
    this.#stopPatience = undefined;
  }

  #learnPatiently(): void {
    if (this.#stopPatience || !isLearning(this.#bucket)) return;
    this.#stopPatience = (this.#clock.setAlarm ?? setRealAlarm)(LEARNING_PATIENCE_MS, () => {
      this.#stopPatience = undefined;
      this.#bucket = giveUpLearning(this.#bucket);
      this.#serve();
    });
  }
}
