import { expect, test } from 'vitest';
import { overlay } from './overlay.ts';

test.each([
  ['a change', { a: 2 }, { a: 2, b: undefined }],
  ['a change to what was not set', { b: 3 }, { a: 1, b: 3 }],
  ['undefined', { a: undefined }, { a: 1, b: undefined }],
  ['another name', { c: 4, constructor: 5 }, { a: 1, b: undefined }],
  ['nothing', undefined, { a: 1, b: undefined }],
])('%s on top of settings gives what is set and has their names', (_, changes, want) => {
  expect(overlay({ a: 1, b: undefined }, changes)).toEqual(want);
});
