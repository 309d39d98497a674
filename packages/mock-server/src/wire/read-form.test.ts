import type { ApiContent, JsonSchema } from '@product/spec-model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSchemaReader } from '../schema/schema-shape.ts';
import type { Validators } from '../schema/validators.ts';
import { inputReader, type ReadInput } from '../test-input.ts';
import { buildTree } from './build-tree.ts';
import { createWireReader } from './type-wire.ts';

const mediaType = 'application/x-www-form-urlencoded';

function readForm(
  schema: JsonSchema,
  body: string,
  encoding: ApiContent['encoding'] = {},
): ReadInput {
  const content = [{ mediaType, schema, encoding, examples: [] }];
  const read = inputReader({
    requestBody: { required: true, content },
    schemas: { Address: { type: 'object', properties: { line1: { type: 'string' } } } },
  });
  return read({ body, headers: { 'content-type': [mediaType] } });
}

const clearable = (schema: JsonSchema): JsonSchema => ({
  anyOf: [schema, { type: 'string', enum: [''] }],
});

const order: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    amount: { type: 'integer' },
    live: { type: 'boolean' },
    name: { type: 'string' },
    expand: { type: 'array', items: { type: 'string' } },
    counts: { type: 'array', items: { type: 'integer' } },
    metadata: clearable({ type: 'object', additionalProperties: { type: 'string' } }),
    address: clearable({ $ref: '#/components/schemas/Address' }),
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['price'],
        properties: { price: { type: 'string' }, quantity: { type: 'integer' } },
      },
    },
    until: { anyOf: [{ type: 'string', enum: ['now'] }, { type: 'integer' }] },
    tiers: { anyOf: [{ type: 'string', enum: ['inf'] }, { type: 'number' }] },
    card: { type: 'object', required: ['number'], properties: { number: { type: 'string' } } },
    closed: { type: ['string', 'null'] },
    ended: { type: ['integer', 'null'] },
    'odd[]': { type: 'array', items: { type: 'string' } },
  },
};

test.each([
  ['amount=2000&live=true&name=7', { amount: 2000, live: true, name: '7' }],
  ['name=a+b%26c', { name: 'a b&c' }],
  ['expand[]=a&expand[]=b', { expand: ['a', 'b'] }],
  ['expand%5B%5D=a', { expand: ['a'] }],
  ['expand[0]=a&expand[1]=b', { expand: ['a', 'b'] }],
  ['expand=a&expand=b', { expand: ['a', 'b'] }],
  ['counts=7', { counts: [7] }],
  ['counts=', { counts: [] }],
  ['metadata[k]=v&metadata[0]=7', { metadata: { k: 'v', 0: '7' } }],
  ['metadata[0]=7', { metadata: { 0: '7' } }],
  ['metadata=', { metadata: '' }],
  ['address=', { address: '' }],
  ['address[line1]=', { address: { line1: '' } }],
  [
    'items[0][price]=p1&items[0][quantity]=2&items[1][price]=p2',
    { items: [{ price: 'p1', quantity: 2 }, { price: 'p2' }] },
  ],
  ['items[1][price]=p2&items[0][price]=p1', { items: [{ price: 'p1' }, { price: 'p2' }] }],
  [
    'items[][price]=p1&items[][quantity]=2&items[][price]=p2',
    { items: [{ price: 'p1', quantity: 2 }, { price: 'p2' }] },
  ],
  ['until=now', { until: 'now' }],
  ['until=1700000000', { until: 1_700_000_000 }],
  ['tiers=inf', { tiers: 'inf' }],
  ['tiers=1.5', { tiers: 1.5 }],
  ['closed=&ended=', { closed: '', ended: null }],
  ['odd[]=a', { 'odd[]': ['a'] }],
  ['address={"line1":"x"}', { address: { line1: 'x' } }],
  ['counts=[1,2]', { counts: [1, 2] }],
  ['&&amount=1&', { amount: 1 }],
])('the form %s is read', (form, want) => {
  const { errors, body } = readForm(order, form);
  expect(errors).toEqual([]);
  expect(body).toEqual(want);
});

test.each([
  ['amount=x', '/amount', 'type'],
  ['amount=1&amount=2', '/amount', 'type'],
  ['amount[a]=1', '/amount', 'type'],
  ['name=a&name[b]=c', '/name', 'type'],
  ['items[0][quantity]=2', '/items/0/price', 'required'],
  ['items[0][price]=p&items[1][quantity]=two', '/items/1/quantity', 'type'],
  ['card=x', '/card', 'type'],
  ['card[other]=x', '/card/number', 'required'],
  ['other[a][b]=1', '/other', 'unknown_field'],
  ['amount[=1', '/amount[', 'unknown_field'],
  ['[amount]=1', '/[amount]', 'unknown_field'],
  ['expand[]=a&expand[x]=b', '/expand/1', 'type'],
])('the form %s is refused with its pointer', (form, pointer, code) => {
  const { status, errors } = readForm(order, form);
  expect(status).toBe(422);
  expect(errors).toContainEqual(expect.objectContaining({ pointer, code }));
});

test('absent optional objects stay absent', () => {
  expect(readForm(order, 'amount=1').body).toEqual({ amount: 1 });
});

test.each([
  ['JSON of its own', { contentType: 'application/json' }, 'v=%7B%22a%22%3A%221%22%7D', { a: '1' }],
  ['one text with commas', { style: 'form', explode: false }, 'v=a,1', { a: '1' }],
  ['bars', { style: 'pipeDelimited', explode: false }, 'v=a|1', { a: '1' }],
  ['spaces', { style: 'spaceDelimited', explode: false }, 'v=a%201', { a: '1' }],
  ['brackets', { style: 'deepObject', explode: true }, 'v[a]=1', { a: '1' }],
])('a property may be encoded as %s', (...row) => {
  const [, encoding, form, want] = row;
  const v: JsonSchema = { type: 'object', properties: { a: { type: 'string' } } };
  const { body } = readForm({ type: 'object', properties: { v } }, form, { v: encoding });
  expect(body).toEqual({ v: want });
});

test.each([
  ['form', 'v=1,2', [1, 2]],
  ['pipeDelimited', 'v=1%7C2', [1, 2]],
])('a list may be one text: %s', (style, form, want) => {
  const v: JsonSchema = { type: 'array', items: { type: 'integer' } };
  const schema: JsonSchema = { type: 'object', properties: { v } };
  expect(readForm(schema, form, { v: { style, explode: false } }).body).toEqual({ v: want });
});

const shapes: JsonSchema = {
  oneOf: [
    {
      type: 'object',
      required: ['kind', 'size'],
      properties: { kind: { const: 'n' }, size: { type: 'integer' } },
    },
    {
      type: 'object',
      required: ['kind', 'size'],
      properties: { kind: { const: 't' }, size: { type: 'string' } },
    },
  ],
};

test.each([
  ['kind=n&size=7', { kind: 'n', size: 7 }],
  ['kind=t&size=7', { kind: 't', size: '7' }],
])('of alternatives the one that is valid decides the types: %s', (form, want) => {
  expect(readForm(shapes, form)).toMatchObject({ errors: [], body: want });
});

test('alternatives that take too long to check are tried once', () => {
  const deep = { next: { next: { x: '1' } } };
  let checks = 0;
  const slow: Validators = {
    check: () => {
      checks += 1;
      return [{ pointer: '', code: 'too_complex', message: 'takes too long to check' }];
    },
  };
  const next: JsonSchema = { $ref: '#/components/schemas/Tree' };
  const Tree = { oneOf: [{ properties: { next } }, { properties: { next, x: {} } }] };
  const fields = bracketed(deep, '');
  createWireReader(createSchemaReader({ Tree }), slow).typed(next, buildTree(fields) ?? '');
  expect(checks).toBe(1);
});

test('deep and endless alternatives end', () => {
  const Tree: JsonSchema = {
    oneOf: ['a', 'b', 'c'].map((name) => ({
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/Tree' }, [name]: { type: 'integer' } },
    })),
  };
  let checks = 0;
  const neverValid: Validators = {
    check: () => {
      checks += 1;
      return [{ pointer: '', code: 'one_of', message: 'must be one' }];
    },
  };
  const reader = createWireReader(createSchemaReader({ Tree }), neverValid);
  const tree = buildTree([[`next${'[next]'.repeat(30)}[x]`, '1']]);
  reader.typed({ $ref: '#/components/schemas/Tree' }, tree ?? '');
  expect(checks).toBeLessThan(150);
});

test.each([
  ['broken percent-encoding', 'a=%zz'],
  ['a name that nests too deep', `a${'[b]'.repeat(32)}=1`],
  ['too many fields', 'a=1&'.repeat(10_001)],
])('a form with %s is malformed', (_, form) => {
  expect(readForm(true, form).status).toBe(400);
});

test('hostile names are only names', () => {
  const { body } = readForm(true, '__proto__[x]=1&constructor[prototype][y]=2&a[__proto__]=3');
  expect(JSON.stringify(body)).toBe(
    '{"__proto__":{"x":"1"},"constructor":{"prototype":{"y":"2"}},"a":{"__proto__":"3"}}',
  );
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test('any fields survive a form', () => {
  const name = fc.string({ minLength: 1 }).filter((drawn) => !drawn.includes('['));
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), (fields) => {
      fc.pre(Object.keys(fields).length > 0);
      const text = new URLSearchParams(fields).toString();
      expect(readForm(true, text).body).toEqual({ ...fields });
    }),
  );
});

type Tree = string | { [name: string]: Tree } | Tree[];

function bracketed(value: Tree, name: string): [string, string][] {
  if (typeof value === 'string') return [[name, value]];
  return Object.entries(value).flatMap(([key, held]) =>
    bracketed(held, name === '' ? key : `${name}[${key}]`),
  );
}

test('any tree of texts survives brackets', () => {
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.dictionary(fc.stringMatching(/^[a-z_]\w*$/), tie('tree'), { minKeys: 1 }),
      fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    ),
  }));
  const root = fc.dictionary(fc.stringMatching(/^[a-z_]\w*$/), tree, { minKeys: 1 });
  fc.assert(
    fc.property(root, (value) => {
      const form = new URLSearchParams(bracketed(value, '')).toString();
      expect(readForm(true, form).body).toEqual({ ...value });
    }),
  );
});
