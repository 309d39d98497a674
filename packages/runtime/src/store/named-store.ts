import type {
  BucketState,
  Lease,
  LeaseOutcome,
  RateLimitStore,
  Reservation,
  ReserveRequest,
} from './rate-limit-store.ts';

/** What is known while a store fails. */
const nothing: BucketState = { windows: [], inFlight: 0, pausedForMs: 0, isShare: true };

/** The lease of a call that went on without the store. */
const UNKNOWN = '';

/**
 * A bucket of a store that others share, by its name among them.
 *
 * @remarks While the store fails, calls go as if there were no limit: no call fails for it. What else
 * could be done is left to the store; see {@link withFallback}.
 */
export class NamedStore implements RateLimitStore {
  readonly #shared: RateLimitStore;
  readonly #makeName: () => Promise<string>;
  #name: Promise<string> | undefined;

  /**
   * @param shared - The store.
   * @param makeName - Makes the name of the bucket; asked until it succeeds once.
   */
  constructor(shared: RateLimitStore, makeName: () => Promise<string>) {
    this.#shared = shared;
    this.#makeName = makeName;
  }

  /** See {@link RateLimitStore.reserve}. */
  async reserve(_bucket: string, request: ReserveRequest): Promise<Reservation> {
    try {
      return await this.#shared.reserve(await this.#nameOnce(), request);
    } catch {
      return { leases: new Array<Lease>(request.want).fill(UNKNOWN), state: nothing };
    }
  }

  /** See {@link RateLimitStore.report}. */
  async report(_bucket: string, lease: Lease, outcome: LeaseOutcome): Promise<BucketState> {
    return lease === UNKNOWN
      ? nothing
      : this.#shared.report(await this.#nameOnce(), lease, outcome);
  }

  /** See {@link RateLimitStore.release}. */
  async release(_bucket: string, lease: Lease): Promise<void> {
    if (lease !== UNKNOWN) await this.#shared.release(await this.#nameOnce(), lease);
  }

  /** See {@link RateLimitStore.subscribe}. */
  subscribe(_bucket: string, wake: () => void): () => void {
    let isOver = false;
    let stop: (() => void) | undefined;
    const listen = (name: string): void => {
      if (!isOver) stop = this.#shared.subscribe?.(name, wake);
    };
    this.#nameOnce()
      .then(listen)
      .catch(() => undefined); // who waits asks again in time
    return () => {
      isOver = true;
      stop?.();
    };
  }

  #nameOnce(): Promise<string> {
    this.#name ??= this.#makeName().catch((error: unknown) => {
      this.#name = undefined;
      throw error;
    });
    return this.#name;
  }
}
