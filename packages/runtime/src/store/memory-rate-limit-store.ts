import {
  type Admission,
  admit,
  cancel,
  losePatience,
  roll,
  send,
  settle,
} from '../policy/bucket.ts';
import { type Bucket, newBucket, type Window } from '../policy/bucket-state.ts';
import { LEARNED } from '../policy/predict-wait.ts';
import type {
  BucketState,
  Lease,
  LeaseOutcome,
  RateLimitStore,
  Reservation,
  ReserveRequest,
  WindowState,
} from './rate-limit-store.ts';

/**
 * The store of one process, used unless another is given: a map of buckets.
 *
 * @remarks It answers at once, without a promise. A lease is the wave that its call was sent in. Leases
 * do not expire: the gate hands every one back, whatever becomes of the call.
 */
export class MemoryRateLimitStore implements RateLimitStore {
  readonly #buckets = new Map<string, Bucket>();

  /** See {@link RateLimitStore.reserve}. */
  reserve(name: string, { want, keep, nowMs }: ReserveRequest): Reservation {
    let bucket = roll(this.#of(name), nowMs);
    const leases: Lease[] = [];
    let admission: Admission = { kind: 'go' };
    while (leases.length < want) {
      admission = admit(bucket, nowMs, keep);
      if (admission.kind !== 'go') break;
      leases.push(bucket.wave);
      bucket = send(bucket);
    }
    this.#buckets.set(name, bucket);
    const state = stateOf(bucket, nowMs);
    return admission.kind === 'wait'
      ? { leases, state, waitMs: admission.untilMs - nowMs }
      : { leases, state };
  }

  /** See {@link RateLimitStore.report}. */
  report(name: string, lease: Lease, outcome: LeaseOutcome): BucketState {
    const bucket = settle(this.#of(name), { ...outcome, wave: Number(lease) });
    this.#buckets.set(name, bucket);
    return stateOf(bucket, outcome.nowMs);
  }

  /** See {@link RateLimitStore.release}. */
  release(name: string, _lease: Lease): void {
    this.#buckets.set(name, cancel(this.#of(name)));
  }

  /**
   * Learns from a call that was sent with a lease of another store.
   *
   * @param name - Name of the bucket.
   * @param outcome - What came of it.
   */
  learn(name: string, outcome: LeaseOutcome): BucketState {
    const { wave } = this.#of(name);
    this.#buckets.set(name, send(this.#of(name)));
    return this.report(name, wave, outcome);
  }

  /**
   * Lets more calls go when first answers are slow to come.
   *
   * @param name - Name of the bucket.
   */
  losePatience(name: string): void {
    this.#buckets.set(name, losePatience(this.#of(name)));
  }

  #of(name: string): Bucket {
    return this.#buckets.get(name) ?? newBucket;
  }
}

function stateOf(bucket: Bucket, nowMs: number): BucketState {
  const { learned, inFlight, pausedUntil, refusals } = bucket;
  const windows = bucket.windows.map((window) => windowStateOf(window, nowMs));
  if (learned) {
    const guessed = { ...learned, policy: LEARNED, limit: Math.floor(learned.limit) };
    windows.push(windowStateOf(guessed, nowMs));
  }
  return { windows, inFlight, refusals, pausedForMs: Math.max(0, pausedUntil - nowMs) };
}

type WindowFacts = Pick<Window, 'policy' | 'remaining' | 'limit' | 'windowMs' | 'resetAt'>;

function windowStateOf(window: WindowFacts, nowMs: number): WindowState {
  const { policy, remaining, limit, windowMs, resetAt } = window;
  const resetAfterMs = resetAt === undefined ? undefined : Math.max(0, resetAt - nowMs);
  // In one piece if all is known, as it is as a rule: what is added to an object later costs more.
  if (
    remaining !== undefined &&
    limit !== undefined &&
    windowMs !== undefined &&
    resetAfterMs !== undefined
  )
    return { policy, remaining, limit, windowMs, resetAfterMs };
  return {
    policy,
    ...(remaining !== undefined && { remaining }),
    ...(limit !== undefined && { limit }),
    ...(windowMs !== undefined && { windowMs }),
    ...(resetAfterMs !== undefined && { resetAfterMs }),
  };
}
