import { expect, test } from 'vitest';
import { costOf, RetryBudget } from './retry-budget.ts';

test('a success pays back what its call has spent, and one more, up to the most', () => {
  const budget = new RetryBudget(20, () => 0);
  budget.spend(15);
  budget.refund(10);
  expect(budget.left).toBe(16);
  budget.refund(10);
  expect(budget.left).toBe(20);
});

test.each([
  { most: 500, afterMs: 1000, left: 50 },
  { most: 500, afterMs: 100, left: 5 },
  { most: 500, afterMs: 60_000, left: 500 },
  { most: 20, afterMs: 1000, left: 2 },
  { most: 20_000, afterMs: 1000, left: 50 },
  { most: 500, afterMs: -1000, left: 0 },
])('of $most that are spent $left are back after $afterMs ms without any success', (example) => {
  let nowMs = 1_000_000;
  const budget = new RetryBudget(example.most, () => nowMs);
  budget.spend(example.most);
  nowMs += example.afterMs;
  expect(budget.left).toBeCloseTo(example.left, 9);
});

test('a budget of 0 stays at 0, one without end has none', () => {
  let nowMs = 0;
  const now = (): number => nowMs;
  const [none, all] = [new RetryBudget(0, now), new RetryBudget(Number.POSITIVE_INFINITY, now)];
  all.spend(1e9);
  nowMs = 1e6;
  none.refund(5);
  expect([none.left, all.left]).toEqual([0, Number.POSITIVE_INFINITY]);
});

test.each([
  ['rate-limited', 0],
  ['renewed-credential', 0],
  ['server-error', 5],
  ['connection-lost', 5],
  ['attempt-timeout', 5],
])('a retry for %s costs %i', (reason, cost) => {
  expect(costOf(reason)).toBe(cost);
});
