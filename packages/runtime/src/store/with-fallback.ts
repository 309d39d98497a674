import { type Clock, setRealAlarm, systemClock } from '../client/clock.ts';
import { MemoryRateLimitStore } from './memory-rate-limit-store.ts';
import type {
  BucketState,
  Lease,
  LeaseOutcome,
  RateLimitStore,
  Reservation,
  ReserveRequest,
} from './rate-limit-store.ts';

/** How long a store may take to answer, in milliseconds. */
const PATIENCE_MS = 1000;

/** How long a store that failed is left alone, in milliseconds. */
const REST_MS = 2000;

/** Marks leases of the local store. */
const LOCAL = 'local:';

/**
 * A store of your own that may fail or be slow: while it does, this process keeps the limit by itself.
 *
 * @remarks The local account learns from every answer at all times, so that it knows the limit when it
 * is needed. The store has a second to answer, and is asked again two seconds after it failed. A client
 * tells of the loss and of the return with the event `rate-limit-store`. The store over Redis needs no
 * such thing: it shares what is left out among the processes.
 * @param shared - The store that may fail.
 * @param clock - Where time comes from.
 * @returns A store that never fails.
 * @example
 * ```ts
 * import { type RateLimitStore, withFallback } from '@product/client-runtime';
 *
 * function optionsFor(ownStore: RateLimitStore) {
 *   return { rateLimit: { store: withFallback(ownStore) } };
 * }
 * ```
 */
export function withFallback(shared: RateLimitStore, clock: Clock = systemClock): RateLimitStore {
  return new FallbackStore(shared, clock);
}

class FallbackStore implements RateLimitStore {
  readonly #shared: RateLimitStore;
  readonly #clock: Clock;
  readonly #local = new MemoryRateLimitStore();
  readonly subscribe?: NonNullable<RateLimitStore['subscribe']>;
  #restUntil = 0;

  constructor(shared: RateLimitStore, clock: Clock) {
    this.#shared = shared;
    this.#clock = clock;
    const { subscribe } = shared;
    if (subscribe) this.subscribe = (bucket, wake) => subscribe.call(shared, bucket, wake);
  }

  async reserve(bucket: string, request: ReserveRequest): Promise<Reservation> {
    if (this.#clock.now() >= this.#restUntil) {
      const given = await this.#try(
        () => this.#shared.reserve(bucket, request),
        (late) => {
          // Nobody waits for these any more: their calls went on by the local account.
          for (const lease of late.leases) this.release(bucket, lease).catch(() => undefined);
        },
      );
      if (given) return given;
    }
    const own = this.#local.reserve(bucket, request);
    // While the store rests it is asked again, even if the local account has no room for longer.
    const waitMs = Math.min(own.waitMs ?? REST_MS, REST_MS);
    const leases = own.leases.map((lease) => `${LOCAL}${lease}`);
    return { leases, waitMs, state: asShare(own.state) };
  }

  async report(bucket: string, lease: Lease, outcome: LeaseOutcome): Promise<BucketState> {
    const ownLease = localLeaseOf(lease);
    if (ownLease !== undefined) return asShare(this.#local.report(bucket, ownLease, outcome));
    const known = await this.#try(() => this.#shared.report(bucket, lease, outcome));
    const mirrored = this.#local.learn(bucket, outcome);
    return known ?? asShare(mirrored);
  }

  async release(bucket: string, lease: Lease): Promise<void> {
    const ownLease = localLeaseOf(lease);
    if (ownLease !== undefined) this.#local.release(bucket, ownLease);
    else await this.#try(() => this.#shared.release(bucket, lease));
  }

  /** What the shared store answers in time; `undefined` if it fails or does not. */
  async #try<Result>(
    ask: () => Result | Promise<Result>,
    onLate?: (result: Result) => void,
  ): Promise<Result | undefined> {
    let isLate = false;
    let cancel = (): void => undefined;
    const patience = new Promise<undefined>((resolve) => {
      cancel = (this.#clock.setAlarm ?? setRealAlarm)(PATIENCE_MS, () => {
        isLate = true;
        resolve(undefined);
      });
    });
    const answer = (async () => {
      const result = await ask();
      if (isLate) onLate?.(result);
      return { result };
    })();
    try {
      const inTime = await Promise.race([answer, patience]);
      if (!inTime) this.#rest();
      return inTime?.result;
    } catch {
      this.#rest();
      return undefined;
    } finally {
      cancel();
    }
  }

  #rest(): void {
    this.#restUntil = this.#clock.now() + REST_MS;
  }
}

function asShare(state: BucketState): BucketState {
  return { ...state, isShare: true };
}

function localLeaseOf(lease: Lease): number | undefined {
  const isLocal = typeof lease === 'string' && lease.startsWith(LOCAL);
  return isLocal ? Number(lease.slice(LOCAL.length)) : undefined;
}
