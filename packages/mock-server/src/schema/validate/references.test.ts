import type { JsonSchema, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { anySchemaTools } from '../any-schema-tools.ts';
import { createValidators } from '../validators.ts';
import { SchemaError } from './schema-error.ts';

test.each<[JsonSchema, JsonValue, boolean]>([
  [{ $ref: '#/$defs/a', $defs: { a: { type: 'string' } } }, 1, false],
  [{ $ref: '#/$defs/a', $defs: { a: true }, type: 'string' }, 1, false],
  [{ $ref: '#here', $defs: { a: { $anchor: 'here', type: 'string' } } }, 1, false],
  [{ $dynamicRef: '#here', $defs: { a: { $dynamicAnchor: 'here', type: 'string' } } }, 1, false],
  [
    {
      $ref: 'urn:a',
      $defs: { a: { $id: 'urn:a', $ref: '#/$defs/b', $defs: { b: { type: 'string' } } } },
    },
    1,
    false,
  ],
  [
    { $ref: 'urn:a#/$defs/b', $defs: { a: { $id: 'urn:a', $defs: { b: { type: 'string' } } } } },
    1,
    false,
  ],
  [{ $ref: '#/$defs/a~1b%25', $defs: { 'a/b%': { type: 'string' } } }, 1, false],
  [{ properties: { a: { $ref: '#' } }, maxProperties: 1 }, { a: { a: {}, b: {} } }, false],
  [{ $ref: '#/components/schemas/Named' }, 1, false],
  [{ $ref: '#/components/schemas/Named' }, 'a', true],
  [{ $ref: '#/components/schemas/Tree/properties/leaf' }, 1, false],
  [{ $ref: '#/components/schemas/Tree' }, { twigs: [{ leaf: 1 }] }, false],
  [{ $ref: '#/components/schemas/Tree' }, { twigs: [{ leaf: 'a' }] }, true],
  [{ $ref: '#/components/schemas/a~1b' }, 1, false],
])('the reference of %j is followed: %j', (schema, value, want) => {
  const schemas: { [name: string]: JsonSchema } = {
    Named: { type: 'string' },
    Tree: {
      properties: {
        leaf: { type: 'string' },
        twigs: { items: { $ref: '#/components/schemas/Tree' } },
      },
    },
    'a/b': { type: 'string' },
  };
  const { check } = createValidators(schemas, anySchemaTools);
  expect(check(schema, value, 'request').length === 0).toBe(want);
});

test.each<[JsonValue, string]>([
  [{ $ref: '#/components/schemas/None' }, '/properties/a/$ref'],
  [{ $ref: '#/components/schemas/toString' }, '/properties/a/$ref'],
  [{ $ref: '#none' }, '/properties/a/$ref'],
  [{ $ref: 'https://example.com/a.json' }, '/properties/a/$ref'],
  [{ $ref: 1 }, '/properties/a/$ref'],
  [{ minLength: '1' }, '/properties/a/minLength'],
  [{ type: 'text' }, '/properties/a/type'],
  [{ type: [] }, '/properties/a/type'],
  [{ enum: 'a' }, '/properties/a/enum'],
  [{ pattern: '(' }, '/properties/a/pattern'],
  [{ patternProperties: { '(': {} } }, '/properties/a/patternProperties'],
  [{ multipleOf: 0 }, '/properties/a/multipleOf'],
  [{ allOf: {} }, '/properties/a/allOf'],
  [{ allOf: [1] }, '/properties/a/allOf/0'],
  [{ properties: [] }, '/properties/a/properties'],
  [{ items: 'string' }, '/properties/a/items'],
  ['string', '/properties/a'],
])('%j is refused when a value gets there, and not before', (property, pointer) => {
  const { check } = createValidators({}, anySchemaTools);
  const schema: JsonSchema = { properties: { a: property, b: { type: 'null' } } };
  expect(check(schema, { b: null }, 'request')).toEqual([]);
  expect(() => check(schema, { a: '' }, 'request')).toThrow(
    expect.objectContaining({ name: 'SchemaError', code: 'unusable_schema', pointer }),
  );
  expect(check(schema, { b: 1 }, 'request')).toHaveLength(1);
});

test('a fault in a component is named from the root of the document', () => {
  const { check } = createValidators(
    { 'a/b': { properties: { c: { maxItems: [] } } } },
    anySchemaTools,
  );
  const deep = (): unknown => check({ $ref: '#/components/schemas/a~1b' }, { c: [] }, 'request');
  expect(deep).toThrow(
    expect.objectContaining({ pointer: '/components/schemas/a~1b/properties/c/maxItems' }),
  );
});

test.each<[string, { readonly [name: string]: JsonSchema }]>([
  ['a reference to itself', { A: { $ref: '#/components/schemas/A' } }],
  [
    'two that refer to each other',
    {
      A: { allOf: [{ $ref: '#/components/schemas/B' }] },
      B: { anyOf: [{ $ref: '#/components/schemas/A' }] },
    },
  ],
])('%s is refused', (_, schemas) => {
  const { check } = createValidators(schemas, anySchemaTools);
  expect(() => check({ $ref: '#/components/schemas/A' }, {}, 'request')).toThrow(SchemaError);
});

test('a value nested beyond reason is refused, and so is one that takes too long', () => {
  const schemas = {
    List: { type: 'array', items: { $ref: '#/components/schemas/List' } },
    Slow: {
      anyOf: [
        { items: { $ref: '#/components/schemas/Slow' }, minItems: 1 },
        { items: { $ref: '#/components/schemas/Slow' }, minItems: 1 },
      ],
    },
  } satisfies { [name: string]: JsonSchema };
  const { check } = createValidators(schemas, anySchemaTools);
  const nested = (depth: number): JsonValue => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  const codesOf = (name: string, depth: number): readonly string[] =>
    check({ $ref: `#/components/schemas/${name}` }, nested(depth), 'request').map(
      ({ code }) => code,
    );
  expect(codesOf('List', 200)).toEqual([]);
  expect(codesOf('List', 50_000)).toEqual(['too_deep']);
  expect(codesOf('Slow', 60)).toContain('too_complex');
});
