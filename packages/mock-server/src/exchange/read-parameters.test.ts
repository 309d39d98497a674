import type { JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { inputReader } from '../test-input.ts';

const text: JsonSchema = { type: 'string' };
const list: JsonSchema = { type: 'array', items: { type: 'string' } };
const rgb: JsonSchema = {
  type: 'object',
  properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } },
};
const colours = ['blue', 'black', 'brown'];
const mix = { R: 100, G: 200, B: 150 };

const Lists: JsonSchema = { type: 'array', items: { $ref: '#/components/schemas/Lists' } };

const created: JsonSchema = {
  anyOf: [{ type: 'object', properties: { gte: { type: 'integer' } } }, { type: 'integer' }],
};

test.each([
  ['a reference', { $ref: '#/components/schemas/Count' }, 'v=7', 7],
  ['a nullable number', { type: ['integer', 'null'] }, 'v=7', 7],
  ['null by an empty text', { type: ['integer', 'null'] }, 'v=', null],
  ['a text that may be null', { type: ['string', 'null'] }, 'v=', ''],
  ['a number or a word', { anyOf: [{ type: 'integer' }, { enum: ['all'] }] }, 'v=all', 'all'],
  ['a number or a word', { anyOf: [{ enum: ['all'] }, { type: 'integer' }] }, 'v=7', 7],
  ['a word that looks like a number', { enum: ['1', '2'] }, 'v=1', '1'],
  ['a number of an enum', { enum: [1, 2] }, 'v=1', 1],
  [
    'a text that only looks like a number',
    { oneOf: [{ type: 'integer', maximum: 5 }, { type: 'string' }] },
    'v=10',
    '10',
  ],
  ['true or a text', { type: ['boolean', 'string'] }, 'v=true', true],
  [
    'a list or one value',
    { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    'v=a',
    'a',
  ],
  [
    'a list of several',
    { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    'v=a&v=b',
    ['a', 'b'],
  ],
  ['an object or a number', created, 'v[gte]=5', { gte: 5 }],
  ['a number or an object', created, 'v=5', 5],
  ['a schema that says nothing', true, 'v=7', '7'],
  [
    'a part of allOf',
    { allOf: [{ $ref: '#/components/schemas/Count' }, { maximum: 9 }] },
    'v=7',
    7,
  ],
  ['a bracketed name', list, 'v[]=a&v[]=b', ['a', 'b']],
  ['a number or anything', { anyOf: [{}, { type: 'integer' }] }, 'v=7', 7],
  ['anything or a number', { anyOf: [{}, { type: 'integer' }] }, 'v=x', 'x'],
  ['an encoded comma', { type: 'array', items: { type: 'string' } }, 'v=a%2Cb', ['a,b']],
] as const)('%s is coerced as its schema says', (...row) => {
  const [, schema, query, want] = row;
  const parameters = [{ name: 'v', in: 'query', schema }] as const;
  const read = inputReader({ parameters, schemas: { Count: { type: 'integer' } } });
  expect(read({ url: `/things?${query}` })).toMatchObject({
    status: undefined,
    query: { v: want },
  });
});

test('values stay whole that hold an encoded delimiter, unless only the pieces are valid', () => {
  const parameter = { name: 'v', in: 'query', style: 'form', explode: false } as const;
  const texts = inputReader({ parameters: [{ ...parameter, schema: list }] });
  expect(texts({ url: '/things?v=a%2Cb,c' }).query).toEqual({ v: ['a,b', 'c'] });
  const numbers: JsonSchema = { type: 'array', items: { type: 'integer' } };
  const counts = inputReader({ parameters: [{ ...parameter, schema: numbers }] });
  expect(counts({ url: '/things?v=1%2C2' }).query).toEqual({ v: [1, 2] });
});

test.each([
  ['encoded in a segment', '/things/a%2Fb%2Cc,d', ['a/b,c', 'd']],
  ['a dot', '/things/a.b,c', ['a.b', 'c']],
])('a list in a path is split before it is decoded: %s', (_, url, want) => {
  const parameters = [{ name: 'v', in: 'path', schema: list }] as const;
  expect(inputReader({ path: '/things/{v}', parameters })({ url }).path).toEqual({ v: want });
});

test('a parameter between literals is read, encoded or not', () => {
  const parameters = [{ name: 'v', in: 'path', schema: list }] as const;
  const read = inputReader({ path: '/things/v-{v}.json', parameters });
  expect(read({ url: '/things/v-a,b.json' }).path).toEqual({ v: ['a', 'b'] });
  expect(read({ url: '/things/v-a%20b,c.json' }).path).toEqual({ v: ['a b', 'c'] });
  expect(read({ url: '/things/%76-a%20b.json' }).path).toEqual({ v: ['a b'] });
  expect(read({ url: '/things/v-a%2Cb,c.json/' }).path).toEqual({ v: ['a,b', 'c'] });
});

test.each([
  ['a text', { const: 'blue, black' }, ['blue, black']],
  ['a list', { type: 'array', const: colours }, ['blue, black', 'brown']],
  ['an object', { ...rgb, const: mix }, ['R,100,G,200,B,150']],
  ['a number', { type: 'integer', maximum: 3 }, ['3']],
] as const)('%s in a header is read', (_, schema, values) => {
  const parameters = [{ name: 'X-Color', in: 'header', schema, required: true }] as const;
  expect(inputReader({ parameters })({ headers: { 'x-color': values } }).status).toBeUndefined();
});

test.each([
  ['a list in one value', { 'x-n': ['1,x'] }],
  ['an object that is none', { 'x-rgb': ['R,100,G'] }],
  ['a header that came twice', { 'x-one': ['a', 'a'] }],
])('%s in a header is refused', (_, headers) => {
  const parameters = [
    { name: 'X-N', in: 'header', schema: { type: 'array', items: { type: 'integer' } } },
    { name: 'X-RGB', in: 'header', schema: rgb },
    { name: 'X-One', in: 'header', schema: text },
  ] as const;
  const [name = ''] = Object.keys(headers);
  const { status, errors } = inputReader({ parameters })({ headers });
  expect(status).toBe(422);
  expect(errors).toMatchObject([{ in: 'header' }]);
  expect(errors[0]?.parameter?.toLowerCase()).toBe(name);
});

test.each([
  ['session=abc; n=5', { in: 'cookie', name: 'n', schema: { type: 'integer', const: 5 } }],
  ['n="5"', { in: 'cookie', name: 'n', schema: { type: 'integer', const: 5 } }],
  ['n=a%20b', { in: 'cookie', name: 'n', schema: { const: 'a b' } }],
  ['n=a%20b', { in: 'cookie', name: 'n', style: 'cookie', schema: { const: 'a%20b' } }],
  ['n=a&n=b', { in: 'cookie', name: 'n', schema: { type: 'array', const: ['a', 'b'] } }],
  ['n=a; n=b', { in: 'cookie', name: 'n', schema: { type: 'array', const: ['a', 'b'] } }],
  ['R=100&G=200&B=150', { in: 'cookie', name: 'n', schema: { ...rgb, const: mix } }],
  ['R=100; G=200; B=150', { in: 'cookie', name: 'n', schema: { ...rgb, const: mix } }],
  [
    'n=a,b',
    { in: 'cookie', name: 'n', explode: false, schema: { type: 'array', const: ['a', 'b'] } },
  ],
] as const)('the cookies %s hold the value', (cookie, parameter) => {
  const read = inputReader({ parameters: [{ ...parameter, required: true }] });
  expect(read({ headers: { cookie: [cookie] } }).errors).toEqual([]);
  expect(read({ headers: { cookie: ['other=1'] } }).errors).toEqual([
    { parameter: 'n', in: 'cookie', code: 'required', message: 'n is required.' },
  ]);
});

test('a parameter that is described by content is JSON', () => {
  const schema: JsonSchema = { type: 'object', properties: { a: { type: 'integer' } } };
  const parameters = [
    { name: 'filter', in: 'query', contentType: 'application/json', schema },
    { name: 'X-Filter', in: 'header', contentType: 'application/json', schema },
  ] as const;
  const read = inputReader({ parameters });
  expect(read({ url: '/things?filter=%7B%22a%22%3A1%7D' }).query).toEqual({ filter: { a: 1 } });
  expect(read({ url: '/things?filter=%7B' }).errors).toMatchObject([
    { code: 'format', in: 'query' },
  ]);
  expect(read({ url: '/things?filter=%7B%22a%22%3A%22x%22%7D' }).errors).toMatchObject([
    { parameter: 'filter', code: 'type', message: 'filter[a] must be integer.' },
  ]);
  expect(read({ headers: { 'x-filter': ['{"a":1,"b":2}'] } }).errors).toEqual([]);
});

test('an empty value is taken where the document allows it', () => {
  const flag = { name: 'flag', in: 'query', schema: { type: 'boolean' } } as const;
  const read = inputReader({ parameters: [{ ...flag, allowEmptyValue: true }] });
  expect(read({ url: '/things?flag' })).toMatchObject({ status: undefined, query: { flag: '' } });
  expect(inputReader({ parameters: [flag] })({ url: '/things?flag' }).status).toBe(422);
});

test('an exploded object without declared members takes what no other parameter claims', () => {
  const parameters = [
    { name: 'limit', in: 'query', schema: { type: 'integer' } },
    {
      name: 'params',
      in: 'query',
      schema: { type: 'object', additionalProperties: { type: 'integer' } },
    },
  ] as const;
  const read = inputReader({ parameters, strict: true });
  expect(read({ url: '/things?limit=2&a=1&b=2' })).toMatchObject({
    errors: [],
    query: { limit: 2, params: { a: 1, b: 2 } },
  });
});

test.each([
  ['?limit=1', []],
  ['?limit=1&filter[a]=1&key=x', []],
  ['?limits=1&limits=2', ['limits']],
  ['?other[a]=1', ['other[a]']],
])('unknown parameters of %s are refused when the mock is strict', (query, want) => {
  const parameters = [
    { name: 'limit', in: 'query', schema: { type: 'integer' } },
    { name: 'filter', in: 'query', style: 'deepObject', schema: { type: 'object' } },
  ] as const;
  const securitySchemes = {
    key: { type: 'apiKey', in: 'query', name: 'key', extensions: {} },
  } as const;
  const lenient = inputReader({ parameters, securitySchemes });
  expect(lenient({ url: `/things${query}` }).errors).toEqual([]);
  const { errors } = inputReader({ parameters, securitySchemes, strict: true })({
    url: `/things${query}`,
  });
  expect(errors.map(({ parameter, code, in: place }) => [parameter, code, place])).toEqual(
    want.map((name) => [name, 'unknown_parameter', 'query']),
  );
});

test('a list of lists without end is refused, not followed', () => {
  const schema = { $ref: '#/components/schemas/Lists' };
  const read = inputReader({
    parameters: [{ name: 'v', in: 'query', schema }],
    schemas: { Lists },
  });
  expect(read({ url: '/things?v=x' }).errors).toMatchObject([{ parameter: 'v', code: 'type' }]);
  expect(read({ url: '/things?v=' }).query).toEqual({ v: [] });
});
