import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../api-model.ts';
import { rewriteNodes } from './rewrite-nodes.ts';

const remove = (): undefined => undefined;

test('removing some entries of a list leaves the others, whatever the order of the paths', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.nat(20)), (list, indexes) => {
      const paths = indexes.filter((index) => index < list.length).map((index) => ['list', index]);
      const want = list.filter((_entry, index) => !indexes.includes(index));
      expect(rewriteNodes({ list }, paths, remove)).toEqual({ list: want });
    }),
  );
});

test('a value is edited before those inside it', () => {
  const seen: string[] = [];
  rewriteNodes({ a: { b: [1, 2] } }, [['a', 'b', 1], ['a'], ['a', 'b', 0]], (value, path) => {
    seen.push(path.join('/'));
    return value;
  });
  expect(seen).toEqual(['a', 'a/b/0', 'a/b/1']);
});

test('what is inside a removed value is removed with it', () => {
  expect(rewriteNodes({ a: { b: 1 }, c: 2 }, [['a'], ['a', 'b']], remove)).toEqual({ c: 2 });
});

test('what no path leads to is the same object', () => {
  const document = { a: { b: 1 }, c: { d: 2 } } as const;
  const edited = rewriteNodes(document, [['a', 'b']], () => 3);
  expect(edited).toEqual({ a: { b: 3 }, c: { d: 2 } });
  expect((edited as typeof document).c).toBe(document.c); // the edit keeps its shape
});

test('a member named __proto__ is edited like any other', () => {
  const document: JsonValue = JSON.parse('{"__proto__": {"a": 1}, "b": 2}');
  expect(JSON.stringify(rewriteNodes(document, [['__proto__', 'a']], () => 3))).toBe(
    '{"__proto__":{"a":3},"b":2}',
  );
});
