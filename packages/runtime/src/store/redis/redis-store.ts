import type { Logger } from '../../events/logger.ts';
import type {
  BucketState,
  Lease,
  LeaseOutcome,
  RateLimitStore,
  Reservation,
  ReserveRequest,
} from '../rate-limit-store.ts';
import { connectionOf, type RedisClient } from './client-adapter.ts';
import { HEARTBEAT_MS, LeaseKeeper, type Renew } from './lease-keeper.ts';
import type { KnownState } from './local-share.ts';
import { Outage } from './outage.ts';
import { type BucketReply, RedisBuckets } from './redis-buckets.ts';
import { realTiming, type Timing } from './timing.ts';
import { WakeCalls } from './wake-calls.ts';

/** How quota is shared over Redis. */
export interface RedisStoreOptions {
  /**
   * What all keys begin with. Clients with the same prefix, API and credential share a quota.
   *
   * @defaultValue `'product-rate-limit'`
   */
  readonly prefix?: string | undefined;
  /**
   * Limit on each command, in milliseconds. A Redis that is slower counts as out of reach.
   *
   * @defaultValue 500
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Told once when Redis is out of reach, and why, and once when it is back.
   *
   * @remarks Each client that uses the store tells its own logger and `onEvent` too, without the reason.
   */
  readonly logger?: Pick<Logger, 'warn' | 'info'> | undefined;
}

/** A store that several processes share. */
export interface SharedRateLimitStore extends RateLimitStore {
  /** See {@link RateLimitStore.subscribe}. */
  subscribe(bucket: string, wake: () => void): () => void;
  /** Ends timers and the connection that listens; the client that was given stays open. */
  close(): void;
}

/** Keeps buckets in Redis, and a share of each in this process while Redis is out of reach. */
export class RedisRateLimitStore implements SharedRateLimitStore {
  readonly #buckets: RedisBuckets;
  readonly #wakes: WakeCalls;
  readonly #keeper: LeaseKeeper;
  readonly #timing: Timing;
  readonly #logger: RedisStoreOptions['logger'];
  readonly #known = new Map<string, KnownState>();
  readonly #epochs = new Map<string, number>();
  #peers = 1;
  #outage: Outage | undefined;

  /**
   * @param client - A client of `redis` or `ioredis`.
   * @param options - How quota is shared.
   * @param timing - Where time comes from.
   */
  constructor(client: RedisClient, options: RedisStoreOptions, timing: Timing = realTiming) {
    const { prefix = 'product-rate-limit', timeoutMs = 500, logger } = options;
    const connection = connectionOf(client);
    const peer = crypto.randomUUID();
    this.#logger = logger;
    this.#timing = timing;
    this.#buckets = new RedisBuckets({ connection, prefix, timeoutMs, peer, timing });
    this.#wakes = new WakeCalls(connection, (bucket) => this.#buckets.channelOf(bucket), timing);
    const renew: Renew = (bucket, leases, leaseMs) =>
      this.#buckets.renew(bucket, leases, leaseMs).then(
        () => undefined,
        (error) => void this.#fallBack(bucket, error),
      );
    this.#keeper = new LeaseKeeper(renew, timing);
  }

  /** See {@link RateLimitStore.reserve}. */
  async reserve(bucket: string, request: ReserveRequest): Promise<Reservation> {
    if (this.#outage) return this.#outage.reserve(bucket, request);
    try {
      const leaseMs = Math.min(request.leaseMs, HEARTBEAT_MS);
      const reply = await this.#buckets.reserve(bucket, { ...request, leaseMs });
      this.#peers = reply.peers;
      this.#keeper.hold(bucket, reply.leases, request.leaseMs);
      if (reply.againMs !== undefined) this.#wakes.callLater(bucket, reply.againMs);
      await this.#learn(bucket, reply, request.nowMs);
      const { leases, state, waitMs } = reply;
      return { leases, state, ...(waitMs !== undefined && { waitMs }) };
    } catch (error) {
      return this.#fallBack(bucket, error).reserve(bucket, request);
    }
  }

  /** See {@link RateLimitStore.report}. */
  async report(bucket: string, lease: Lease, outcome: LeaseOutcome): Promise<BucketState> {
    this.#keeper.drop(lease);
    if (this.#outage) return this.#outage.share.report(bucket, lease, outcome);
    try {
      const reply = await this.#buckets.report(bucket, lease, outcome);
      return await this.#learn(bucket, reply, outcome.nowMs);
    } catch (error) {
      return this.#fallBack(bucket, error).share.report(bucket, lease, outcome);
    }
  }

  /** See {@link RateLimitStore.release}. */
  async release(bucket: string, lease: Lease): Promise<void> {
    this.#keeper.drop(lease);
    if (this.#outage) return this.#outage.share.release(bucket, lease);
    // A lease that cannot be handed back ends by itself.
    await this.#buckets
      .release(bucket, [lease])
      .catch((error) => void this.#fallBack(bucket, error));
  }

  /** See {@link SharedRateLimitStore.subscribe}. */
  subscribe(bucket: string, wake: () => void): () => void {
    return this.#wakes.add(bucket, wake);
  }

  /** See {@link SharedRateLimitStore.close}. */
  close(): void {
    this.#keeper.dropAll();
    this.#outage?.end();
    this.#wakes.close();
  }

  async #learn(bucket: string, { state, epoch }: BucketReply, nowMs: number): Promise<BucketState> {
    const before = this.#epochs.get(bucket) ?? epoch;
    this.#epochs.set(bucket, epoch);
    this.#known.set(bucket, { state, knownAt: nowMs });
    // Redis has forgotten all, so also what is under way: until it knows, it would give too much.
    if (before !== epoch) await this.#keeper.restore(bucket);
    return state;
  }

  #fallBack(bucket: string, error: unknown): Outage {
    if (this.#outage) return this.#outage;
    const held = this.#keeper.counts();
    this.#keeper.dropAll();
    this.#outage = new Outage({
      held,
      peers: this.#peers,
      known: this.#known,
      look: async () => {
        const nothing = { want: 0, keep: 0, leaseMs: HEARTBEAT_MS };
        return (await this.#buckets.reserve(bucket, nothing)).peers;
      },
      onEnd: () => this.#rejoin(),
      timing: this.#timing,
    });
    this.#logger?.warn('Redis is out of reach: the quota is shared out evenly until it is back', {
      reason: error instanceof Error ? error.message : String(error),
      peers: this.#peers,
    });
    this.#wakes.callAll();
    return this.#outage;
  }

  #rejoin(): void {
    this.#outage = undefined;
    this.#logger?.info('Redis is back: the quota is shared again');
    this.#wakes.callAll();
  }
}
