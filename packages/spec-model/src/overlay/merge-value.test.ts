import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../api-model.ts';
import { mergeValue } from './merge-value.ts';

interface Merged {
  readonly value: JsonValue;
  readonly changed: readonly string[];
}

function merge(value: JsonValue, update: JsonValue): Merged {
  const changed: string[] = [];
  const onChange = (path: readonly (string | number)[]): number => changed.push(path.join('/'));
  return { value: mergeValue(value, update, { path: [], member: 'update', onChange }), changed };
}

test.each<[string, JsonValue, JsonValue, JsonValue, readonly string[]]>([
  ['a new member', { a: 1 }, { b: 2 }, { a: 1, b: 2 }, ['b']],
  ['a primitive', { a: 1 }, { a: null }, { a: null }, ['a']],
  ['a null', { a: null }, { a: 'x' }, { a: 'x' }, ['a']],
  ['a list', { a: [1] }, { a: [2, 1] }, { a: [1, 2, 1] }, ['a/1', 'a/2']],
  ['members of members', { a: { b: 1 } }, { a: { c: {} } }, { a: { b: 1, c: {} } }, ['a/c']],
  ['nothing', { a: { b: 1 } }, { a: {} }, { a: { b: 1 } }, []],
])('an update merges %s and tells the places', (_what, ...[value, update, want, changed]) => {
  expect(merge(value, update)).toEqual({ value: want, changed });
});

test.each<[JsonValue, JsonValue]>([
  [{ a: 1 }, { a: {} }],
  [{ a: 1 }, { a: [1] }],
  [{ a: {} }, { a: null }],
  [{ a: {} }, { a: [] }],
  [{ a: [] }, { a: {} }],
  [{ a: [] }, { a: 1 }],
  [{}, 1],
  [1, {}],
])('%j does not take %j', (value, update) => {
  expect(() => merge(value, update)).toThrow(
    expect.objectContaining({ code: 'incompatible-update', member: 'update' }),
  );
});

test('a member named __proto__ is a member, and no prototype changes', () => {
  // Only a parser makes such a member; a literal would set the prototype.
  const hostile: JsonValue = JSON.parse(
    '{"__proto__": {"polluted": true}, "constructor": {"a": 1}}',
  );
  const { value } = merge({}, hostile);
  expect(JSON.stringify(value)).toBe(JSON.stringify(hostile));
  expect(JSON.stringify(merge(value, hostile).value)).toBe(JSON.stringify(hostile));
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined(); // what a polluted prototype would show
});

const plain = fc.jsonValue() as fc.Arbitrary<JsonValue>; // the same type under another name

test('what is updated and what it is updated with stay as they were', () => {
  fc.assert(
    fc.property(plain, plain, (value, update) => {
      const before = JSON.stringify([value, update]);
      try {
        merge(value, update);
      } catch {}
      expect(JSON.stringify([value, update])).toBe(before);
    }),
  );
});

test('an object updated with nothing is the same, and nothing updated with an object is that object', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), plain), (value) => {
      expect(merge(value, {}).value).toEqual(value);
      expect(merge({}, value).value).toEqual(value);
    }),
  );
});
