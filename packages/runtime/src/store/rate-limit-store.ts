import type { RateLimitReport } from '../policy/rate-limit-headers.ts';

/**
 * Proof that a call may be sent; handed back when it is over.
 *
 * @remarks Opaque to the gate: the store that gave it knows what it stands for.
 */
export type Lease = string | number;

/** What a gate asks of a store before it sends anything. */
export interface ReserveRequest {
  /** Calls that wait: at most so many leases are given, from 1. */
  readonly want: number;
  /** Calls that are left over for others, such as the interactive lane; from 0. */
  readonly keep: number;
  /** After how long a lease that nobody hands back is void, in milliseconds: its process is gone. */
  readonly leaseMs: number;
  /** The present by the client's clock, in milliseconds since the epoch; a store may have its own. */
  readonly nowMs: number;
}

/** What is known of one window of a limit; instants are given from now, so that clocks may differ. */
export interface WindowState {
  /** Name of the limit; `learned` if it was guessed from refusals, as no answer tells. */
  readonly policy: string;
  /** Calls that remain, those under way included, if it is known. */
  readonly remaining?: number;
  /** Calls that the window holds, if it is known. */
  readonly limit?: number;
  /** Length, in milliseconds, if it is known. */
  readonly windowMs?: number;
  /** When it ends, in milliseconds from now, if it is known. */
  readonly resetAfterMs?: number;
}

/** What is known of a limit. */
export interface BucketState {
  /** Each window that answers told of. */
  readonly windows: readonly WindowState[];
  /** Calls under way, those of all who share the limit. */
  readonly inFlight: number;
  /** How long nothing is sent after a refusal, in milliseconds from now, from 0. */
  readonly pausedForMs: number;
  /** Waves of calls that were refused in a row, from 0; absent counts as 0. */
  readonly refusals?: number;
  /** Whether the store, having lost the others, works from this process's share; absent counts as false. */
  readonly isShare?: boolean;
}

/** What a store gives: leases for as many calls as there is room for, or a wait. */
export interface Reservation {
  /** One for each call that may be sent now; empty if there is no room. */
  readonly leases: readonly Lease[];
  /**
   * When to ask again, in milliseconds from now, if fewer leases were given than wanted and time alone
   * makes room; absent if an answer under way must come first: then a wake follows it.
   */
  readonly waitMs?: number;
  /** What the wait was worked out from. */
  readonly state: BucketState;
}

/** What came of a call that was sent: plain numbers, never a header or a secret. */
export interface LeaseOutcome {
  /** What the answer says of the limit; absent if none came. */
  readonly reports?: readonly RateLimitReport[];
  /** How long to send nothing, in milliseconds, if the call was refused for the limit. */
  readonly pauseMs?: number | undefined;
  /** Whether the server named that wait; if not, it is a guess. */
  readonly named?: boolean | undefined;
  /** See {@link ReserveRequest.nowMs}. */
  readonly nowMs: number;
}

/**
 * Keeps what is known of rate limits, for one process or for many that share a key.
 *
 * @remarks A bucket is named by a hash of origin, credential and policy group, never by a secret.
 *
 * A method that fails fails no call: calls then go as if there were no limit. One that does not answer
 * holds the calls that wait for it; `withFallback` ends that after a second, and keeps an account of
 * this process meanwhile. Methods that answer at once, without a promise, cost no turn of the event
 * loop.
 *
 * The rules, which one contract suite holds for every store:
 *
 * - Of a bucket that nothing is known of, one lease is given; others follow its answer.
 * - Calls under way count as spent. Within a window a report never raises what remains; a report of a
 *   later window replaces it.
 * - Of several windows the tightest decides.
 * - Refusals of calls sent in one wave are one piece of news: one pause, then exactly one probe; after it
 *   succeeds leases ramp up.
 * - A window that has ended holds its whole limit again.
 */
export interface RateLimitStore {
  /**
   * Asks for room.
   *
   * @param bucket - Name of the bucket.
   * @param request - How many calls wait.
   */
  reserve(bucket: string, request: ReserveRequest): Reservation | Promise<Reservation>;
  /**
   * Tells what came of a call; ends its lease.
   *
   * @param bucket - Name of the bucket.
   * @param lease - What {@link RateLimitStore.reserve} gave for it.
   * @param outcome - What came of it.
   * @returns What is known now.
   */
  report(bucket: string, lease: Lease, outcome: LeaseOutcome): BucketState | Promise<BucketState>;
  /**
   * Hands back the lease of a call that was never sent.
   *
   * @param bucket - Name of the bucket.
   * @param lease - What {@link RateLimitStore.reserve} gave for it.
   */
  release(bucket: string, lease: Lease): void | Promise<void>;
  /**
   * Calls back whenever another process may have made room; a store that nobody shares leaves it out.
   *
   * @param bucket - Name of the bucket.
   * @param wake - Asks again; harmless if there is no room.
   * @returns Ends the subscription.
   */
  subscribe?(bucket: string, wake: () => void): () => void;
}
