import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { ApiModel } from './api-model.ts';
import { loadApi } from './load-api.ts';
import { writeFiles } from './testing/write-files.ts';

const ok = { '200': { description: 'ok' } };

function documentWith(more: object): object {
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, ...more };
}

async function modelWith(more: object): Promise<ApiModel> {
  return (await loadApi(documentWith(more))).model;
}

test('an operation is named by its id, else by tag and id, else by method and path', async () => {
  const { operations } = await modelWith({
    paths: {
      '/a': { get: { operationId: 'tasks.list', tags: ['other'], responses: ok } },
      '/b': { get: { operationId: 'listPets', tags: ['Pet store'], responses: ok } },
      '/v1/c/{c_id}/parts': {
        get: {
          parameters: [{ name: 'c_id', in: 'path', required: true, schema: {} }],
          responses: ok,
        },
      },
      '/d': { get: { operationId: '.odd.', responses: ok } },
    },
  });
  expect(operations.map(({ id, resource, verb }) => [id, resource, verb])).toEqual([
    ['tasks.list', 'tasks', 'list'],
    ['listPets', 'Pet store', 'listPets'],
    ['getV1CByCIdParts', 'c', 'getV1CByCIdParts'],
    ['.odd.', 'd', '.odd.'],
  ]);
});

test('a made name gives way to a written one', async () => {
  const { operations } = await modelWith({
    paths: {
      '/a': { get: { responses: ok }, put: { operationId: 'getA', responses: ok } },
      '/a/': { get: { responses: ok } },
    },
  });
  expect(operations.map(({ id }) => id)).toEqual(['getA2', 'getA', 'getA3']);
});

test('an operation overrides the parameters of its path', async () => {
  const { operations } = await modelWith({
    paths: {
      '/a': {
        parameters: [
          { name: 'q', in: 'query', schema: { type: 'string' } },
          { name: 'q', in: 'header', schema: {} },
          { name: 'Accept', in: 'header', schema: {} },
        ],
        get: {
          parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'integer' } }],
          responses: ok,
        },
      },
    },
  });
  expect(operations[0]?.parameters).toMatchObject([
    {
      name: 'q',
      in: 'query',
      required: true,
      style: 'form',
      explode: true,
      schema: { type: 'integer' },
    },
    { name: 'q', in: 'header', required: false, style: 'simple', explode: false },
  ]);
});

test('an operation without security has the security of the document', async () => {
  const { operations } = await modelWith({
    security: [{ key: ['a:read'] }],
    paths: {
      '/a': { get: { responses: ok }, put: { security: [], responses: ok } },
    },
    components: { securitySchemes: { key: { type: 'http', scheme: 'Bearer', 'x-y': 1 } } },
  });
  expect(operations.map(({ security }) => security)).toEqual([[{ key: ['a:read'] }], []]);
});

test('server variables are replaced by their defaults', async () => {
  const { servers } = await modelWith({
    servers: [
      {
        url: 'https://{region}.example.com/{base}/',
        variables: { region: { default: 'eu', enum: ['eu', 'us'] } },
      },
      { url: '/' },
    ],
  });
  expect(servers).toEqual([
    {
      url: 'https://eu.example.com/{base}',
      template: 'https://{region}.example.com/{base}',
      variables: { region: { default: 'eu', enum: ['eu', 'us'] } },
    },
  ]);
});

test('methods of OpenAPI 3.2 are left to readers that know them', async () => {
  const { model } = await loadApi({
    openapi: '3.2.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { query: { responses: ok }, get: { responses: ok } } },
  });
  expect(model.operations.map(({ method }) => method)).toEqual(['GET']);
});

test('extensions are kept at each place', async () => {
  const model = await modelWith({
    'x-root': { a: [1] },
    paths: { '/a': { get: { 'x-op': true, responses: ok } } },
    components: { securitySchemes: { key: { type: 'http', scheme: 'Bearer', 'x-y': 1 } } },
  });
  expect([model.extensions, model.operations[0]?.extensions, model.securitySchemes['key']]).toEqual(
    [
      { 'x-root': { a: [1] } },
      { 'x-op': true },
      { type: 'http', scheme: 'bearer', extensions: { 'x-y': 1 } },
    ],
  );
});

test('files become one document and references to schemas become local', async () => {
  const folder = writeFiles({
    'api.yaml': `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a: { $ref: 'a.yaml#/item' }
`,
    'a.yaml': `item:
  get:
    operationId: a.get
    responses:
      '200':
        description: ok
        content: { application/json: { schema: { $ref: 'b.yaml#/Node' } } }
`,
    'b.yaml': `Node: { type: object, properties: { next: { $ref: '#/Node' } } }`,
  });
  const { model } = await loadApi(pathToFileURL(join(folder, 'api.yaml')));
  expect(model.operations[0]?.responses[0]?.content[0]?.schema).toEqual({
    $ref: '#/components/schemas/Node',
  });
  expect(model.schemas).toEqual({
    Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
  });
});

for (const document of [
  { swagger: '2.0', info: { title: 'T', version: '1' }, paths: {} },
  { openapi: '3.0.3', info: { title: 'T', version: '1' }, paths: {} },
]) {
  test(`${document.swagger ?? document.openapi} becomes OpenAPI 3.1`, async () => {
    const { document: upgraded } = await loadApi(document);
    expect(upgraded['openapi']).toMatch(/^3\.1\./);
  });
}

test('a nullable schema of 3.0 becomes a type with null', async () => {
  const { model } = await loadApi({
    openapi: '3.0.3',
    info: { title: 'T', version: '1' },
    paths: {},
    components: { schemas: { A: { type: 'string', nullable: true } } },
  });
  expect(model.schemas).toEqual({ A: { type: ['string', 'null'] } });
});

test('names of the language are names like others', async () => {
  const properties = JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"string"}}');
  const schemas = JSON.parse('{"__proto__":{},"toString":{}}');
  schemas.toString = { type: 'object', properties };
  const { model } = await loadApi(documentWith({ components: { schemas } }));
  expect(Object.keys(model.schemas)).toEqual(['__proto__', 'toString']);
  expect(JSON.stringify(model.schemas)).toContain('{"__proto__":{"type":"string"}');
  expect(Reflect.get({}, 'type')).toBeUndefined();
});

test('a model is plain data and the same each time', async () => {
  const document = documentWith({
    tags: [{ name: 'b' }],
    paths: { '/a': { get: { responses: ok } } },
  });
  const before = structuredClone(document);
  const { model } = await loadApi(document);
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  expect((await loadApi(document)).model).toEqual(model);
  expect(document).toEqual(before);
});

test('resources come in the order of the tags, with their descriptions', async () => {
  const { resources } = await modelWith({
    tags: [{ name: 'Api keys', description: 'Keys.' }, { name: 'tasks' }],
    paths: {
      '/t': { get: { operationId: 'tasks.list', responses: ok } },
      '/o': { get: { operationId: 'other.list', responses: ok } },
      '/k': { get: { operationId: 'apiKeys.list', responses: ok } },
    },
  });
  expect(resources).toEqual([
    { name: 'apiKeys', description: 'Keys.' },
    { name: 'tasks' },
    { name: 'other' },
  ]);
});

test('a schema that is referred to by its place gets a name', async () => {
  const place = '#/paths/~1a/get/responses/200/content/application~1json/schema';
  const { schemas, operations } = await modelWith({
    paths: {
      '/a': {
        get: {
          responses: {
            '200': {
              description: 'ok',
              content: {
                'application/json': {
                  schema: { type: 'object', properties: { next: { $ref: place } } },
                },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        B: { items: { $ref: '#/components/schemas/C/properties/default' } },
        C: { properties: { default: { type: 'string' } }, default: { $ref: '#/no' } },
      },
    },
  });
  const next = { $ref: '#/components/schemas/a_get_200_application_json' };
  expect(schemas).toEqual({
    B: { items: { $ref: '#/components/schemas/C_default' } },
    C: { properties: { default: { type: 'string' } }, default: { $ref: '#/no' } },
    a_get_200_application_json: { type: 'object', properties: { next } },
    C_default: { type: 'string' },
  });
  expect(operations[0]?.responses[0]?.content[0]?.schema).toEqual({
    type: 'object',
    properties: { next },
  });
});
