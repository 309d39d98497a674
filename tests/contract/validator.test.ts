import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import type { JsonSchema, JsonValue } from '@product/spec-model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySchemaTools } from '../../packages/mock-server/src/schema/any-schema-tools.ts';
import { createValidators } from '../../packages/mock-server/src/schema/validators.ts';

const name = fc.constantFrom('a', 'b', 'c', '__proto__', 'x/y');
const text = fc.constantFrom('', 'a', 'b', 'ab', 'abc', '😀', '😀a');
const whole = fc.integer({ min: -1, max: 4 });
const count = fc.integer({ min: 0, max: 3 });
const plain: fc.Arbitrary<JsonValue> = fc.oneof(
  whole,
  text,
  fc.constantFrom<JsonValue>(null, true, false, 0.5, 1.5),
);

const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    plain,
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
}));

const conditional = ['if', 'then', 'else'];
const typeName = fc.constantFrom(
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
);
const pattern = fc.constantFrom('^a', 'b$', '^[ab]+$', '^(a|b)*$', '.');

const flat = fc.oneof<fc.Arbitrary<JsonSchema>[]>(
  fc.boolean(),
  fc.record({ type: fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 3 })) }),
  fc.record({ const: value }),
  fc.record({ enum: fc.uniqueArray(plain, { minLength: 1, maxLength: 4 }) }),
  fc.record(
    {
      minimum: whole,
      maximum: whole,
      exclusiveMinimum: whole,
      multipleOf: fc.constantFrom(2, 0.5),
    },
    { requiredKeys: [] },
  ),
  fc.record({ minLength: count, maxLength: count, pattern }, { requiredKeys: [] }),
  fc.record({ minItems: count, maxItems: count, uniqueItems: fc.boolean() }, { requiredKeys: [] }),
  fc.record(
    {
      minProperties: count,
      maxProperties: count,
      required: fc.uniqueArray(name, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  fc.record({ dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 })) }),
  fc.record({
    $ref: fc.constantFrom('#/components/schemas/A', '#/components/schemas/B'),
  }),
);

const tagged = fc.record({
  type: fc.constant('object'),
  required: fc.constantFrom(['a'], []),
  properties: fc.record({ a: fc.record({ const: fc.constantFrom('a', 'b', 'ab') }), b: flat }),
});

const schema = fc.letrec<{
  schema: JsonSchema;
  list: JsonSchema[];
  map: { [name: string]: JsonSchema };
}>((tie) => ({
  list: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
  map: fc.dictionary(name, tie('schema'), { maxKeys: 3, noNullPrototype: true }),
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'schema' },
    flat,
    fc.record(
      {
        properties: tie('map'),
        patternProperties: fc.dictionary(pattern, tie('schema'), { maxKeys: 2 }),
        additionalProperties: tie('schema'),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        unevaluatedProperties: tie('schema'),
      },
      { requiredKeys: ['properties'] },
    ),
    fc.record(
      {
        prefixItems: tie('list'),
        items: tie('schema'),
        contains: tie('schema'),
        minContains: count,
        maxContains: count,
        unevaluatedItems: tie('schema'),
      },
      { requiredKeys: [] },
    ),
    fc.record({ allOf: tie('list'), properties: tie('map'), unevaluatedProperties: tie('schema') }),
    fc.record(
      { anyOf: tie('list'), unevaluatedProperties: fc.boolean() },
      { requiredKeys: ['anyOf'] },
    ),
    fc.record({ oneOf: tie('list'), unevaluatedItems: fc.boolean() }, { requiredKeys: ['oneOf'] }),
    fc.record(
      {
        oneOf: fc.array(tagged, { minLength: 2, maxLength: 3 }),
        unevaluatedProperties: fc.boolean(),
      },
      { requiredKeys: ['oneOf'] },
    ),
    fc.record({ not: tie('schema') }),
    fc
      .tuple(tie('schema'), tie('schema'), tie('schema'))
      .map((parts) =>
        Object.fromEntries(conditional.map((word, index) => [word, parts[index] ?? true])),
      ),
    fc.record({ propertyNames: tie('schema') }),
    fc.record({ dependentSchemas: tie('map') }),
  ),
})).schema;

interface AnyCase {
  readonly schema: JsonSchema;
  readonly schemas: { readonly [name: string]: JsonSchema };
  readonly values: readonly JsonValue[];
}

const anyCase: fc.Arbitrary<AnyCase> = fc.record({
  schema,
  // Through a member, so that a schema that refers to itself gets to the end of every value.
  schemas: fc.record({
    A: fc.record({ properties: fc.record({ a: schema }) }),
    B: fc.record({ items: schema, required: fc.constantFrom(['b'], []) }),
  }),
  values: fc.array(value, { minLength: 4, maxLength: 10 }),
});

const dialect = 'https://json-schema.org/draft/2020-12/schema';
const place = 'https://witness.test/schema';

/** What Hyperjump, which shares no code with us, says of each value. */
async function witness({ schema, schemas, values }: AnyCase): Promise<readonly boolean[]> {
  const whole = JSON.stringify({ $schema: dialect, allOf: [schema], $defs: schemas });
  registerSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')), place);
  const validator = await validate(place);
  unregisterSchema(place);
  // Hyperjump's own JSON type is mutable.
  return values.map((value) => validator(JSON.parse(JSON.stringify(value))).valid);
}

test('any schema holds for the values for which an independent validator says so', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async (some) => {
      const { check } = createValidators(some.schemas, anySchemaTools);
      const said = some.values.map((value) => check(some.schema, value, 'request').length === 0);
      expect(said).toEqual(await witness(some));
    }),
    { numRuns: 300 },
  );
});
