import type { JsonSchema, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { anySchemaTools } from '../any-schema-tools.ts';
import type { SchemaFault } from '../schema-fault.ts';
import { createValidators } from '../validators.ts';

function check(schema: JsonSchema, value: JsonValue): readonly SchemaFault[] {
  return createValidators({}, anySchemaTools).check(schema, value, 'request');
}

/** `if`, `then` and `else` by position: an object with a member `then` looks like a promise. */
function conditional(...parts: readonly JsonSchema[]): JsonSchema {
  return Object.fromEntries(
    ['if', 'then', 'else'].map((word, index) => [word, parts[index] ?? true]),
  );
}

const dog: JsonSchema = {
  type: 'object',
  required: ['kind', 'barks'],
  properties: { kind: { const: 'dog' }, barks: { type: 'boolean' }, age: { type: 'integer' } },
};
const cat: JsonSchema = {
  type: 'object',
  required: ['lives'],
  properties: { kind: { enum: ['cat', 'lynx'] }, lives: { type: 'integer' } },
};
const rock: JsonSchema = {
  type: 'object',
  required: ['mass'],
  properties: { mass: { type: 'number' } },
};

test.each<[string, JsonSchema, JsonValue, [string, string][]]>([
  [
    'the branch of its tag',
    { oneOf: [cat, dog] },
    { kind: 'dog', barks: 1 },
    [
      ['/barks', 'type'],
      ['', 'one_of'],
    ],
  ],
  [
    'the tag, when no branch has it',
    { anyOf: [cat, dog] },
    { kind: 'cow' },
    [
      ['/kind', 'enum'],
      ['', 'any_of'],
    ],
  ],
  [
    'the branch with the fewest faults',
    { anyOf: [dog, rock] },
    { mass: 'x' },
    [
      ['/mass', 'type'],
      ['', 'any_of'],
    ],
  ],
  [
    'rather a missing field than a wrong type',
    { anyOf: [{ type: 'string' }, dog] },
    { kind: 'dog' },
    [
      ['/barks', 'required'],
      ['', 'any_of'],
    ],
  ],
  [
    'rather a wrong constant than a wrong type',
    { anyOf: [{ type: 'null' }, dog] },
    { kind: 'cow', barks: true },
    [
      ['/kind', 'const'],
      ['', 'any_of'],
    ],
  ],
  [
    'no branch, when too many match',
    { oneOf: [rock, { type: 'object' }] },
    { mass: 1 },
    [['', 'one_of']],
  ],
  [
    'what the condition asks for',
    conditional(dog, { required: ['age'] }),
    { kind: 'dog', barks: true },
    [
      ['/age', 'required'],
      ['', 'if'],
    ],
  ],
  [
    'what the condition else asks for',
    conditional(dog, true, { type: 'null' }),
    { kind: 'x' },
    [
      ['', 'type'],
      ['', 'if'],
    ],
  ],
])('a union names %s', (...[, schema, value, want]) => {
  const faults = check(schema, value);
  expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual(want);
});

test('a discriminator says which branch was meant', () => {
  const schemas = { Dog: { ...rock, required: ['a', 'b', 'c'] }, Stone: rock };
  const animal: JsonSchema = {
    oneOf: [{ $ref: '#/components/schemas/Stone' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'kind', mapping: { hound: '#/components/schemas/Dog' } },
  };
  const pointersOf = (kind: string): readonly string[] =>
    createValidators(schemas, anySchemaTools)
      .check(animal, { kind }, 'request')
      .map(({ pointer }) => pointer);
  expect(pointersOf('hound')).toEqual(['/a', '/b', '/c', '']);
  expect(pointersOf('Stone')).toEqual(['/mass', '']);
  expect(pointersOf('cow')).toEqual(['/mass', '']);
});

test('a union whose tag is missing is decided by all branches', () => {
  expect(check({ oneOf: [cat, rock] }, { lives: 9 })).toEqual([]);
  expect(check({ oneOf: [cat, dog] }, { lives: 9 })).toEqual([]);
});

test('what a branch that does not hold has seen, does not count', () => {
  const branch = { properties: { a: { type: 'string' } } };
  const schema = { anyOf: [branch, true], unevaluatedProperties: false };
  expect(check(schema, { a: 'x' })).toEqual([]);
  expect(check(schema, { a: 1 })).toMatchObject([{ pointer: '/a', code: 'unknown_field' }]);
});
