import { setRealAlarm } from '../client/clock.ts';
import { predictWait } from '../policy/predict-wait.ts';
import { RateLimitReader } from '../policy/rate-limit-headers.ts';
import { spacingMs } from '../policy/spacing.ts';
import { MemoryRateLimitStore } from '../store/memory-rate-limit-store.ts';
import type {
  BucketState,
  Lease,
  LeaseOutcome,
  RateLimitStore,
  Reservation,
  ReserveRequest,
} from '../store/rate-limit-store.ts';
import { Alarm } from './alarm.ts';
import type { GateSettings } from './gate-settings.ts';
import type { Priority } from './lanes.ts';
import { type LowWindow, LowWindows } from './low-windows.ts';
import { type RateLimitSnapshot, type RateLimitView, snapshotOf } from './snapshot.ts';
import { type Applicant, type Refusal, type Verdict, WaitingLine } from './waiting-line.ts';
import { Watchers } from './watchers.ts';

/** {@link GateSettings}, with the store that the gate asks. */
export interface OpenGateSettings extends GateSettings {
  /** The one in memory, or one that never fails to reserve. */
  readonly store: RateLimitStore;
}

/** What the store is asked: room for so many, of one lane or of all. */
interface Question {
  readonly want: number;
  readonly only: 'interactive' | undefined;
}

/** How long others wait for the first answers to tell of a limit, in milliseconds. */
const PATIENCE_MS = 1000;

/** How long a lease lasts that nobody hands back, in milliseconds: its process is gone. */
const LEASE_MS = 60_000;

const NOTHING_KNOWN: BucketState = { windows: [], inFlight: 0, pausedForMs: 0 };

/**
 * Lets calls through as the rate limit has room, in the order that they came.
 *
 * @remarks One for each credential at each origin. What is known of the limit is the store's; this class
 * adds the line and the timer.
 */
export class RateGate implements RateLimitView {
  /** Reads what answers say of the limit. */
  readonly reader: RateLimitReader = new RateLimitReader();
  readonly #settings: OpenGateSettings;
  readonly #bucket: string;
  readonly #line: WaitingLine;
  readonly #watchers = new Watchers();
  readonly #wake: Alarm;
  readonly #low = new LowWindows();
  #stopPatience: (() => void) | undefined;
  #state: BucketState = NOTHING_KNOWN;
  #stateAt = 0;
  #places = 0;
  #nextSlotAt = 0;
  #asking = false;
  #askAgain = false;
  #stopListening: (() => void) | undefined;

  /**
   * @param settings - How calls are let through.
   * @param bucket - Name of the bucket in the store.
   */
  constructor(settings: OpenGateSettings, bucket: string) {
    this.#settings = settings;
    this.#bucket = bucket;
    this.#line = new WaitingLine(settings.clock, () => this.#serve());
    this.#wake = new Alarm(settings.clock, () => this.#serve());
  }

  /** Waves refused in a row. */
  get refusals(): number {
    return this.#state.refusals ?? 0;
  }

  /**
   * The windows in which few calls remain; each is found once.
   *
   * @param warnBelow - What counts as few.
   */
  findLow(warnBelow: number): readonly LowWindow[] {
    const { windows } = this.#state;
    const hasRoom = windows.every(({ remaining = warnBelow }) => remaining >= warnBelow);
    return hasRoom && this.#low.isEmpty ? [] : this.#low.find(this.snapshot.windows, warnBelow);
  }

  /** What is known of the limit. */
  get snapshot(): RateLimitSnapshot {
    return snapshotOf(this.#state, this.#stateAt, this.#line.size);
  }

  /**
   * Calls back whenever an answer has told something.
   *
   * @param listener - Called with what is known now; one that throws harms nothing.
   * @returns Ends the subscription.
   */
  subscribe(listener: (snapshot: RateLimitSnapshot) => void): () => void {
    return this.#watchers.add(listener);
  }

  /** A new place at the end of the line. */
  takePlace(): number {
    return ++this.#places;
  }

  /**
   * Takes room that is there, if nobody waits for it.
   *
   * @param priority - How urgent the call is.
   * @returns The lease it is sent with; `undefined` if it has to wait, or to ask a store that others share.
   */
  enterNow(priority: Priority): Lease | undefined {
    const { store, reserve = 0 } = this.#settings;
    if (this.#line.size > 0 || !(store instanceof MemoryRateLimitStore) || !this.#isSlot()) return;
    const request = this.#request(1, priority === 'interactive' ? 0 : reserve);
    const { state, leases } = store.reserve(this.#bucket, request);
    this.#note(state, request.nowMs);
    if (leases.length > 0) this.#takeSlot();
    return leases[0];
  }

  /**
   * Waits for room.
   *
   * @param applicant - The call.
   * @returns The lease it is sent with, or a refusal, at once if possible; else a promise of it.
   */
  enter(applicant: Applicant): Verdict | Promise<Verdict> {
    const lease = this.enterNow(applicant.priority);
    if (lease !== undefined) return lease;
    const refusal = this.#judge(applicant, this.#line.ahead(applicant));
    if (refusal) return refusal;
    const waiting = this.#line.join(applicant);
    this.#serve();
    return waiting;
  }

  /**
   * Learns what came of a call that was let through.
   *
   * @param lease - The lease that it was sent with.
   * @param outcome - What came of it.
   */
  leave(lease: Lease, outcome: LeaseOutcome): void {
    const known = this.#settings.store.report(this.#bucket, lease, outcome);
    if (known instanceof Promise) known.then((state) => this.#learn(state), ignore);
    else this.#learn(known, outcome.nowMs);
  }

  /**
   * Learns that a call that was let through was never sent.
   *
   * @param lease - The lease that it was to be sent with.
   */
  giveBack(lease: Lease): void {
    this.#release(lease, () => this.#serve());
  }

  #release(lease: Lease, whenDone: () => void): void {
    const done = this.#settings.store.release(this.#bucket, lease);
    if (done instanceof Promise) done.then(whenDone, ignore);
    else whenDone();
  }

  #learn(state: BucketState, nowMs?: number): void {
    this.#note(state, nowMs);
    this.#stopLearning();
    this.#serve();
    this.#watchers.tell(() => this.snapshot);
  }

  #note(state: BucketState, nowMs = this.#settings.clock.now()): void {
    const { isShare = false } = state;
    if (isShare !== (this.#state.isShare ?? false))
      this.#settings.onStore?.(isShare ? 'lost' : 'back');
    this.#state = state;
    this.#stateAt = nowMs;
  }

  #request(want: number, keep: number): ReserveRequest {
    return { want, keep, leaseMs: LEASE_MS, nowMs: this.#settings.clock.now() };
  }

  /** Asks the store for room for those who wait; one question at a time. */
  #serve(): void {
    if (this.#asking) this.#askAgain = true;
    else this.#ask();
  }

  #ask(only?: 'interactive'): void {
    this.#askAgain = false;
    const { store, reserve = 0, pace } = this.#settings;
    const waiting = only ? this.#line.count(only) : this.#line.size;
    if (waiting === 0) this.#rest();
    else if (this.#isSlot()) {
      const want = pace === 'spread' ? 1 : waiting;
      const question = { want, only };
      const given = store.reserve(this.#bucket, this.#request(want, only ? 0 : reserve));
      if (given instanceof Promise) this.#await(given, question);
      else this.#take(given, question);
    } else this.#wake.set(this.#nextSlotAt);
  }

  #await(reservation: Promise<Reservation>, question: Question): void {
    this.#asking = true;
    this.#listenForOthers();
    const end = (given?: Reservation): void => {
      this.#asking = false;
      if (given) this.#take(given, question);
      else this.#learnPatiently();
    };
    reservation.then(end, () => end());
  }

  #take({ leases, state, waitMs }: Reservation, { want, only }: Question): void {
    this.#note(state);
    for (const lease of leases) {
      this.#takeSlot();
      if (!this.#line.serveNext(lease, only)) this.#release(lease, ignore);
    }
    const mayAskForMore = !only && this.#settings.reserve && this.#line.count('interactive') > 0;
    if (leases.length >= want || this.#askAgain) this.#ask();
    else if (mayAskForMore) this.#ask('interactive');
    else if (waitMs === undefined) this.#learnPatiently();
    else this.#waitUntil(this.#settings.clock.now() + waitMs);
  }

  /** Wakes at an instant, if anyone waits that long. */
  #waitUntil(instant: number): void {
    if (this.#wake.isAt(instant)) return;
    this.#line.refuse((applicant, ahead) => this.#judge(applicant, ahead));
    if (this.#line.size === 0) this.#rest();
    else this.#wake.set(instant);
  }

  /** What a call is refused for, if it cannot be served in time. */
  #judge({ givesUpAt }: Applicant, ahead: number): Refusal | undefined {
    const nowMs = this.#settings.clock.now();
    const predicted = predictWait(this.#state, ahead, nowMs - this.#stateAt);
    const { waitMs, policy, limit, resetAfterMs = waitMs } = predicted;
    if (nowMs + waitMs <= givesUpAt) return undefined;
    return { kind: 'too-long', retryAfterMs: waitMs, resetAt: nowMs + resetAfterMs, policy, limit };
  }

  #rest(): void {
    this.#wake.clear();
    this.#stopLearning();
    // A store may outlive the client: it does not keep a gate in which nobody waits.
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** While first answers are slow to come, more and more calls go ahead without them. */
  #learnPatiently(): void {
    const { clock, store } = this.#settings;
    if (this.#stopPatience) return;
    this.#stopPatience = (clock.setAlarm ?? setRealAlarm)(PATIENCE_MS, () => {
      this.#stopPatience = undefined;
      if (store instanceof MemoryRateLimitStore) store.losePatience(this.#bucket);
      this.#serve();
    });
  }

  /** An answer has come: others are not held for want of one. */
  #stopLearning(): void {
    this.#stopPatience?.();
    this.#stopPatience = undefined;
  }

  #listenForOthers(): void {
    this.#stopListening ??= this.#settings.store.subscribe?.(this.#bucket, () => this.#serve());
  }

  #isSlot(): boolean {
    return this.#settings.pace !== 'spread' || this.#nextSlotAt <= this.#settings.clock.now();
  }

  /** Spreads the calls that remain evenly over what is left of the window. */
  #takeSlot(): void {
    if (this.#settings.pace !== 'spread') return;
    this.#nextSlotAt = this.#settings.clock.now() + spacingMs(this.#state);
  }
}

function ignore(): void {
  // A store that fails is the fallback's to see; an answer that taught nothing harms no call.
}
