import { expect, test } from 'vitest';
import { halve, isPositive } from './canary.ts';

test.each([
  [-1, false],
  [0, false],
  [1, true],
])('whether %d is positive is watched', (value, want) => {
  expect(isPositive(value)).toBe(want);
});

test('what a half is nobody looks at', () => {
  expect(() => halve(1)).not.toThrow();
});
