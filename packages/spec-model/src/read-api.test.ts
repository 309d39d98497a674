import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readApi } from './read-api.ts';
import { writeFiles } from './testing/write-files.ts';

const ok = { '200': { description: 'ok' } };
const json = (schema: unknown) => ({ '200': { content: { 'application/json': { schema } } } });

/** A document with one operation. */
function documentWith(pathItem: unknown, more: object = {}): object {
  return { openapi: '3.1.0', paths: { '/a': pathItem }, ...more };
}

test('a file: URL may be a text', async () => {
  const folder = writeFiles({
    'api.json': JSON.stringify(documentWith({ get: { responses: ok } })),
    'api.yaml': 'openapi: 3.1.0\npaths: { /a: { get: { responses: { 200: {} } } } }\n',
  });
  for (const name of ['api.json', 'api.yaml']) {
    const { model } = await readApi(pathToFileURL(join(folder, name)).href);
    expect(model.operations).toHaveLength(1);
  }
});

test('methods of OpenAPI 3.2 are operations', async () => {
  const { model } = await readApi({
    openapi: '3.2.0',
    $self: 'https://example.com/openapi.json',
    paths: {
      '/a': {
        query: {
          responses: {
            200: {
              content: { 'application/jsonl': { itemSchema: { $ref: '#/components/schemas/A' } } },
            },
          },
        },
        additionalOperations: { COPY: { responses: ok }, broken: 1 },
      },
    },
    components: { schemas: { A: { type: 'string' } } },
  });
  expect(model.operations.map(({ method, id, pointer }) => [method, id, pointer])).toEqual([
    ['QUERY', 'queryA', '#/paths/~1a/query'],
    ['COPY', 'copyA', '#/paths/~1a/additionalOperations/COPY'],
    ['broken', 'brokenA', '#/paths/~1a/additionalOperations/broken'],
  ]);
  expect(model.operations[0]?.responses[0]?.content[0]?.itemSchema).toEqual({
    $ref: '#/components/schemas/A',
  });
  expect(model.operations[2]?.faults).toHaveLength(1);
});

test('Swagger 2.0 is read, and what is wrong with a part of it stops only that', async () => {
  const { model, faults } = await readApi({
    swagger: '2.0',
    host: 'a.example.com',
    basePath: '/v1',
    schemes: ['https'],
    consumes: ['application/x-www-form-urlencoded'],
    paths: {
      '/good': { post: { parameters: [{ name: 'a', in: 'formData', type: 'string' }] } },
      '/bad': { get: { parameters: [{ name: 'no place' }] } },
      '/worse': { parameters: [{ name: 'no place' }], get: { responses: {} } },
      '/odd': { get: { responses: { 200: { schema: { $ref: '#/definitions/Odd' } } } } },
    },
    definitions: { Odd: { type: 'text' } },
  });
  expect(model.servers).toEqual([{ url: 'https://a.example.com/v1' }]);
  expect(model.operations[0]?.requestBody?.content[0]).toMatchObject({
    mediaType: 'application/x-www-form-urlencoded',
    schema: { properties: { a: { type: 'string' } } },
  });
  expect(faults.map(({ pointer }) => pointer)).toEqual([
    '#/paths/~1bad/get',
    '#/paths/~1worse/parameters',
    '#/definitions/Odd/type',
  ]);
  expect(model.operations.map(({ path, faults: own }) => [path, own?.length])).toEqual([
    ['/good', undefined],
    ['/bad', 1],
    ['/worse', 1],
    ['/odd', 1],
  ]);
});

test('files become one document, and one that is missing stops who needs it', async () => {
  const folder = writeFiles({
    'api.json': JSON.stringify({
      openapi: '3.1.0',
      paths: {
        '/a': { $ref: 'a.yaml#/item' },
        '/b': { get: { responses: json({ $ref: 'no.yaml' }) } },
      },
    }),
    'a.yaml': `item: { get: { responses: { '200': { content: { a/b: { schema: { $ref: '#/Node' } } } } } } }
Node: { properties: { next: { $ref: '#/Node' } } }`,
  });
  const { model, faults } = await readApi(join(folder, 'api.json'));
  expect(model.operations[0]).toMatchObject({ path: '/a', responses: [{ status: '200' }] });
  expect(JSON.stringify(model.operations[0])).toContain('"$ref":"#/components/schemas/');
  expect(faults.map(({ pointer }) => pointer)).toEqual([
    '#/paths/~1b/get/responses/200/content/application~1json/schema/$ref',
  ]);
});

test('servers of a path or an operation are its own', async () => {
  const { model } = await readApi(
    documentWith({
      servers: [{ url: '/{v}/', variables: { v: { default: 2 } } }],
      get: { responses: ok },
      put: { servers: [], responses: ok },
    }),
  );
  const variables = { v: { default: '2' } };
  expect(model.operations.map(({ servers }) => servers)).toEqual([
    [{ url: '/2', template: '/{v}', variables }],
    [],
  ]);
});

test('a pointer may lead through a reference', async () => {
  const $ref = '#/components/schemas/Pet/properties/owner/properties/id';
  const { model, faults } = await readApi(
    documentWith(
      { get: { responses: json({ $ref }) } },
      {
        components: {
          schemas: {
            Pet: { properties: { owner: { $ref: '#/components/schemas/Owner' } } },
            Owner: { properties: { id: { type: 'integer' } } },
            Round: { $ref: '#/components/schemas/Round/properties/a' },
          },
        },
      },
    ),
  );
  expect(model.schemas['Pet_owner_id']).toEqual({ type: 'integer' });
  expect(faults.map(({ pointer }) => pointer)).toEqual(['#/components/schemas/Round/$ref']);
});

test('a remote reference is fetched when that is allowed, and only then', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json');
    response.end('{"type":"integer"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const $ref = `http://127.0.0.1:${port}/a.json`;
  const document = documentWith({ get: { responses: json({ $ref }) } });
  const refused = await readApi(document);
  expect([refused.faults.length, asked]).toEqual([1, 0]);
  const { model, faults } = await readApi(document, { allowRemote: true });
  expect([faults.length, asked]).toEqual([0, 1]);
  expect(Object.values(model.schemas)).toEqual([{ type: 'integer' }]);
  const whole = await readApi(new URL($ref), { allowRemote: true }).catch((error) => error);
  expect(whole.problems).toMatchObject([{ code: 'not-openapi', file: $ref }]);
  const file = documentWith({ get: { responses: json({ $ref: 'file:///etc/hostname' }) } });
  expect((await readApi(file, { allowRemote: true })).faults).toHaveLength(1);
});
