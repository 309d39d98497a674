import type { RateLimitReport } from '../policy/rate-limit-headers.ts';
import type {
  Lease,
  LeaseOutcome,
  RateLimitStore,
  Reservation,
  ReserveRequest,
} from './rate-limit-store.ts';

/** A store under test, with a way to let time pass: virtual, or a real sleep. */
export interface StoreHarness {
  /** The store. */
  readonly store: RateLimitStore;
  /** The present by the client's clock, in milliseconds since the epoch. */
  readonly now: () => number;
  /** Lets time pass, in milliseconds. */
  readonly pass: (ms: number) => Promise<void>;
  /** Whether a lease that nobody hands back becomes void. */
  readonly leasesExpire: boolean;
}

/** How long the leases of the suite last, in milliseconds. */
export const LEASE_MS = 400;
let buckets = 0;

/** One bucket of a store, with the arguments that matter to a rule left to be given. */
export class Subject {
  readonly harness: StoreHarness;
  readonly bucket: string;

  constructor(harness: StoreHarness) {
    buckets += 1;
    this.harness = harness;
    this.bucket = `contract-${Math.random().toString(36).slice(2)}-${buckets}`;
  }

  async reserve(want = 1, more: Partial<ReserveRequest> = {}): Promise<Reservation> {
    const nowMs = this.harness.now();
    const request = { want, keep: 0, leaseMs: LEASE_MS, nowMs, ...more };
    return this.harness.store.reserve(this.bucket, request);
  }

  async report(lease: Lease, outcome: Partial<LeaseOutcome> = {}): Promise<void> {
    const nowMs = this.harness.now();
    await this.harness.store.report(this.bucket, lease, { nowMs, ...outcome });
  }

  async release(lease: Lease): Promise<void> {
    await this.harness.store.release(this.bucket, lease);
  }

  async count(want: number, more: Partial<ReserveRequest> = {}): Promise<number> {
    return (await this.reserve(want, more)).leases.length;
  }

  /** Sends one call, whose answer teaches. */
  async learn(...reports: readonly RateLimitReport[]): Promise<void> {
    const { leases } = await this.reserve();
    await this.report(leases[0] ?? '', { reports });
  }
}
