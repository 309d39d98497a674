import { expect, test } from 'vitest';
import type { RateLimitReport } from '../policy/rate-limit-headers.ts';
import { LEASE_MS, type StoreHarness, Subject } from './store-harness.ts';

/** Real stores have a latency: waits are compared with this much slack, in milliseconds. */
const SLACK_MS = 150;

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
  testLateAnswers(rule);
  testWindows(rule);
  testOwnCalls(rule);
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

function testLateAnswers(rule: Rule): void {
  rule('an answer that comes late never raises what remains', async (subject) => {
    await subject.learn(says(8));
    const { leases } = await subject.reserve(3);
    await subject.report(leases[0] ?? '', { reports: [says(5)] });
    await subject.report(leases[1] ?? '', { reports: [says(7)] });
    await subject.report(leases[2] ?? '', { reports: [says(6)] });
    expect(await subject.count(100)).toBe(5);
  });

  rule('ends that differ by a second, as whole seconds do, are of one window', async (subject) => {
    const told = { policy: 'a', limit: 10 };
    await subject.learn({ ...told, remaining: 9, resetAfterMs: 60_000 });
    const { leases } = await subject.reserve(3);
    const answers = [
      { remaining: 4, resetAfterMs: 59_000 },
      { remaining: 3, resetAfterMs: 59_000 },
      { remaining: 8, resetAfterMs: 61_010 },
    ];
    for (const [at, answer] of answers.entries())
      await subject.report(leases[at] ?? '', { reports: [{ ...told, ...answer }] });
    expect(await subject.count(100)).toBe(3);
  });
}

function testWindows(rule: Rule): void {
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

function testOwnCalls(rule: Rule): void {
  rule(
    "one's own calls make room a window after their answers, before a late reset",
    async (subject) => {
      const told = { policy: 'a', limit: 3, resetAfterMs: 1400, windowMs: 500 };
      await subject.learn({ ...told, remaining: 2 });
      const { leases } = await subject.reserve(9);
      expect(leases.length).toBe(2);
      for (const lease of leases)
        await subject.report(lease, { reports: [{ ...told, remaining: 0 }] });
      const { leases: none, waitMs = -1 } = await subject.reserve(9);
      expect(none).toEqual([]);
      expect(waitMs).toBeLessThanOrEqual(500);
      await subject.harness.pass(550);
      expect(await subject.count(9)).toBe(3);
    },
  );

  rule('where others use the limit too, the reset is waited for', async (subject) => {
    const told = { policy: 'a', limit: 3, resetAfterMs: 900, windowMs: 500 };
    await subject.learn({ ...told, remaining: 0 });
    await subject.harness.pass(550);
    expect(await subject.count(9)).toBe(0);
    await subject.harness.pass(400);
    expect(await subject.count(9)).toBe(3);
  });

  rule(
    'an answer that counts tokens makes room for as many calls as they are for',
    async (subject) => {
      await subject.learn({ ...says(750, 60_000, 1000), inUnits: true });
      expect(await subject.count(100)).toBe(3);
    },
  );
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
