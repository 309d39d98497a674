import type { JsonValue } from '@product/spec-model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packData } from '../../scripts/pack-data.ts';
import { unpack } from './packed-model.ts';

const long = 'so long that it is worth writing once '.repeat(5);

test('any data is what it was after it was packed', () => {
  const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<JsonValue>(long, 1, null, true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', '__proto__', 'b'), tie('value'), {
        noNullPrototype: true,
      }),
    ),
  }));
  fc.assert(
    fc.property(value, (data) => {
      expect(unpack(packData(data))).toEqual(data);
    }),
  );
});

test('what occurs several times is one object', () => {
  const data = { a: { text: long }, b: [{ text: long }] };
  expect(packData(data).shared).toHaveLength(1);
  expect(unpack(packData(data))).toEqual(data);
  const { a, b } = unpack<{ a: object; b: readonly object[] }>(packData(data));
  expect(a).toBe(b[0]);
});

test('data that looks packed is refused', () => {
  expect(() => packData({ a: { $: 1 } })).toThrow(TypeError);
});
