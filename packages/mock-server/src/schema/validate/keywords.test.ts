import type { JsonSchema, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { anySchemaTools } from '../any-schema-tools.ts';
import type { SchemaFault } from '../schema-fault.ts';
import { createValidators } from '../validators.ts';

function check(schema: JsonSchema, value: JsonValue): readonly SchemaFault[] {
  return createValidators({}, anySchemaTools).check(schema, value, 'request');
}

// [schema, a value it holds for, one it does not, where, code, message]
const single: readonly [JsonSchema, JsonValue, JsonValue, string, string, string][] = [
  [{ type: 'string' }, 'a', 1, '', 'type', 'must be string'],
  [{ type: ['string', 'null'] }, null, 1, '', 'type', 'must be string or null'],
  [{ type: 'integer' }, 1, 1.5, '', 'type', 'must be integer'],
  [{ type: 'number' }, 1, '1', '', 'type', 'must be number'],
  [{ type: 'object' }, {}, [], '', 'type', 'must be object'],
  [{ type: 'array' }, [], {}, '', 'type', 'must be array'],
  [{ type: 'string', nullable: true }, null, 1, '', 'type', 'must be string'],
  [{ const: { a: [1] } }, { a: [1] }, { a: [2] }, '', 'const', 'must be {"a":[1]}'],
  [{ const: null }, null, 0, '', 'const', 'must be null'],
  [{ enum: ['a', 1, null] }, null, 'b', '', 'enum', 'must be one of a, 1, null'],
  [
    { enum: [{ a: 1, b: 2 }] },
    { b: 2, a: 1 },
    { a: 1 },
    '',
    'enum',
    'must be one of {"a":1,"b":2}',
  ],
  [
    { enum: Array.from({ length: 51 }, () => 0) },
    0,
    1,
    '',
    'enum',
    `must be one of ${'0, '.repeat(50)}…`,
  ],
  [{ minimum: 1 }, 1, 0.5, '', 'minimum', 'must be at least 1'],
  [{ maximum: 1 }, 1, 1.5, '', 'maximum', 'must be at most 1'],
  [{ exclusiveMinimum: 1 }, 1.5, 1, '', 'exclusive_minimum', 'must be > 1'],
  [{ exclusiveMaximum: 1 }, 0.5, 1, '', 'exclusive_maximum', 'must be < 1'],
  [{ minimum: 1, exclusiveMinimum: true }, 2, 1, '', 'exclusive_minimum', 'must be > 1'],
  [{ maximum: 1, exclusiveMaximum: true }, 0, 1, '', 'exclusive_maximum', 'must be < 1'],
  [{ maximum: 1, exclusiveMaximum: false }, 1, 2, '', 'maximum', 'must be at most 1'],
  [{ multipleOf: 0.1 }, 0.3, 0.35, '', 'multiple_of', 'must be multiple of 0.1'],
  [{ minLength: 1 }, 'a', '', '', 'min_length', 'must not be empty'],
  [{ minLength: 2 }, '😀a', '😀', '', 'min_length', 'must NOT have fewer than 2 characters'],
  [{ maxLength: 2 }, '😀😀', '😀ab', '', 'max_length', 'must NOT have more than 2 characters'],
  [{ pattern: '^a' }, 'ab', 'ba', '', 'pattern', 'must match pattern "^a"'],
  [{ format: 'date' }, '2024-02-29', '2023-02-29', '', 'format', 'must match format "date"'],
  [{ format: 'int32' }, 1, 2 ** 40, '', 'format', 'must match format "int32"'],
  [{ maxItems: 1 }, [1], [1, 2], '', 'max_items', 'must NOT have more than 1 items'],
  [{ minItems: 1 }, [1], [], '', 'min_items', 'must NOT have fewer than 1 items'],
  [
    { uniqueItems: true },
    [1, '1', true, [1], { a: 1 }],
    [{ a: 1, b: 2 }, 0, { b: 2, a: 1 }],
    '',
    'unique_items',
    'must NOT have duplicate items (items ## 0 and 2 are identical)',
  ],
  [{ items: { type: 'string' } }, ['a'], ['a', 1], '/1', 'type', 'must be string'],
  [
    { prefixItems: [{ type: 'string' }], items: false },
    ['a'],
    ['a', 1],
    '',
    'items',
    'must NOT have more than 1 items',
  ],
  [
    { items: [{ type: 'string' }], additionalItems: { type: 'null' } },
    ['a', null],
    ['a', 1],
    '/1',
    'type',
    'must be null',
  ],
  [
    { contains: { const: 1 } },
    [0, 1],
    [0],
    '',
    'contains',
    'must contain at least 1 valid item(s)',
  ],
  [
    { contains: { const: 1 }, maxContains: 1 },
    [1, 0],
    [1, 1],
    '',
    'contains',
    'must contain at least 1 and no more than 1 valid item(s)',
  ],
  [
    { contains: { const: 1 }, minContains: 0, maxItems: 1 },
    [],
    [0, 0],
    '',
    'max_items',
    'must NOT have more than 1 items',
  ],
  [
    { maxProperties: 1 },
    { a: 1 },
    { a: 1, b: 1 },
    '',
    'max_properties',
    'must NOT have more than 1 properties',
  ],
  [
    { minProperties: 1 },
    { a: 1 },
    {},
    '',
    'min_properties',
    'must NOT have fewer than 1 properties',
  ],
  [{ required: ['a/b'] }, { 'a/b': 1 }, {}, '/a~1b', 'required', 'is required'],
  [{ required: ['toString'] }, { toString: 1 }, {}, '/toString', 'required', 'is required'],
  [{ properties: { a: false } }, {}, { a: 1 }, '/a', 'not_allowed', 'must be absent'],
  [
    { properties: { constructor: { type: 'string' } } },
    {},
    { constructor: 1 },
    '/constructor',
    'type',
    'must be string',
  ],
  [
    { properties: { a: {} }, additionalProperties: false },
    { a: 1 },
    { 'b~c': 1 },
    '/b~0c',
    'unknown_field',
    'is not a known field',
  ],
  [{ additionalProperties: { type: 'null' } }, { a: null }, { a: 1 }, '/a', 'type', 'must be null'],
  [
    { patternProperties: { '^x-': { type: 'null' } }, additionalProperties: false },
    { 'x-a': null },
    { 'x-a': 1 },
    '/x-a',
    'type',
    'must be null',
  ],
  [
    { propertyNames: { maxLength: 1 } },
    { a: 1 },
    { ab: 1 },
    '/ab',
    'property_names',
    'is not a name that is allowed here',
  ],
  [
    { dependentRequired: { a: ['b'] } },
    { b: 1 },
    { a: 1 },
    '',
    'dependent_required',
    'must have property b when property a is present',
  ],
  [
    { dependentSchemas: { a: { maxProperties: 1 } } },
    { a: 1 },
    { a: 1, b: 1 },
    '',
    'max_properties',
    'must NOT have more than 1 properties',
  ],
  [{ not: { type: 'string' } }, 1, 'a', '', 'not', 'must NOT be valid'],
  [
    { properties: { a: {} }, unevaluatedProperties: false },
    { a: 1 },
    { b: 1 },
    '/b',
    'unknown_field',
    'is not a known field',
  ],
  [
    { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false },
    { a: 1 },
    { b: 1 },
    '/b',
    'unknown_field',
    'is not a known field',
  ],
  [
    { prefixItems: [true], unevaluatedItems: { type: 'null' } },
    [1, null],
    [1, 1],
    '/1',
    'type',
    'must be null',
  ],
  [false, 0, 0, '', 'not_allowed', 'must be absent'],
];

test.each(single.filter(([schema]) => schema !== false))('%j holds for %j', (schema, value) => {
  expect(check(schema, value)).toEqual([]);
});

test.each(single)(
  '%j, of which %j is right, names the fault of %j',
  (...[schema, , value, pointer, code, message]) => {
    expect(check(schema, value)).toEqual([{ pointer, code, message }]);
  },
);

test.each<[string, JsonSchema, JsonValue]>([
  [
    'another type than the keyword is about',
    { minLength: 3, minimum: 3, minItems: 3, required: ['a'] },
    true,
  ],
  ['a format that nobody knows', { format: 'x-colour' }, 'anything'],
  ['a format of another type', { format: 'date' }, 1],
  ['required as a property of old', { properties: { a: { required: true } } }, { a: 1 }],
  ['an empty line of YAML', { properties: null, required: null, type: 'object' }, {}],
  [
    'a member by the name of what objects inherit',
    { properties: { __proto__: { type: 'null' } } },
    {},
  ],
  ['a constant with members in another order', { const: { a: 1, b: [{}] } }, { b: [{}], a: 1 }],
  ['zero in two forms', { const: 0 }, -0],
  ['decimals that are not exact', { multipleOf: 0.0001 }, 0.0075],
  ['a number beyond what is exact', { multipleOf: 0.5 }, 1e308],
])('a schema says nothing against %s', (_, schema, value) => {
  expect(check(schema, value)).toEqual([]);
});

test('all faults are named, what is missing first', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['a', 'b'],
    properties: {
      b: { type: 'string' },
      c: { minLength: 2, pattern: '^x' },
      list: { items: { type: 'null' } },
    },
    additionalProperties: false,
  };
  const faults = check(schema, { c: 'a', list: [0, null, 1], d: 1 });
  expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/a', 'required'],
    ['/b', 'required'],
    ['/c', 'min_length'],
    ['/c', 'pattern'],
    ['/list/0', 'type'],
    ['/list/2', 'type'],
    ['/d', 'unknown_field'],
  ]);
});

test('of a thousand faults fifty are named', () => {
  expect(check({ items: { type: 'null' } }, Array(1000).fill(1))).toHaveLength(50);
});

test('valid values all get the same answer, so that nothing is allocated', () => {
  expect(check({ type: 'string' }, 'a')).toBe(check({ type: 'number' }, 1));
});

test('each side is asked for what it owns, also where a reference says whose it is', () => {
  const schemas: { [name: string]: JsonSchema } = {
    Id: { type: 'string', readOnly: true },
    User: {
      required: ['id', 'name', 'password', 'at'],
      properties: {
        id: { $ref: '#/components/schemas/Id' },
        name: { type: 'string' },
        password: { type: 'string', writeOnly: true },
        at: { type: 'string', readOnly: true },
      },
    },
  };
  const { check } = createValidators(schemas, anySchemaTools);
  const user: JsonSchema = { oneOf: [{ $ref: '#/components/schemas/User' }] };
  const missing = (side: 'request' | 'response', value: JsonValue): readonly string[] =>
    check(user, value, side).map(({ pointer }) => pointer);
  expect(missing('request', { name: 'a', password: 'b' })).toEqual([]);
  expect(missing('response', { name: 'a', id: '1', at: '2' })).toEqual([]);
  expect(missing('request', {})).toEqual(['/name', '/password', '']);
  expect(missing('response', {})).toEqual(['/id', '/name', '/at', '']);
});

test('long lists are searched for twins in time', () => {
  const list = Array.from({ length: 20_000 }, (_, index) => ({ id: index, tags: [index, 'a'] }));
  expect(check({ uniqueItems: true }, list)).toEqual([]);
  expect(check({ uniqueItems: true }, [...list, { tags: [7, 'a'], id: 7 }])).toHaveLength(1);
  expect(check({ uniqueItems: true }, [...list.keys(), '1', true, null])).toEqual([]);
  expect(check({ uniqueItems: true }, [...list.keys(), 1])).toHaveLength(1);
});
