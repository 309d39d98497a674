import { expect, test } from 'vitest';
import { stemOf } from '../../data/state-after.ts';
import { firstState } from './make/first-value.ts';

test.each([
  [['cancel', 'canceled', 'cancelled', 'cancelling', 'cancels']],
  [['close', 'closed', 'closing', 'CLOSED']],
  [['publish', 'published', 'Publishing']],
  [['archive', 'archived']],
  [['verify', 'verified', 'verifies', 'verifying']],
  [['stop', 'stopped']],
  [['process', 'processed', 'processing']],
  [['markAsRead', 'mark_read', 'mark-as-read']],
])('%j are one verb', (words) => {
  expect(new Set(words.map(stemOf)).size).toBe(1);
});

test.each([
  ['close', 'clone'],
  ['pay', 'paid'],
  ['open', 'reopen'],
])('%s is not %s', (left, right) => {
  expect(stemOf(left)).not.toBe(stemOf(right));
});

test.each([
  [['canceled', 'succeeded', 'requires_payment_method'], 'requires_payment_method'],
  [['CLOSED', 'OPEN'], 'OPEN'],
  [['blue', 'red'], 'blue'],
  [['archived', 'inProgress', 'draft'], 'draft'],
])('of %j, a life begins with %s', (choices, first) => {
  expect(firstState(choices)).toBe(first);
});
