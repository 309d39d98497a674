import type { JsonObject, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { createDataMaker } from '../data/create-data-maker.ts';
import { createRandom } from '../random/random.ts';
import { anySchemaTools } from '../schema/any-schema-tools.ts';
import { createSchemaReader } from '../schema/schema-shape.ts';
import { createValidators } from '../schema/validators.ts';
import { mendValue } from './mend-value.ts';
import { answering, mockOf, pathParameter } from './test-document.ts';

const text = { type: 'string' };
const row: JsonObject = {
  type: 'object',
  required: ['id', 'size'],
  additionalProperties: false,
  properties: {
    id: text,
    size: { type: 'integer', minimum: 1 },
    tags: { type: 'array', items: { type: 'string', minLength: 1 } },
    nested: { $ref: '#/components/schemas/Row' },
  },
};
const page = { type: 'object', properties: { data: { type: 'array', items: row } } };

const schemas = createSchemaReader({ Row: row });
const validators = createValidators({ Row: row }, anySchemaTools);
const core = {
  schemas,
  validators,
  data: createDataMaker({ schemas, validators }),
  random: createRandom(1),
  clock: { now: () => 0 },
};

test.each<[string, JsonObject, JsonValue, JsonValue]>([
  ['nothing', row, { id: 'a', size: 2 }, { id: 'a', size: 2 }],
  ['a member', row, { id: 'a', size: 'x' }, { id: 'a', size: expect.any(Number) }],
  ['a missing member', row, { id: 'a' }, { id: 'a', size: expect.any(Number) }],
  ['an unknown member', row, { id: 'a', size: 2, other: 1 }, { id: 'a', size: 2 }],
  [
    'an entry',
    row,
    { id: 'a', size: 2, tags: ['x', 5] },
    { id: 'a', size: 2, tags: ['x', expect.any(String)] },
  ],
  [
    'what is deep',
    row,
    { id: 'a', size: 2, nested: { id: 7, size: 3 } },
    { id: 'a', size: 2, nested: { id: expect.any(String), size: 3 } },
  ],
  [
    'a row of a list',
    page,
    {
      data: [
        { id: 'a', size: 2 },
        { id: 'b', size: null },
      ],
    },
    {
      data: [
        { id: 'a', size: 2 },
        { id: 'b', size: expect.any(Number) },
      ],
    },
  ],
  [
    'all of it',
    row,
    [],
    expect.objectContaining({ id: expect.any(String), size: expect.any(Number) }),
  ],
])('what is faulty is made anew, and nothing else: %s', (...[, schema, value, want]) => {
  const mended = mendValue(core, schema, value);
  expect(mended).toEqual(want);
  expect(core.validators.check(schema, mended ?? null, 'response')).toEqual([]);
});

test('what cannot be made is not mended', () => {
  expect(mendValue(core, { type: 'object', properties: { a: false } }, { a: 1 })).toBeUndefined();
});

test('an answer with a faulty row is sent with the fault mended, and noted', async () => {
  const paths = {
    '/rows': { get: answering({ type: 'array', items: row }) },
    '/rows/{id}': { get: answering(row), parameters: [pathParameter('id')] },
  };
  const rows = { rows: [{ id: 'a', size: -1 }] };
  const { call, mock } = await mockOf({ paths, components: { schemas: { Row: row } } }, { rows });
  const seen = await call('GET /rows/a');
  expect(seen.status).toBe(200);
  expect(Object(seen.json)).toMatchObject({ id: 'a' });
  expect(Object(seen.json).size).toBeGreaterThan(0);
  expect(mock.violations).toMatchObject([{ status: 200, fault: expect.stringContaining('/size') }]);
});
