import fc from 'fast-check';
import { createQuerySerializer } from 'openapi-fetch';
import { expect, test } from 'vitest';
import { type QueryStyle, serializeQuery } from './serialize-query.ts';

test.each<[title: string, query: object | undefined, style: QueryStyle, want: string]>([
  ['nothing', undefined, {}, ''],
  ['absent values', { a: undefined, b: null, c: 0, d: '' }, {}, 'c=0&d='],
  ['reserved characters', { a: 'x&y=z ?#' }, {}, 'a=x%26y%3Dz%20%3F%23'],
  ['reserved characters, allowed', { a: 'x:y' }, { allowReserved: true }, 'a=x:y'],
  ['an array', { a: [1, undefined, 'b'] }, {}, 'a=1&a=b'],
  [
    'an array in one',
    { a: [1, 2] },
    { array: { style: 'pipeDelimited', explode: false } },
    'a=1|2',
  ],
  ['an empty array', { a: [] }, { array: { style: 'form', explode: false } }, ''],
  ['an object', { a: { b: 1, c: null } }, {}, 'a[b]=1'],
  ['a hostile key', { a: { 'b]=1&x': 1 } }, {}, 'a[b%5D%3D1%26x]=1'],
  ['an object as a form', { a: { b: 1 } }, { object: { style: 'form', explode: true } }, 'b=1'],
  ['an object in one', { a: { b: 1 } }, { object: { style: 'form', explode: false } }, 'a=b,1'],
  ['an empty object', { a: {} }, { object: { style: 'form', explode: false } }, ''],
])('%s: the query is as OpenAPI says', (...[, query, style, want]) => {
  expect(serializeQuery(query, style)).toBe(want);
});

test.each([{ a: [[1]] }, { a: { b: { c: 1 } } }, { a: '\ud800' }])(
  'the query %j is refused',
  (query) => {
    expect(() => serializeQuery(query)).toThrow();
  },
);

test('the query is the one that openapi-fetch makes', () => {
  const name = fc.stringMatching(/^[a-z_]{1,8}$/);
  const value = fc.oneof(fc.string({ unit: 'grapheme-composite' }), fc.integer(), fc.boolean());
  const member = fc.oneof(
    value,
    fc.constant(undefined),
    fc.array(value),
    fc.dictionary(name, value, { minKeys: 1, noNullPrototype: true }),
  );
  const style = fc.record(
    {
      array: fc.record({
        style: fc.constantFrom(
          'form' as const,
          'spaceDelimited' as const,
          'pipeDelimited' as const,
        ),
        explode: fc.boolean(),
      }),
      object: fc.record({
        style: fc.constantFrom('form' as const, 'deepObject' as const),
        explode: fc.boolean(),
      }),
      allowReserved: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const query = fc.dictionary(name, member, { noNullPrototype: true });
  fc.assert(
    fc.property(query, style, (given, options) => {
      expect(serializeQuery(given, options)).toBe(createQuerySerializer(options)(given));
    }),
  );
});
