import { expect, test } from 'vitest';
import { VirtualClock } from '../../testing/virtual-clock.ts';
import type { Lease } from '../rate-limit-store.ts';
import { HEARTBEAT_MS, LeaseKeeper } from './lease-keeper.ts';

/** A keeper, and what it renewed. */
function kept() {
  const clock = new VirtualClock();
  const renewed: (readonly [string, readonly Lease[], number])[] = [];
  const keeper = new LeaseKeeper(async (...renewal) => void renewed.push(renewal), clock);
  return { clock, keeper, renewed, pass: (ms: number) => clock.run(clock.sleep(ms)) };
}

test('a lease is renewed while its call is under way, long before it ends', async () => {
  const { clock, keeper, renewed, pass } = kept();
  keeper.hold('a', ['1', '2'], 60_000);
  keeper.hold('b', ['3'], 60_000);
  await pass(HEARTBEAT_MS / 2);
  expect(renewed).toEqual([
    ['a', ['1', '2'], HEARTBEAT_MS],
    ['b', ['3'], HEARTBEAT_MS],
  ]);
  keeper.drop('1');
  keeper.drop('3');
  await pass(HEARTBEAT_MS / 2);
  expect(renewed.slice(2)).toEqual([['a', ['2'], HEARTBEAT_MS]]);
  keeper.drop('2');
  expect(clock.pending).toBe(0);
});

test('a lease is not renewed past its whole length', async () => {
  const { clock, keeper, renewed, pass } = kept();
  keeper.hold('a', ['1'], 5000);
  await pass(60_000);
  expect(renewed).toHaveLength(4);
  expect(clock.pending).toBe(0);
});

test('a lease that is shorter than a heartbeat is left alone', async () => {
  const { clock, keeper } = kept();
  keeper.hold('a', ['1'], HEARTBEAT_MS);
  keeper.hold('a', [], 60_000);
  expect(clock.pending).toBe(0);
});

test('leases of a bucket that Redis has forgotten are given again', async () => {
  const { keeper, renewed } = kept();
  keeper.hold('a', ['1'], 60_000);
  keeper.hold('b', ['2'], 60_000);
  await keeper.restore('b');
  await keeper.restore('c');
  expect(renewed).toEqual([['b', ['2'], HEARTBEAT_MS]]);
  keeper.dropAll();
});

test('the leases that are held are counted by bucket, and none once all are dropped', async () => {
  const { clock, keeper, renewed, pass } = kept();
  keeper.hold('a', ['1', '2'], 60_000);
  keeper.hold('b', ['3'], 60_000);
  expect([...keeper.counts()]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  keeper.dropAll();
  keeper.dropAll();
  expect(keeper.counts().size).toBe(0);
  expect(clock.pending).toBe(0);
  keeper.hold('b', ['4'], 60_000);
  await pass(HEARTBEAT_MS / 2);
  expect(renewed).toEqual([['b', ['4'], HEARTBEAT_MS]]);
  keeper.dropAll();
});
