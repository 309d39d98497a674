import { expect, test } from 'vitest';
import { LowWindows } from './low-windows.ts';

const hour = { policy: 'hour', remaining: 5, limit: 1000, resetAt: 60_000 };

test('a window that runs low is found once, with what is known of it', () => {
  const low = new LowWindows();
  expect(low.find([hour], 10)).toEqual([hour]);
  expect(low.find([{ ...hour, remaining: 4 }], 10)).toEqual([]);
});

test.each([
  ['as many remain as are few', { remaining: 10, limit: 1000 }, 10, 0],
  ['one less remains', { remaining: 9, limit: 1000 }, 10, 1],
  ['what remains is not known', { limit: 1000 }, 10, 0],
  ['the limit is not known', { remaining: 9 }, 10, 1],
  ['it holds few at most, and a tenth of it remains', { remaining: 10, limit: 100 }, 100, 0],
  ['it holds few at most, and less than that remains', { remaining: 9, limit: 100 }, 100, 1],
  ['it holds one more than few', { remaining: 99, limit: 101 }, 100, 1],
])('a window of which %s is low, or is not', (...row) => {
  const [, known, warnBelow, found] = row;
  expect(new LowWindows().find([{ policy: 'hour', ...known }], warnBelow)).toHaveLength(found);
});

test('the next window is found again, the same one seen a second later is not', () => {
  const low = new LowWindows();
  low.find([hour], 10);
  expect(low.find([{ ...hour, resetAt: hour.resetAt + 1000 }], 10)).toEqual([]);
  expect(low.find([{ ...hour, resetAt: hour.resetAt + 1001 }], 10)).toHaveLength(1);
});

test('a window that has recovered is found again when it runs low', () => {
  const low = new LowWindows();
  low.find([hour], 10);
  low.find([{ ...hour, remaining: 900 }], 10);
  expect(low.find([hour], 10)).toHaveLength(1);
});

test('a window without a stated end is found once, until it recovers', () => {
  const low = new LowWindows();
  const { resetAt: _, ...open } = hour;
  expect(low.find([open], 10)).toStrictEqual([open]);
  expect(low.find([open], 10)).toEqual([]);
  expect(low.find([hour], 10)).toEqual([]);
  low.find([{ ...open, remaining: 900 }], 10);
  expect(low.find([open], 10)).toEqual([open]);
});

test('of an unknown limit nothing is said of the limit', () => {
  const { limit: _, ...known } = hour;
  expect(new LowWindows().find([known], 10)).toStrictEqual([known]);
});

test('windows are told apart by their names', () => {
  const low = new LowWindows();
  low.find([hour], 10);
  const minute = { ...hour, policy: 'minute' };
  expect(low.find([hour, minute], 10)).toEqual([minute]);
});
