import { expect, test } from 'vitest';
import { costOf, RetryBudget } from './retry-budget.ts';

test('a success pays back what its call has spent, and one more, up to the most', () => {
  const budget = new RetryBudget(20);
  budget.spend(15);
  budget.refund(10);
  expect(budget.left).toBe(16);
  budget.refund(10);
  expect(budget.left).toBe(20);
});

test.each([
  ['rate-limited', 0],
  ['renewed-credential', 0],
  ['server-error', 5],
  ['connection-lost', 5],
  ['attempt-timeout', 10],
])('a retry for %s costs %i', (reason, cost) => {
  expect(costOf(reason)).toBe(cost);
});
