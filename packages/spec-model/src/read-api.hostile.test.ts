import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from './api-model.ts';
import { readApi } from './read-api.ts';
import { writeFiles } from './testing/write-files.ts';

const schemas = {
  Pet: {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'integer', minimum: 1 },
      owner: { $ref: '#/components/schemas/Owner' },
      kind: { enum: ['cat', 'dog'] },
    },
  },
  Owner: {
    allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { pets: { items: {} } } }],
  },
  Base: { anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/Pet' }] },
};
const content = {
  'application/json': {
    schema: { $ref: '#/components/schemas/Pet' },
    examples: { one: { value: 1 } },
    encoding: { id: { style: 'form', explode: true } },
  },
};
const rich = {
  openapi: '3.0.3',
  info: { title: 'T', version: '1' },
  servers: [{ url: 'https://{a}.example.com/v1', variables: { a: { default: 'b', enum: ['b'] } } }],
  tags: [{ name: 'pets' }],
  security: [{ key: [] }],
  paths: {
    '/pets/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      get: {
        operationId: 'pets.get',
        tags: ['pets'],
        security: [{ key: ['a'] }],
        responses: {
          '200': { $ref: '#/components/responses/Pet' },
          default: { description: 'd', headers: { 'X-A': { schema: { type: 'string' } } } },
        },
        callbacks: { done: { '{$url}': { post: { requestBody: { content } } } } },
      },
      put: { requestBody: { required: true, content }, responses: {} },
    },
  },
  components: {
    schemas,
    parameters: { Id: { name: 'id', in: 'path', required: true, schema: { type: 'integer' } } },
    responses: { Pet: { description: 'd', content } },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  },
};
const swagger = {
  swagger: '2.0',
  host: 'a.example.com',
  schemes: ['https'],
  consumes: ['application/json'],
  produces: ['application/json'],
  paths: {
    '/pets': {
      parameters: [{ $ref: '#/parameters/Limit' }],
      post: {
        consumes: ['application/json'],
        parameters: [
          { name: 'body', in: 'body', schema: { $ref: '#/definitions/Pet' } },
          { name: 'a', in: 'header', type: 'array', items: { type: 'string' } },
        ],
        responses: { '200': { description: 'd', schema: { $ref: '#/definitions/Pet' } } },
      },
    },
  },
  parameters: { Limit: { name: 'limit', in: 'query', type: 'integer' } },
  definitions: { Pet: { type: 'object', properties: { id: { type: 'integer' } } } },
  securityDefinitions: { key: { type: 'basic' } },
};

/** The document with the value at a place, counted in a walk, replaced by another. */
function replaceAt(document: JsonValue, index: number, value: JsonValue): JsonValue {
  let left = index;
  const walk = (here: JsonValue): JsonValue => {
    left -= 1;
    if (left === 0) return value;
    if (Array.isArray(here)) return here.map(walk);
    if (typeof here !== 'object' || here === null) return here;
    return Object.fromEntries(Object.entries(here).map(([name, held]) => [name, walk(held)]));
  };
  return walk(document);
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>, // fast-check's own type of the same
  fc.constantFrom<JsonValue>(
    { $ref: '#/' },
    { $ref: '#/components/schemas/Base' },
    { $ref: '#/paths/~1pets~1%7Bid%7D/get' },
    { $ref: '#/components/schemas/%zz' },
    JSON.parse('{"__proto__":{"a":1},"constructor":1}'),
    [{ $ref: 7 }],
  ),
);

for (const [name, document] of Object.entries({ rich, swagger })) {
  test(`whatever stands anywhere in a document, it is read (${name})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 150 }), odd, async (index, value) => {
        const broken = replaceAt(JSON.parse(JSON.stringify(document)), index, value) as object; // the root stays
        const { model } = await readApi(broken).catch((error: { kind?: string }) => {
          expect(error.kind).toBe('document');
          return { model: undefined };
        });
        // Plain data: what is not would not come back the same.
        expect(JSON.parse(JSON.stringify(model ?? null))).toEqual(model ?? null);
        expect(Reflect.get({}, 'a')).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
}

function withSchemas(more: object): object {
  return { openapi: '3.1.0', paths: {}, components: { schemas: more } };
}

test('schemas that apply to themselves are cut, and those that hold themselves are not', async () => {
  const { model, faults } = await readApi(
    withSchemas({
      Node: { properties: { next: { $ref: '#/components/schemas/Node' } } },
      Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }] },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'object' }] },
    }),
  );
  expect(faults.map(({ pointer }) => pointer)).toEqual(['#/components/schemas/Cat/allOf/0']);
  expect(model.schemas).toEqual({
    Node: { properties: { next: { $ref: '#/components/schemas/Node' } } },
    Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }] },
    Cat: { allOf: [{}, { type: 'object' }] },
  });
});

test('a chain of references is read however long it is', async () => {
  const chain = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, index) => [
      `S${index}`,
      { allOf: [{ $ref: `#/components/schemas/S${index + 1}` }] },
    ]),
  );
  const { faults } = await readApi(withSchemas({ ...chain, S20000: {} }));
  expect(faults).toEqual([]);
  const bare = Object.fromEntries(
    Object.keys(chain).map((name, index) => [name, { $ref: `#/components/schemas/S${index + 1}` }]),
  );
  const { faults: found } = await readApi(withSchemas({ ...bare, S20000: {} }));
  expect(found).toEqual([]);
});

test('a schema that is nested without end is cut', async () => {
  const folder = writeFiles({
    'deep.json': `{"openapi":"3.1.0","paths":{},"components":{"schemas":{"A":${'{"items":'.repeat(100_000)}{}${'}'.repeat(100_000)}}}}`,
  });
  const { faults } = await readApi(join(folder, 'deep.json'));
  expect(faults).toHaveLength(1);
});

test('names of the language are names like others', async () => {
  const { model, faults } = await readApi(
    JSON.parse(`{"openapi":"3.0.0","paths":{"/__proto__":{"get":{"operationId":"__proto__","responses":
      {"200":{"content":{"a/b":{"schema":{"$ref":"#/components/schemas/__proto__"}}}}}}}},
      "components":{"schemas":{"__proto__":{"type":"string","nullable":true},
      "constructor":{"properties":{"__proto__":{"type":"string","nullable":true}}}}}}`),
  );
  expect(faults).toEqual([]);
  expect(JSON.stringify(model.schemas)).toBe(
    '{"__proto__":{"type":["string","null"]},"constructor":{"properties":{"__proto__":{"type":["string","null"]}}}}',
  );
  expect(model.operations[0]?.id).toBe('__proto__');
});

test.each([
  ['a.json', '{"openapi":"3.1.0","paths":{', 'syntax'],
  ['b.yaml', 'openapi: 3.1.0\npaths: [', 'syntax'],
  ['c.json', '[]', 'not-openapi'],
  ['d.yaml', 'openapi: 4.0.0', 'not-openapi'],
  ['e.yaml', 'swagger: 1.2', 'not-openapi'],
  ['f.yaml', '', 'not-openapi'],
  ['g.yaml', 'openapi: 3.1.0\npaths: &a { b: *a }', 'not-openapi'],
  ['h.yaml', bomb(), 'not-openapi'],
])('%s is no document to serve', async (name, text, code) => {
  const folder = writeFiles({ [name]: text });
  await expect(readApi(join(folder, name))).rejects.toMatchObject({
    kind: 'document',
    problems: [{ code, file: join(folder, name), line: expect.any(Number) }],
  });
});

function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, index) => {
    const ten = Array.from({ length: 10 }, () => `*a${index}`).join(', ');
    return `x-${index + 1}: &a${index + 1} [${ten}]`;
  });
  return `openapi: 3.1.0\nx-0: &a0 lol\n${levels.join('\n')}\npaths: {}\n`;
}

test.each([
  ['a URL', new URL('https://example.com/openapi.json'), 'unreadable'],
  ['a file that is not there', 'nowhere.json', 'unreadable'],
  ['a folder', '.', 'unreadable'],
])('%s is not read', async (_, source, code) => {
  await expect(readApi(source)).rejects.toMatchObject({ problems: [{ code }] });
});

test('an object that holds itself is refused', async () => {
  const document: { [name: string]: unknown } = { openapi: '3.1.0' };
  document['paths'] = document;
  await expect(readApi(document)).rejects.toMatchObject({ problems: [{ code: 'unreadable' }] });
});

test('a document of 10 MB is read', async () => {
  const text = 'x'.repeat(1_000);
  const paths = Object.fromEntries(
    Array.from({ length: 1_200 }, (_, index) => [
      `/things${index}/{id}`,
      {
        get: {
          description: text,
          responses: {
            '200': {
              description: text,
              content: {
                'application/json': {
                  schema: {
                    properties: Object.fromEntries(
                      Array.from({ length: 6 }, (_, at) => [`p${at}`, { description: text }]),
                    ),
                  },
                },
              },
            },
          },
        },
      },
    ]),
  );
  const json = JSON.stringify({ openapi: '3.0.3', paths });
  expect(json.length).toBeGreaterThan(9_000_000);
  const folder = writeFiles({ 'big.json': json });
  const { model, faults } = await readApi(join(folder, 'big.json'));
  expect([model.operations.length, faults.length]).toEqual([1_200, 1_200]);
});
