import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { createRandom } from '../random/random.ts';
import { anySchemaTools } from '../schema/any-schema-tools.ts';
import { createSchemaReader } from '../schema/schema-shape.ts';
import { createValidators } from '../schema/validators.ts';
import { createDataMaker } from './create-data-maker.ts';
import type { Wish } from './data-maker.ts';

const now = Date.UTC(2026, 0, 1);
const text = { type: 'string' };

const components: { readonly [name: string]: JsonSchema } = {
  Tree: {
    type: 'object',
    required: ['name'],
    properties: {
      name: text,
      parent: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'null' }] },
      twin: { $ref: '#/components/schemas/Tree' },
      children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    },
  },
  Endless: {
    type: 'object',
    required: ['next'],
    properties: { next: { $ref: '#/components/schemas/Endless' } },
  },
  Cat: {
    type: 'object',
    required: ['kind', 'lives'],
    properties: { kind: text, lives: { type: 'integer', minimum: 9 } },
  },
  Dog: {
    type: 'object',
    required: ['kind', 'bark'],
    properties: { kind: text, bark: { type: 'boolean' } },
  },
};

const schemas = createSchemaReader(components);
const validators = createValidators(components, anySchemaTools);
const data = createDataMaker({ schemas, validators });

function make(schema: JsonSchema, wish: Partial<Wish> = {}): JsonValue | undefined {
  return data.make(schema, { random: createRandom(1), now, direction: 'response', ...wish });
}

function object(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: 'object', properties, ...more };
}

test.each<[string, JsonSchema, JsonValue]>([
  ['a constant', { const: 'a', example: 'b' }, 'a'],
  ['the only choice', { enum: ['a'], default: 'b' }, 'a'],
  ['the example before the default', { ...text, example: 'a', default: 'b' }, 'a'],
  ['the first of the examples', { ...text, examples: ['a', 'b'] }, 'a'],
  ['the default before a choice', { enum: ['a', 'b'], default: 'b' }, 'b'],
  ['the first choice', { enum: ['a', 'b'] }, 'a'],
  ['an example that is null', { type: ['string', 'null'], default: null }, null],
  ['the nearest example', { allOf: [{ ...text, example: 'far' }], example: 'near' }, 'near'],
])('of what the document shows, %s is taken', (_, schema, want) => {
  expect(make(schema)).toBe(want);
});

test('an example or a default that the schema refuses is not used', () => {
  const schema = { type: 'integer', minimum: 5, maximum: 7, example: 3, default: '6' };
  expect(make(schema)).toSatisfy((made: number) => made >= 5 && made <= 7);
});

test('one wrong example does not spoil the others', () => {
  const schema = object({ a: { type: 'integer', example: 'x' }, b: { ...text, example: 'good' } });
  expect(make(schema)).toEqual({ a: expect.any(Number), b: 'good' });
});

test('what must be absent is left out, and nothing else', () => {
  const schema = object({ a: text, b: text }, { not: { required: ['b'] } });
  expect(make(schema)).toEqual({ a: expect.any(String) });
});

test('without examples the defaults stay, and any of the choices is drawn', () => {
  const schema = object({ a: { ...text, example: 'x', default: 'd' }, b: { enum: [1, 2, 3] } });
  const drawn = Array.from({ length: 20 }, (_, seed) =>
    make(schema, { random: createRandom(seed), examples: false }),
  );
  expect(new Set(drawn.map((value) => JSON.stringify(value)))).toEqual(
    new Set(['{"a":"d","b":1}', '{"a":"d","b":2}', '{"a":"d","b":3}']),
  );
});

test.each<[string, JsonObject, RegExp]>([
  ['email', text, /^[a-z]+\.[a-z]+@example\.com$/],
  ['firstName', text, /^[A-Z][a-z]+$/],
  ['phone_number', text, /^\+1202555/],
  ['country', { ...text, maxLength: 2 }, /^[A-Z]{2}$/],
  ['country', text, /^[A-Z][a-z]+( [A-Z][a-z]+)?$/],
  ['currency', text, /^USD$/],
  ['currency', { ...text, description: 'In lowercase.' }, /^usd$/],
  ['avatarUrl', text, /^https:\/\/example\.com\/.+\.png$/],
  ['token_type', text, /^Bearer$/],
  ['scope', text, /^read$/],
  ['expires_in', { type: 'integer' }, /^3600$/],
  ['created_at', text, /^2025-1.*Z$/],
  ['born_on', text, /^\d{4}-\d\d-\d\d$/],
  ['customer_id', text, /^customer_[0-9A-Za-z]{14}$/],
  ['id', text, /^[0-9A-Za-z]{14}$/],
  ['sha', text, /^[0-9a-f]{40}$/],
  ['color', text, /^#[0-9a-f]{6}$/],
  ['x', { ...text, format: 'uuid' }, /^[0-9a-f-]{36}$/],
  ['x', { ...text, format: 'date' }, /^\d{4}-\d\d-\d\d$/],
  ['x', { ...text, format: 'decimal' }, /^\d+\.\d\d$/],
  ['x', { ...text, format: 'ipv4' }, /^192\.0\.2\.\d+$/],
  ['x', { ...text, pattern: '^K[0-9]{3}$' }, /^K\d{3}$/],
  ['x', { ...text, format: 'email', minLength: 60 }, /^x+.*@example\.com$/],
  ['x', { ...text, minLength: 300, maxLength: 300 }, /^.{300}$/],
  ['x', { type: 'integer', format: 'unix-time' }, /^176\d{7}$/],
  ['updated', { type: 'integer' }, /^176\d{7}$/],
  ['updated_at', { type: 'integer', description: 'In milliseconds.' }, /^176\d{10}$/],
  ['latitude', { type: 'number' }, /^-?\d+\.\d+$/],
  ['amount', { type: 'integer' }, /^\d{3,5}$/],
  ['x', { type: 'number', multipleOf: 0.1, minimum: 0.25, maximum: 0.35 }, /^0\.3$/],
  ['x', { type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 1.001 }, /^1\.000\d+$/],
  ['x', { type: 'integer', minimum: 1e18 }, /^1\d{18}$/],
  ['enabled', { type: 'boolean' }, /^true$/],
  ['deleted', { type: 'boolean' }, /^false$/],
])('a field %s of %j looks like one', (name, schema, looks) => {
  expect(String(make(schema, { name }))).toMatch(looks);
});

test('dates of an object are in order', () => {
  const names = ['created_at', 'started_at', 'updated_at', 'expires_at'];
  const date = { ...text, format: 'date-time' };
  const schema = object(Object.fromEntries(names.map((name) => [name, date])));
  for (let seed = 0; seed < 50; seed++) {
    const made = Object.values(Object(make(schema, { random: createRandom(seed) }))).map(String);
    expect(made).toEqual([...made].sort());
    expect(Date.parse(made[2] ?? '')).toBeLessThanOrEqual(now);
    expect(Date.parse(made[3] ?? '')).toBeGreaterThan(now);
  }
  expect(make(schema, { createdAt: now })).toMatchObject({ updated_at: '2026-01-01T00:00:00Z' });
});

test('what has not happened yet is null where it may be', () => {
  const date = { type: ['string', 'null'], format: 'date-time' };
  expect(make(object({ deleted_at: date, next_cursor: date }))).toEqual({
    deleted_at: null,
    next_cursor: null,
  });
});

test('what contains itself ends: null, left out, or empty', () => {
  const tree = make({ $ref: '#/components/schemas/Tree' });
  expect(tree).toEqual({ name: expect.any(String), parent: null, children: [] });
});

test('a schema that needs itself without end has no value', () => {
  expect(make({ $ref: '#/components/schemas/Endless' })).toBeUndefined();
  expect(make(false)).toBeUndefined();
  expect(make({ allOf: [text, { type: 'integer' }] })).toBeUndefined();
});

test('where an object may stand for its id, the id is made', () => {
  const customer = { anyOf: [{ $ref: '#/components/schemas/Dog' }, text] };
  expect(make(object({ customer }))).toEqual({ customer: expect.stringMatching(/^customer_/) });
});

test('an alternative is told by its discriminator', () => {
  const mapping = { feline: '#/components/schemas/Cat', canine: '#/components/schemas/Dog' };
  const oneOf = Object.values(mapping).map(($ref) => ({ $ref }));
  const schema = { oneOf: [...oneOf].reverse(), discriminator: { propertyName: 'kind', mapping } };
  expect(make(schema)).toMatchObject({ kind: 'canine', bark: expect.any(Boolean) });
});

test('an alternative that fits what is given is chosen', () => {
  const variant = (kind: string) => object({ kind: { const: kind }, [kind]: text });
  const schema = { oneOf: ['a', 'b', 'c'].map(variant) };
  expect(make(schema, { given: { kind: 'c' } })).toMatchObject({
    kind: 'c',
    c: expect.any(String),
  });
});

test.each<[string, JsonObject]>([
  [
    'if and then',
    object({ a: { const: 1 } }, JSON.parse('{"if":{"required":["a"]},"then":{"required":["b"]}}')),
  ],
  ['dependentRequired', object({ a: text, b: text }, { dependentRequired: { a: ['b'] } })],
  ['dependentSchemas', object({ a: text }, { dependentSchemas: { a: { required: ['b'] } } })],
  ['not required', object({ a: text, b: text }, { not: { required: ['b'] } })],
  ['maxProperties', object({ a: text, b: text, c: text }, { required: ['c'], maxProperties: 2 })],
  ['minProperties', object({}, { minProperties: 3, additionalProperties: { type: 'integer' } })],
  ['patternProperties', object({}, { patternProperties: { '^x-': text }, minProperties: 1 })],
  ['propertyNames', object({}, { propertyNames: { enum: ['p', 'q'] }, minProperties: 2 })],
  [
    'closed allOf',
    { allOf: [object({ a: text }, { additionalProperties: false }), object({ b: text })] },
  ],
  ['contains', { type: 'array', contains: { const: 7 }, minContains: 2, minItems: 3 }],
  ['prefixItems', { type: 'array', prefixItems: [text, { type: 'integer' }], items: false }],
  ['uniqueItems', { type: 'array', items: { enum: [1, 2, 3] }, uniqueItems: true, minItems: 3 }],
  ['oneOf that overlaps', { oneOf: [object({ a: text }), object({ b: text })] }],
  ['a property named __proto__', object(Object.fromEntries([['__proto__', text]]))],
])('%s is honoured', (_, schema) => {
  for (const examples of [true, false]) {
    const made = make(schema, { examples });
    expect(made).toBeDefined();
    expect(validators.check(schema, made ?? null, 'response')).toEqual([]);
  }
});

test('the other side’s properties are left out', () => {
  const schema = object(
    { id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true }, a: text },
    { required: ['id', 'secret'] },
  );
  expect(Object.keys(Object(make(schema)))).toEqual(['id', 'a']);
  expect(Object.keys(Object(make(schema, { direction: 'request' })))).toEqual(['secret', 'a']);
});

test('with no optional members an object has what it must, and null where it may', () => {
  const properties = { a: text, b: { type: ['string', 'null'] }, c: text };
  const schema = object(properties, { required: ['a', 'b'] });
  expect(make(schema, { optional: 'none' })).toEqual({ a: expect.any(String), b: null });
});

test('of optional members only those that are named are made, and in objects all', () => {
  const inner = object({ city: text, street: text });
  const schema = object({ id: text, name: text, note: text, home: inner }, { required: ['id'] });
  const made = make(schema, { given: { note: 'kept' }, only: new Set(['home']) });
  expect(made).toEqual({
    ...{ id: expect.any(String), note: 'kept' },
    home: { city: expect.any(String), street: expect.any(String) },
  });
});

test('what is given stays, even where it is wrong, and what is looked up is used where it fits', () => {
  const schema = object({ a: { type: 'integer' }, b: { type: 'integer' }, c: { type: 'integer' } });
  const lookUp = (name: string): JsonValue => (name === 'b' ? 42 : 'no number');
  expect(make(schema, { given: { a: 'given', z: 1 }, lookUp })).toEqual({
    ...{ a: 'given', b: 42, c: expect.any(Number), z: 1 },
  });
  expect(make({ type: 'integer' }, { name: 'b', lookUp })).toBe(42);
});

test('an example of an object gives its members, but not instead of what is given', () => {
  const properties = { id: { type: 'integer' }, name: text, tag: text };
  const schema = object(properties, { required: ['id'], example: { id: 1, name: 'doggie' } });
  expect(make(schema)).toEqual({ id: 1, name: 'doggie' });
  expect(make(schema, { given: { id: 7 } })).toEqual({ id: 7, name: 'doggie' });
});

test('a value that nests without end stays small', () => {
  const wide = (depth: number): JsonObject =>
    depth === 0
      ? text
      : object(Object.fromEntries('abcdefgh'.split('').map((name) => [name, wide(depth - 1)])));
  const { length } = JSON.stringify(make(wide(5)));
  expect(length).toBeGreaterThan(300);
  expect(length).toBeLessThan(10_000);
});

test('the same chance gives the same bytes for ever', () => {
  const names = ['id', 'name', 'email', 'amount', 'created_at', 'city', 'tags'];
  const schema = object({
    ...Object.fromEntries(names.map((name) => [name, text])),
    tags: { type: 'array', items: text },
  });
  expect(JSON.stringify(make(schema))).toMatchInlineSnapshot(
    `"{"id":"A0ZDrIXhulmeN5","name":"Grace Gupta","email":"grace.gupta@example.com","amount":"43.57","created_at":"2025-12-01T03:38:41Z","city":"Oslo","tags":["falcon","meadow"]}"`,
  );
});
