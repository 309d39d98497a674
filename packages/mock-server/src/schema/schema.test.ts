import type { ApiModel, JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { anySchemaTools } from './any-schema-tools.ts';
import { coerce } from './coerce.ts';
import { completeRow } from './complete-row.ts';
import { dropReadOnly } from './drop-read-only.ts';
import { createSchemaReader } from './schema-shape.ts';
import { createValidators } from './validators.ts';

const components: ApiModel['schemas'] = {
  Kind: { type: 'string', enum: ['big', 'small'], default: 'small' },
  Node: {
    type: 'object',
    required: ['id', 'name', 'kind', 'size', 'created_at'],
    properties: {
      id: { type: 'string', readOnly: true },
      name: { type: 'string', minLength: 1 },
      kind: { $ref: '#/components/schemas/Kind' },
      size: { type: 'object', required: ['w'], properties: { w: { type: 'integer' } } },
      note: { type: ['string', 'null'] },
      secret: { type: 'string', writeOnly: true },
      created_at: { type: 'string', format: 'date-time', readOnly: true },
      children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
    },
  },
  Big: {
    allOf: [
      { $ref: '#/components/schemas/Node' },
      { type: 'object', required: ['extra', 'secret'], properties: { extra: { type: 'number' } } },
    ],
  },
  Loop: { $ref: '#/components/schemas/Loop' },
};
const schemas = createSchemaReader(components);
const validators = createValidators(components, anySchemaTools);
const node: JsonSchema = { $ref: '#/components/schemas/Node' };
const big: JsonSchema = { $ref: '#/components/schemas/Big' };

test('a shape follows references and merges allOf', () => {
  const { properties, required } = schemas.shapeOf(big);
  expect([...properties.keys()]).toContain('extra');
  expect([...required]).toEqual(['id', 'name', 'kind', 'size', 'created_at', 'extra', 'secret']);
});

test('a schema that refers to itself has no shape, and ends', () => {
  expect(schemas.shapeOf({ $ref: '#/components/schemas/Loop' }).properties.size).toBe(0);
});

test('cyclic schemas are checked to the bottom', () => {
  const value = { name: 'a', kind: 'big', size: { w: 1 }, children: [{ name: '' }] };
  expect(validators.check(node, value, 'request')).toMatchObject([
    { pointer: '/children/0/kind', code: 'required' },
    { pointer: '/children/0/size', code: 'required' },
    { pointer: '/children/0/name', code: 'min_length', message: 'must not be empty' },
  ]);
});

test('what the other side owns is required of that side only', () => {
  const sent = { name: 'a', kind: 'big', size: { w: 1 }, extra: 1, secret: 's' };
  expect(validators.check(big, sent, 'request')).toEqual([]);
  expect(validators.check(big, sent, 'response').map(({ pointer }) => pointer)).toEqual([
    '/id',
    '/created_at',
  ]);
});

test('what the server owns is left out of a request, at any depth', () => {
  const child = { id: 'n2', name: 'b', created_at: 'x' };
  const value = { id: 'n1', name: 'a', other: 1, children: [child] };
  expect(dropReadOnly(schemas, node, value)).toEqual({
    name: 'a',
    other: 1,
    children: [{ name: 'b' }],
  });
});

test('a row is completed with defaults, the time, null, and the plainest values', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(completeRow({ schemas, row: node }, { id: 'n1', extra: 2 }, now)).toEqual({
    id: 'n1',
    name: '',
    kind: 'small',
    size: { w: 0 },
    note: null,
    created_at: '2026-01-01T00:00:00Z',
    extra: 2,
  });
});

test.each([
  ['12', ['integer'], 12],
  ['-1.5e3', ['number'], -1500],
  ['0x10', ['integer'], '0x10'],
  ['1e999', ['number'], '1e999'],
  ['', ['integer'], ''],
  ['true', ['boolean'], true],
  ['yes', ['boolean'], 'yes'],
  ['12', ['string'], '12'],
])('the text %j as %j is %j', (text, types, value) => {
  expect(coerce(text, types)).toBe(value);
});
