import { type ApiModel, type JsonObject, type JsonSchema, readApi } from '@product/spec-model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDataMaker } from '../../packages/mock-server/src/data/create-data-maker.ts';
import type { DataMaker, Wish } from '../../packages/mock-server/src/data/data-maker.ts';
import { createRandom } from '../../packages/mock-server/src/random/random.ts';
import { anySchemaTools } from '../../packages/mock-server/src/schema/any-schema-tools.ts';
import { createSchemaReader } from '../../packages/mock-server/src/schema/schema-shape.ts';
import {
  createValidators,
  type Validators,
} from '../../packages/mock-server/src/schema/validators.ts';
import { exampleDocuments, githubDocument, stripeDocument } from './documents.ts';

const now = Date.UTC(2026, 0, 1);

interface Ground {
  readonly data: DataMaker;
  readonly validators: Validators;
}

function groundOf(components: { readonly [name: string]: JsonSchema }): Ground {
  const schemas = createSchemaReader(components);
  const validators = createValidators(components, anySchemaTools);
  return { validators, data: createDataMaker({ schemas, validators }) };
}

function make({ data }: Ground, schema: JsonSchema, wish: Partial<Wish> = {}) {
  return data.make(schema, { random: createRandom(1), now, direction: 'response', ...wish });
}

const name = fc.constantFrom(
  ...['id', 'email', 'createdAt', 'status', 'amount', 'url', 'tags', 'country', 'x/y~z'],
  // Ajv passes over `__proto__`, so that name is for the maker's own tests.
  ...['constructor', 'Größe'],
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const text = fc
  .tuple(fc.nat(12), fc.nat(40), maybe(fc.constantFrom('^[a-z]*$', '^(a|b)+$', '\\d')))
  .map(([least, more, pattern]) => ({
    ...{ type: 'string', minLength: least, maxLength: least + more + 1 },
    ...(pattern === undefined ? {} : { pattern }),
  }));
const number = fc
  .tuple(
    fc.constantFrom('integer', 'number'),
    fc.integer({ min: -1000, max: 1000 }),
    fc.nat(500),
    maybe(fc.constantFrom(1, 2, 5, 0.5, 0.1)),
  )
  .map(([type, minimum, range, multipleOf]) => ({
    ...{ type, minimum, maximum: minimum + range + 10 },
    ...(multipleOf === undefined ? {} : { multipleOf }),
  }));
const plain: fc.Arbitrary<JsonObject> = fc.oneof(
  text,
  number,
  fc.constantFrom<JsonObject>(
    ...[{ type: 'boolean' }, { type: ['string', 'null'] }, { type: ['null', 'integer'] }],
    ...[{ enum: ['a', 'b', null] }, { const: 7 }, { type: 'number', exclusiveMinimum: 3 }],
    ...[{ enum: [1, 2], default: 2 }, { type: 'string', default: 7 }, { type: 'string' }],
    ...[
      { type: 'string', examples: [7, 'seven'] },
      { exclusiveMaximum: 0, type: 'integer' },
    ],
  ),
);
const ref = fc.constantFrom({ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' });

// Every one of these schemas has a value, unless a component needs itself without end.
const { schema, object } = fc.letrec<{ schema: JsonObject; object: JsonObject }>((tie) => ({
  object: fc
    .record({
      properties: fc.dictionary(name, tie('schema'), { maxKeys: 5, noNullPrototype: true }),
      required: fc.uniqueArray(name, { maxLength: 3 }),
      rest: fc.constantFrom<JsonObject>(
        ...[{}, { additionalProperties: { type: 'integer' } }, { minProperties: 2 }],
        ...[{ patternProperties: { '^p_': { type: 'boolean' } } }],
        { propertyNames: { pattern: '^[^0-9]+' } },
      ),
    })
    .map(({ properties, required, rest }) => ({ type: 'object', properties, required, ...rest })),
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'schema' },
    plain,
    tie('object'),
    fc.tuple(tie('schema'), fc.nat(2), fc.nat(2)).map(([items, minItems, more]) => ({
      ...{ type: 'array', items, minItems, maxItems: minItems + more },
    })),
    fc.constant({ type: 'array', uniqueItems: true, minItems: 3, items: { type: 'integer' } }),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((tags) => ({
      oneOf: tags.map((tag) => ({
        ...{ type: 'object', properties: { [tag]: { type: 'string' }, tag: { const: tag } } },
        required: ['tag', tag],
      })),
    })),
    fc
      .tuple(tie('object'), number)
      .map(([object, more]) => ({ allOf: [object, { properties: { more } }] })),
    ref,
  ),
}));

test('whatever is made of a schema an independent validator accepts', () => {
  let made = 0;
  fc.assert(
    fc.property(schema, fc.record({ A: object, B: object }), fc.nat(99), (root, schemas, seed) => {
      const ground = groundOf(schemas);
      const wish = (): Partial<Wish> => ({
        ...{ random: createRandom(seed), examples: seed % 2 === 0 },
      });
      const value = make(ground, root, wish());
      if (value === undefined) return;
      made++;
      const ajv = new Ajv2020({
        strict: false,
        logger: false,
        validateFormats: false,
        multipleOfPrecision: 9,
        ownProperties: true,
      });
      const whole = { ...root, components: { schemas } };
      const accepts = ajv.compile(JSON.parse(JSON.stringify(whole)));
      expect([accepts(value), accepts.errors]).toEqual([true, null]);
      expect(make(ground, root, wish())).toEqual(value);
    }),
    { numRuns: 100 },
  );
  expect(made).toBeGreaterThan(85);
});

interface Tally {
  /** Schemas of components, requests and responses. */
  readonly tried: number;
  /** Where the schemas are for which there is no value. */
  readonly none: readonly string[];
  /** Where the values are that their schema refuses. */
  readonly wrong: readonly string[];
  readonly longest: number;
}

type Place = readonly [name: string, schema: JsonSchema, direction: Wish['direction']];

// Every schema by itself, as the component that it is or as the body of an operation.
function placesOf({ schemas, operations }: ApiModel): readonly Place[] {
  const tokenOf = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
  return [
    ...Object.keys(schemas).map((component): Place => {
      const schema = { $ref: `#/components/schemas/${tokenOf(component)}` };
      return [component, schema, 'response'];
    }),
    ...operations.flatMap(({ id, requestBody }) =>
      (requestBody?.content ?? []).map(({ schema = true }): Place => [id, schema, 'request']),
    ),
    ...operations.flatMap(({ id, responses }) =>
      responses.flatMap(({ status, content }) =>
        content.map(({ schema = true }): Place => [`${id} ${status}`, schema, 'response']),
      ),
    ),
  ];
}

async function makeAll(path: string): Promise<Tally> {
  const { model } = await readApi(path);
  const ground = groundOf(model.schemas);
  const places = placesOf(model);
  const none: string[] = [];
  const wrong: string[] = [];
  let longest = 0;
  const ways = [true, false].flatMap((examples) => places.map((place) => ({ place, examples })));
  for (const { place: at, examples } of ways) {
    const [place, schema, direction] = at;
    const value = make(ground, schema, { direction, examples });
    if (value === undefined) none.push(place);
    else if (ground.validators.check(schema, value, direction).length > 0) wrong.push(place);
    longest = Math.max(longest, JSON.stringify(value ?? null).length);
  }
  return { tried: places.length, none, wrong, longest };
}

test.skipIf(stripeDocument === undefined)(
  'every schema of Stripe has a value of some kilobytes (STRIPE_SPEC, else it is skipped)',
  async () => {
    const { tried, none, wrong, longest } = await makeAll(stripeDocument ?? '');
    expect(tried).toBeGreaterThan(2000);
    expect([none, wrong]).toEqual([[], []]);
    expect(longest).toBeLessThan(16_000);
  },
  60_000,
);

test('every schema of GitHub has a value', async () => {
  const { tried, none, wrong } = await makeAll(githubDocument);
  expect(tried).toBeGreaterThan(3000);
  expect([none, wrong]).toEqual([[], []]);
}, 60_000);

// An object that needs itself; `allOf` of a text and a number; `oneOf` of schemas that are the same.
const IMPOSSIBLE =
  /^(TreeNode|quirks_\w+Allof|directCircular.*|postPotentiallyUndefinedFormData)$/i;
const SAME_ERRORS = /readme-legacy/;

test.each(exampleDocuments())('every schema of $name has a value', async ({ name, path }) => {
  const { none, wrong } = await makeAll(path);
  const possible = none.filter((place) => !IMPOSSIBLE.test(place) && !SAME_ERRORS.test(name));
  expect([possible, wrong]).toEqual([[], []]);
});
