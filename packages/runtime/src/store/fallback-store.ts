import { type Clock, setRealAlarm } from '../client/clock.ts';
import type { MemoryRateLimitStore } from './memory-rate-limit-store.ts';
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

/** Marks leases of the local share. */
const LOCAL = 'local:';

/** What a {@link FallbackStore} works with. */
export interface FallbackSetup {
  /** Where time comes from. */
  readonly clock: Clock;
  /** The store that may fail. */
  readonly shared: RateLimitStore;
  /** The store that stands in for it. */
  readonly local: MemoryRateLimitStore;
  /** Name of the bucket in the shared store, asked for once. */
  readonly name: () => Promise<string>;
  /** Hears when the store is lost, and when it is back. */
  readonly onChange: ((state: 'lost' | 'back') => void) | undefined;
}

/**
 * A store that never fails: while the shared one does, a local share stands in for it.
 *
 * @remarks The local share learns from every answer at all times, so that it knows the limit when it is
 * needed. The shared store is asked again every two seconds.
 */
export class FallbackStore implements RateLimitStore {
  readonly #setup: FallbackSetup;
  #name: Promise<string> | undefined;
  #restUntil = 0;
  #isLost = false;

  /** @param setup - What it works with. */
  constructor(setup: FallbackSetup) {
    this.#setup = setup;
  }

  /** See {@link RateLimitStore.reserve}. */
  async reserve(bucket: string, request: ReserveRequest): Promise<Reservation> {
    const { shared, clock } = this.#setup;
    if (clock.now() >= this.#restUntil) {
      const given = await this.#try(
        (name) => shared.reserve(name, request),
        (late) => {
          // Nobody waits for these any more: their calls went on by the local share.
          for (const lease of late.leases) this.release(bucket, lease).catch(() => undefined);
        },
      );
      if (given) return this.#hear(given, given.state);
    }
    const own = this.#setup.local.reserve(bucket, request);
    // While the store rests it is asked again, even if the local share has no room for longer.
    const waitMs = Math.min(own.waitMs ?? REST_MS, REST_MS);
    return { ...own, leases: own.leases.map((lease) => `${LOCAL}${lease}`), waitMs };
  }

  /** See {@link RateLimitStore.report}. */
  async report(bucket: string, lease: Lease, outcome: LeaseOutcome): Promise<BucketState> {
    const { shared, local } = this.#setup;
    const ownLease = localLeaseOf(lease);
    if (ownLease !== undefined) return local.report(bucket, ownLease, outcome);
    const known = await this.#try((name) => shared.report(name, lease, outcome));
    const mirrored = local.learn(bucket, outcome);
    return known ? this.#hear(known, known) : mirrored;
  }

  /** See {@link RateLimitStore.release}. */
  async release(bucket: string, lease: Lease): Promise<void> {
    const ownLease = localLeaseOf(lease);
    if (ownLease !== undefined) this.#setup.local.release(bucket, ownLease);
    else await this.#try((name) => this.#setup.shared.release(name, lease));
  }

  /** See {@link RateLimitStore.subscribe}. */
  subscribe(_bucket: string, wake: () => void): () => void {
    let stop: (() => void) | undefined;
    let isOver = false;
    this.#nameOnce().then(
      (name) => {
        if (!isOver) stop = this.#setup.shared.subscribe?.(name, wake);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }

  #nameOnce(): Promise<string> {
    this.#name ??= this.#setup.name().catch((error: unknown) => {
      this.#name = undefined;
      throw error;
    });
    return this.#name;
  }

  /** What the shared store answers in time; `undefined` if it fails or does not. */
  async #try<Result>(
    ask: (name: string) => Result | Promise<Result>,
    onLate?: (result: Result) => void,
  ): Promise<Result | undefined> {
    const { clock } = this.#setup;
    let isLate = false;
    let cancel = (): void => undefined;
    const patience = new Promise<undefined>((resolve) => {
      cancel = (clock.setAlarm ?? setRealAlarm)(PATIENCE_MS, () => {
        isLate = true;
        resolve(undefined);
      });
    });
    const answer = this.#nameOnce()
      .then(ask)
      .then((result) => {
        if (isLate) onLate?.(result);
        return { result };
      });
    try {
      const inTime = await Promise.race([answer, patience]);
      if (!inTime) this.#lose();
      return inTime?.result;
    } catch {
      this.#lose();
      return undefined;
    } finally {
      cancel();
      answer.catch(() => undefined);
    }
  }

  /** What the store answered; it may say that it has itself lost those it shares with. */
  #hear<Answer>(answer: Answer, { isShare = false }: BucketState): Answer {
    this.#tell(isShare);
    return answer;
  }

  #lose(): void {
    this.#restUntil = this.#setup.clock.now() + REST_MS;
    this.#tell(true);
  }

  #tell(isLost: boolean): void {
    if (this.#isLost === isLost) return;
    this.#isLost = isLost;
    this.#setup.onChange?.(isLost ? 'lost' : 'back');
  }
}

function localLeaseOf(lease: Lease): number | undefined {
  const isLocal = typeof lease === 'string' && lease.startsWith(LOCAL);
  return isLocal ? Number(lease.slice(LOCAL.length)) : undefined;
}
