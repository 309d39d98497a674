import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

test('a cursor names the order that it was written for', () => {
  fc.assert(
    fc.property(fc.nat(), (order) => {
      expect(readCursor('test /tasks', writeCursor('test /tasks', order))).toBe(order);
    }),
  );
});

test('a cursor of another list is none', () => {
  expect(readCursor('live /tasks', writeCursor('test /tasks', 7))).toBeUndefined();
});

test('no text makes the reader throw, and hardly any is a cursor', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCursor('test /tasks', text)).toBeUndefined();
    }),
  );
});

test('a cursor is safe in a query as it is', () => {
  expect(writeCursor('test /tasks', 2 ** 40)).toMatch(/^[\w-]+$/);
});
