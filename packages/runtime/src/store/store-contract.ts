import { expect, test } from 'vitest';
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

const LEASE_MS = 400;
/** Real stores have a latency: waits are compared with this much slack, in milliseconds. */
const SLACK_MS = 150;

let buckets = 0;

/** One bucket of a store, with the arguments that matter to a rule left to be given. */
class Subject {
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

function says(remaining: number, resetAfterMs = 60_000, limit = 10): RateLimitReport {
  return { policy: 'a', remaining, limit, resetAfterMs, windowMs: resetAfterMs };
}

/**
 * Registers the tests that every store must pass.
 *
 * @param name - Name of the store, for titles.
 * @param open - A store, fresh or shared: each test has buckets of its own.
 */
export function testRateLimitStore(
  name: string,
  open: () => StoreHarness | Promise<StoreHarness>,
): void {
  const rule = (title: string, check: (subject: Subject) => Promise<void>): void =>
    test(`${name}: ${title}`, async () => check(new Subject(await open())));
  testLearning(rule);
  testWindows(rule);
  testRefusals(rule);
  testSharing(rule);
}

type Rule = (title: string, check: (subject: Subject) => Promise<void>) => void;

function testLearning(rule: Rule): void {
  rule('of an unknown bucket one lease is given, and no wait is named', async (subject) => {
    const first = await subject.reserve(5);
    expect(first.leases.length).toBe(1);
    expect(first.waitMs).toBeUndefined();
    expect(await subject.count(5)).toBe(0);
  });

  rule('an answer that tells the limit makes room for what remains', async (subject) => {
    await subject.learn(says(7));
    expect(await subject.count(100)).toBe(7);
    expect(await subject.count(100)).toBe(0);
  });

  rule('a lost call ends its lease, and teaches nothing', async (subject) => {
    const { leases } = await subject.reserve();
    await subject.report(leases[0] ?? '');
    expect(await subject.count(5)).toBe(1);
  });

  rule('a call that was never sent gives its lease back', async (subject) => {
    await subject.learn(says(3));
    const { leases } = await subject.reserve(3);
    for (const lease of leases) await subject.release(lease);
    expect(await subject.count(100)).toBe(3);
  });
}

function testWindows(rule: Rule): void {
  rule('an answer that comes late never raises what remains', async (subject) => {
    await subject.learn(says(8));
    const { leases } = await subject.reserve(3);
    await subject.report(leases[0] ?? '', { reports: [says(5)] });
    await subject.report(leases[1] ?? '', { reports: [says(7)] });
    await subject.report(leases[2] ?? '', { reports: [says(6)] });
    expect(await subject.count(100)).toBe(5);
  });

  rule('an answer without the fields spends one call of the window', async (subject) => {
    await subject.learn(says(4));
    const { leases } = await subject.reserve(2);
    await subject.report(leases[0] ?? '', { reports: [] });
    await subject.report(leases[1] ?? '');
    expect(await subject.count(100)).toBe(2);
  });

  rule('an exhausted window names its reset, then holds its whole limit', async (subject) => {
    await subject.learn(says(0, 500, 6));
    const { leases, waitMs = -1 } = await subject.reserve(100);
    expect(leases).toEqual([]);
    expect(waitMs).toBeGreaterThan(500 - SLACK_MS);
    expect(waitMs).toBeLessThanOrEqual(500);
    await subject.harness.pass(550);
    expect(await subject.count(100)).toBe(6);
  });

  rule('a report of a later window replaces what was known', async (subject) => {
    await subject.learn(says(4, 5000));
    const { leases } = await subject.reserve(2);
    await subject.report(leases[0] ?? '', { reports: [says(1, 5000)] });
    await subject.report(leases[1] ?? '', { reports: [says(9, 60_000)] });
    expect(await subject.count(100)).toBe(9);
  });

  rule('of several windows the tightest decides', async (subject) => {
    await subject.learn(says(9), { policy: 'b', remaining: 2, limit: 50, resetAfterMs: 3_600_000 });
    expect(await subject.count(100)).toBe(2);
  });

  rule('what is kept for others is not given', async (subject) => {
    await subject.learn(says(5));
    expect(await subject.count(100, { keep: 2 })).toBe(3);
    expect(await subject.count(100)).toBe(2);
  });
}

function testRefusals(rule: Rule): void {
  rule('a refusal pauses all, then exactly one call probes', async (subject) => {
    const { leases } = await subject.reserve();
    await subject.report(leases[0] ?? '', { reports: [], pauseMs: 400 });
    const { leases: none, waitMs = -1 } = await subject.reserve(5);
    expect(none).toEqual([]);
    expect(waitMs).toBeGreaterThan(400 - SLACK_MS);
    expect(waitMs).toBeLessThanOrEqual(400);
    await subject.harness.pass(450);
    const probe = await subject.reserve(5);
    expect(probe.leases.length).toBe(1);
    expect(await subject.count(5)).toBe(0);
    await subject.report(probe.leases[0] ?? '', { reports: [] });
    expect(await subject.count(5)).toBe(2);
  });

  rule(
    'refusals of one wave are one piece of news; a late success ends no probe',
    async (subject) => {
      await subject.learn(says(8));
      const { leases } = await subject.reserve(4);
      const [late = '', ...refused] = leases;
      for (const lease of refused) await subject.report(lease, { reports: [], pauseMs: 300 });
      await subject.report(late, { reports: [] });
      expect((await subject.reserve()).state.refusals).toBe(1);
      await subject.harness.pass(350);
      expect(await subject.count(5)).toBe(1);
    },
  );
}

function testSharing(rule: Rule): void {
  rule('buckets know nothing of each other', async (subject) => {
    await subject.learn(says(0));
    const other = new Subject(subject.harness);
    expect(await other.count(5)).toBe(1);
  });

  rule('a lease that nobody hands back becomes void, if leases expire', async (subject) => {
    const { leases } = await subject.reserve();
    expect(leases.length).toBe(1);
    await subject.harness.pass(LEASE_MS + 50);
    expect(await subject.count(5)).toBe(subject.harness.leasesExpire ? 1 : 0);
  });

  rule(
    'whoever waits is woken when a report makes room, if the store is shared',
    async (subject) => {
      const { store, pass } = subject.harness;
      const { leases } = await subject.reserve();
      let woken = 0;
      const stop = store.subscribe?.(subject.bucket, () => {
        woken += 1;
      });
      await pass(50);
      await subject.report(leases[0] ?? '', { reports: [says(5)] });
      await pass(100);
      stop?.();
      expect(woken > 0).toBe(stop !== undefined);
    },
  );
}
