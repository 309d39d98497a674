import { expect, test, vi } from 'vitest';
import { keepIn } from './keep-in.ts';

test.each([['made'], [undefined], [null], [0]])('the value %j is made once', (value) => {
  const map = new Map<string, unknown>();
  const make = vi.fn(() => value);
  expect([keepIn(map, 'a', make), keepIn(map, 'a', make)]).toEqual([value, value]);
  expect(make).toHaveBeenCalledTimes(1);
  expect(keepIn(map, 'b', make)).toBe(value);
  expect([...map.keys()]).toEqual(['a', 'b']);
});
