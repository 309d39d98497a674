import type { RateLimitReport } from '../../policy/rate-limit-headers.ts';
import { MemoryRateLimitStore } from '../memory-rate-limit-store.ts';
import type {
  BucketState,
  Lease,
  LeaseOutcome,
  Reservation,
  ReserveRequest,
  WindowState,
} from '../rate-limit-store.ts';

/** What was known of a bucket, and when. */
export interface KnownState {
  /** What was known. */
  readonly state: BucketState;
  /** When, in milliseconds since the epoch. */
  readonly knownAt: number;
}

/** What a {@link LocalShare} is made of. */
export interface LocalShareSetup {
  /** Processes that share each limit, as last counted; from 1. */
  readonly peers: number;
  /** What was last known of each bucket. */
  readonly known: ReadonlyMap<string, KnownState>;
  /** Calls of each bucket that this process has under way. */
  readonly held: ReadonlyMap<string, number>;
}

/**
 * What one process may send while Redis is out of reach: its share of each limit, so that all
 * processes together stay within it without a word to each other.
 */
export class LocalShare {
  readonly #store = new MemoryRateLimitStore();
  readonly #setup: LocalShareSetup;
  readonly #begun = new Set<string>();
  readonly #leases = new Map<Lease, Lease>();

  /** @param setup - What it begins with. */
  constructor(setup: LocalShareSetup) {
    this.#setup = setup;
  }

  /** See {@link RateLimitStore.reserve}. */
  reserve(bucket: string, request: ReserveRequest): Reservation {
    this.#begin(bucket, request.nowMs);
    const reservation = this.#store.reserve(bucket, request);
    const leases = reservation.leases.map((lease) => {
      const own = `local/${crypto.randomUUID()}`;
      this.#leases.set(own, lease);
      return own;
    });
    return { ...reservation, leases, state: { ...reservation.state, isShare: true } };
  }

  /** See {@link RateLimitStore.report}. A lease of another's changes nothing. */
  report(bucket: string, lease: Lease, outcome: LeaseOutcome): BucketState {
    const before = this.#look(bucket, outcome.nowMs);
    const inner = this.#take(lease);
    if (inner === undefined) return before;
    const reports = outcome.reports?.map((report) => this.#spent(report, before.windows));
    const own = { ...outcome, ...(reports && { reports }) };
    return { ...this.#store.report(bucket, inner, own), isShare: true };
  }

  /** See {@link RateLimitStore.release}. */
  release(bucket: string, lease: Lease): void {
    const inner = this.#take(lease);
    if (inner !== undefined) this.#store.release(bucket, inner);
  }

  #take(lease: Lease): Lease | undefined {
    const inner = this.#leases.get(lease);
    this.#leases.delete(lease);
    return inner;
  }

  #look(bucket: string, nowMs: number): BucketState {
    const { state } = this.#store.reserve(bucket, { want: 0, keep: 0, leaseMs: 0, nowMs });
    return { ...state, isShare: true };
  }

  /** Begins with a share of what was left when Redis was last heard of. */
  #begin(bucket: string, nowMs: number): void {
    if (this.#begun.has(bucket)) return;
    this.#begun.add(bucket);
    const known = this.#setup.known.get(bucket);
    if (!known) return;
    const ageMs = nowMs - known.knownAt;
    const pauseMs = known.state.pausedForMs - ageMs;
    if (known.state.windows.length === 0 && pauseMs <= 0) return;
    const reports = known.state.windows.map((window) =>
      this.#shareOf(window, {
        ageMs,
        inFlight: known.state.inFlight,
        held: this.#setup.held.get(bucket) ?? 0,
      }),
    );
    const [lease = 0] = this.#store.reserve(bucket, { want: 1, keep: 0, leaseMs: 0, nowMs }).leases;
    this.#store.report(bucket, lease, { reports, nowMs, ...(pauseMs > 0 && { pauseMs }) });
  }

  #shareOf(
    { policy, remaining = 0, limit, resetAfterMs = 0 }: WindowState,
    { ageMs, inFlight, held }: Record<'ageMs' | 'inFlight' | 'held', number>,
  ): RateLimitReport {
    const { peers } = this.#setup;
    const leftMs = resetAfterMs - ageMs;
    // Of a window of which no answer has told yet, only what this process sent itself is sure.
    const isNew = leftMs <= 0 && limit !== undefined;
    const share = isNew ? limit / peers - held : (remaining - inFlight) / peers;
    return {
      policy,
      remaining: Math.max(0, Math.floor(share)),
      ...(limit !== undefined && { limit: Math.max(1, Math.floor(limit / peers)) }),
      ...(leftMs > 0 && { resetAfterMs: leftMs }),
    };
  }

  /**
   * The server counts for all: of what it says, only the share less this call is ours.
   *
   * @remarks Without a length there is no account of one's own calls, which others would make useless.
   */
  #spent(
    { windowMs: _own, ...report }: RateLimitReport,
    windows: readonly WindowState[],
  ): RateLimitReport {
    const known = windows.find(({ policy }) => policy === report.policy)?.remaining;
    const share = Math.floor((report.limit ?? report.remaining) / this.#setup.peers);
    const left = Math.max(0, (known ?? Math.max(1, share)) - 1);
    return {
      ...report,
      remaining: Math.min(report.remaining, left),
      ...(report.limit !== undefined && { limit: Math.max(1, share) }),
    };
  }
}
