import type { Lease } from '../rate-limit-store.ts';
import type { Timing } from './timing.ts';

/** A lease ends this long after its process was last heard of, in milliseconds. */
export const HEARTBEAT_MS = 2000;

/** How often a process is heard of while it holds leases, in milliseconds. */
const RENEW_EVERY_MS = 700;

interface Held {
  readonly bucket: string;
  readonly endsAt: number;
}

/** Makes leases last on; never fails. */
export type Renew = (bucket: string, leases: readonly Lease[], leaseMs: number) => Promise<void>;

/**
 * Keeps the leases of this process alive: those of a process that was killed end soon, however long
 * its calls were allowed to take.
 */
export class LeaseKeeper {
  readonly #held = new Map<Lease, Held>();
  readonly #renew: Renew;
  readonly #timing: Timing;
  #cancelAlarm: (() => void) | undefined;

  /**
   * @param renew - Called now and then while leases are held.
   * @param timing - Where time comes from.
   */
  constructor(renew: Renew, timing: Timing) {
    this.#renew = renew;
    this.#timing = timing;
  }

  /**
   * Keeps leases.
   *
   * @param bucket - Their bucket.
   * @param leases - The leases.
   * @param leaseMs - Longest time that they are kept, in milliseconds.
   */
  hold(bucket: string, leases: readonly Lease[], leaseMs: number): void {
    if (leaseMs <= HEARTBEAT_MS) return;
    const endsAt = this.#timing.now() + leaseMs;
    for (const lease of leases) this.#held.set(lease, { bucket, endsAt });
    if (leases.length > 0) this.#arm();
  }

  /**
   * Keeps a lease no longer.
   *
   * @param lease - The lease.
   */
  drop(lease: Lease): void {
    this.#held.delete(lease);
    if (this.#held.size === 0) this.dropAll();
  }

  /** Keeps nothing. */
  dropAll(): void {
    this.#held.clear();
    this.#cancelAlarm?.();
    this.#cancelAlarm = undefined;
  }

  /** Leases held of each bucket. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { bucket } of this.#held.values()) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    return counts;
  }

  /**
   * Gives leases again that Redis has forgotten.
   *
   * @param bucket - Their bucket.
   */
  async restore(bucket: string): Promise<void> {
    const leases = [...this.#held].flatMap(([lease, held]) =>
      held.bucket === bucket ? lease : [],
    );
    if (leases.length > 0) await this.#renew(bucket, leases, HEARTBEAT_MS);
  }

  #arm(): void {
    this.#cancelAlarm ??= this.#timing.setAlarm(RENEW_EVERY_MS, () => {
      this.#cancelAlarm = undefined;
      this.#renewAll();
      if (this.#held.size > 0) this.#arm();
    });
  }

  #renewAll(): void {
    const nowMs = this.#timing.now();
    const byBucket = new Map<string, Lease[]>();
    for (const [lease, { bucket, endsAt }] of this.#held) {
      if (endsAt <= nowMs + HEARTBEAT_MS) this.#held.delete(lease);
      else byBucket.set(bucket, [...(byBucket.get(bucket) ?? []), lease]);
    }
    for (const [bucket, leases] of byBucket) void this.#renew(bucket, leases, HEARTBEAT_MS);
  }
}
