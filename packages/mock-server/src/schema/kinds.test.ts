import type { JsonObject } from '@product/spec-model';
import { expect, test } from 'vitest';
import { kindOf, kindsOf } from './kinds.ts';
import { createSchemaReader } from './schema-shape.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const pets = { oneOf: [ref('Cat'), ref('Dog')] };
const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  ...{ type: 'object', properties, required },
});
const plain = { Cat: object({ lives: true }), Dog: object({ breed: true }) };

type Schemas = { readonly [name: string]: JsonObject };

test.each<[string, JsonObject, Schemas, (readonly string[])?]>([
  [
    'a member with values of its own',
    pets,
    { Cat: object({ is: { const: 'cat' } }), Dog: object({ is: { enum: ['dog', 'puppy'] } }) },
    ['cat', 'dog', 'puppy'],
  ],
  [
    'nothing where they share a value',
    pets,
    {
      Cat: object({ is: { enum: ['cat', 'pet'] } }),
      Dog: object({ is: { enum: ['dog', 'pet'] } }),
    },
  ],
  ['the discriminator', { ...pets, discriminator: { propertyName: 'is' } }, plain, ['Cat', 'Dog']],
  [
    'the names of its mapping, in the place of those of the schemas',
    { ...pets, discriminator: { propertyName: 'is', mapping: { dog: 'Dog' } } },
    plain,
    ['dog', 'Cat'],
  ],
  [
    'what each of them alone must have',
    pets,
    { Cat: object({ lives: true }, 'lives'), Dog: object({ breed: true }, 'breed') },
    ['lives', 'breed'],
  ],
  [
    'nothing where one of them must have nothing of its own',
    pets,
    { Cat: object({ lives: true }, 'lives'), Dog: object({ breed: true }) },
  ],
])('kinds are told apart by %s', (...[, union, schemas, want]) => {
  // What is found out is kept by the schema.
  const kinds = kindsOf(createSchemaReader(schemas), { ...union });
  expect(kinds && [...kinds.schemas.keys()]).toEqual(want);
});

test.each<[JsonObject, string]>([
  [{ is: 'Dog' }, 'breed'],
  [{ is: 'Cat' }, 'lives'],
  [{ is: 'constructor' }, 'lives'],
  [{}, 'lives'],
])('%j is of the kind that has %s', (value, member) => {
  const union = { ...pets, discriminator: { propertyName: 'is' } };
  const kinds = kindsOf(createSchemaReader(plain), union);
  expect(kinds && kindOf(kinds, value)['properties']).toEqual({ [member]: true });
});
