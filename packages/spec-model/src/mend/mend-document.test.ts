import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../api-model.ts';
import { readApi } from '../read-api.ts';

const ok = { '200': { description: 'ok' } };
const json = (schema: unknown) => ({ '200': { content: { 'application/json': { schema } } } });
const good = { operationId: 'good', responses: ok };

/** A document with a good operation and one at `/bad`, and more beside them. */
function documentWith(bad: unknown, more: object = {}): object {
  return { openapi: '3.1.0', paths: { '/good': { get: good }, '/bad': bad }, ...more };
}

async function read(document: object) {
  const { model, faults } = await readApi(document);
  const stopped = model.operations.filter((operation) => operation.faults !== undefined);
  return { model, faults, stopped: stopped.map(({ path }) => path) };
}

const place = '#/paths/~1bad/get';
const schemas = {
  Odd: { type: 'object', properties: { a: { type: 'text' } } },
  Uses: { items: { $ref: '#/components/schemas/Odd' } },
  Loop: { $ref: '#/components/schemas/Pool' },
  Pool: { $ref: '#/components/schemas/Loop' },
};
const components = {
  schemas,
  parameters: { Loop: { $ref: '#/components/parameters/Loop' } },
  pathItems: { Bad: { get: { parameters: 1 }, put: { responses: ok } } },
};

test.each([
  ['an operation that is none', { get: 5 }, 'structure', place],
  ['parameters that are no list', { get: { parameters: {} } }, 'structure', `${place}/parameters`],
  [
    'a parameter without a place',
    { get: { parameters: [{ name: 'q' }] } },
    'structure',
    `${place}/parameters/0`,
  ],
  [
    'a parameter of the path',
    { parameters: [7], get: {} },
    'structure',
    '#/paths/~1bad/parameters/0',
  ],
  [
    'a dangling parameter',
    { get: { parameters: [{ $ref: '#/components/parameters/None' }] } },
    'dangling-ref',
    `${place}/parameters/0`,
  ],
  ['a body that is none', { get: { requestBody: [] } }, 'structure', `${place}/requestBody`],
  ['answers that are none', { get: { responses: 5 } }, 'structure', `${place}/responses`],
  [
    'an answer that is none',
    { get: { responses: { 200: 'ok' } } },
    'structure',
    `${place}/responses/200`,
  ],
  [
    'content that is none',
    { get: { responses: { 200: { content: [] } } } },
    'structure',
    `${place}/responses/200/content`,
  ],
  [
    'a media type that is none',
    { get: { responses: { 200: { content: { json: {} } } } } },
    'structure',
    `${place}/responses/200/content/json`,
  ],
  [
    'a header with a dangling schema',
    {
      get: { responses: { 200: { headers: { 'X-A': { schema: { $ref: '#/no' } } } } } },
    },
    'dangling-ref',
    `${place}/responses/200/headers/X-A/schema/$ref`,
  ],
  [
    'a schema that is none',
    { get: { responses: json([]) } },
    'structure',
    `${place}/responses/200/content/application~1json/schema`,
  ],
  [
    'a keyword of the wrong type',
    { get: { responses: json({ required: 'id' }) } },
    'structure',
    `${place}/responses/200/content/application~1json/schema/required`,
  ],
  [
    'a schema far away',
    { get: { responses: json({ $ref: '#/components/schemas/Uses' }) } },
    'structure',
    '#/components/schemas/Odd/properties/a/type',
  ],
  [
    'an endless reference',
    { get: { responses: json({ $ref: '#/components/schemas/Loop' }) } },
    'dangling-ref',
    '#/components/schemas/Pool',
  ],
  [
    'an endless parameter',
    { get: { parameters: [{ $ref: '#/components/parameters/Loop' }] } },
    'dangling-ref',
    `${place}/parameters/0`,
  ],
  [
    'a path item elsewhere',
    { $ref: '#/components/pathItems/Bad' },
    'structure',
    '#/components/pathItems/Bad/get/parameters',
  ],
  [
    'a remote reference',
    { get: { responses: json({ $ref: 'https://example.com/a.json' }) } },
    'dangling-ref',
    `${place}/responses/200/content/application~1json/schema/$ref`,
  ],
  [
    'a reference that is no text',
    { get: { responses: { 200: { $ref: {} } } } },
    'dangling-ref',
    `${place}/responses/200`,
  ],
])('%s stops its operation and no other', async (...row) => {
  const [, bad, code, pointer] = row;
  const { model, faults, stopped } = await read(documentWith(bad, { components }));
  expect(stopped).toEqual(['/bad']);
  expect(faults).toContainEqual(expect.objectContaining({ code, pointer }));
  expect(model.operations[1]?.faults).toContainEqual(expect.objectContaining({ pointer }));
});

test.each([
  ['a path without a slash', { paths: { bad: {} } }, 'structure', '#/paths/bad'],
  ['a path item that is none', { paths: { '/bad': 1 } }, 'structure', '#/paths/~1bad'],
  ['paths that are none', { paths: [] }, 'structure', '#/paths'],
  ['security that is none', { security: 'all' }, 'structure', '#/security'],
  [
    'a scheme that is not there',
    { security: [{ none: [] }] },
    'unknown-security-scheme',
    '#/security/0/none',
  ],
  [
    'a scheme that is none',
    { components: { securitySchemes: { a: { type: 'magic' } } } },
    'structure',
    '#/components/securitySchemes/a',
  ],
  [
    'a path parameter that is not described',
    { paths: { '/a/{id}': { get: {} } } },
    'path-parameter',
    '#/paths/~1a~1{id}/get',
  ],
  [
    'an operationId that is used before',
    { paths: { '/a': { get: good }, '/b': { get: good } } },
    'duplicate-operation-id',
    '#/paths/~1b/get',
  ],
  [
    'a callback',
    {
      paths: { '/a': { get: { callbacks: { done: { '{$url}': { post: { parameters: 1 } } } } } } },
    },
    'structure',
    '#/paths/~1a/get/callbacks/done/{$url}/post/parameters',
  ],
  [
    'a schema that applies to itself',
    {
      paths: { '/a': { get: { responses: json({ $ref: '#/components/schemas/Self' }) } } },
      components: { schemas: { Self: { anyOf: [{ $ref: '#/components/schemas/Self' }, {}] } } },
    },
    'dangling-ref',
    '#/components/schemas/Self/anyOf/0',
  ],
  [
    'an example that is not there',
    {
      paths: {
        '/a': {
          get: {
            responses: {
              200: { content: { 'a/b': { examples: { one: { $ref: '#/no' } } } } },
            },
          },
        },
      },
    },
    'dangling-ref',
    '#/paths/~1a/get/responses/200/content/a~1b/examples/one',
  ],
])('%s is told and stops nothing', async (...row) => {
  const [, part, code, pointer] = row;
  const { faults, stopped } = await read({ openapi: '3.1.0', ...part });
  expect(faults).toEqual([expect.objectContaining({ code, pointer })]);
  expect(stopped).toEqual([]);
});

test.each([
  ['nothing but a version', { openapi: '3.1.0' }],
  ['members that are not known', { openapi: '3.0.9', paths: {}, server: 1, 'x-a': [] }],
  ['a version that is a number', { openapi: 3.1, paths: {} }],
  ['answers without a description', documentWith({ get: { responses: { 200: {} } } })],
])('a document with %s has no fault', async (_, document) => {
  expect((await read(document)).faults).toEqual([]);
});

test('what is left out leaves the rest as it is', async () => {
  const schema = {
    type: ['string', 7],
    minLength: -1,
    maxLength: 9,
    properties: { a: 1, b: true },
  };
  const { model } = await read(documentWith({ get: { responses: json(schema) } }));
  const mended = model.operations[1]?.responses[0]?.content[0]?.schema;
  expect(mended).toEqual({ maxLength: 9, properties: { a: true, b: true } });
});

test('a place that is reached twice has one fault', async () => {
  const $ref = `${place}/responses/200/content/application~1json/schema`;
  const { faults } = await read(
    documentWith({
      get: { responses: json({ type: 'text' }) },
      put: { responses: json({ $ref }) },
    }),
  );
  expect(faults.map(({ pointer }) => pointer)).toEqual([`${$ref}/type`]);
});

test('an operation tells ten of its faults', async () => {
  const bad = { get: { parameters: Array.from({ length: 30 }, () => 1) } };
  const { model, faults } = await read(documentWith(bad));
  expect([faults.length, model.operations[1]?.faults?.length]).toEqual([30, 10]);
});

test('an alternative of a scheme that is not there is none', async () => {
  const { model } = await read({
    openapi: '3.1.0',
    security: [{ key: [], none: [] }, { key: ['a'] }],
    paths: { '/a': { get: { responses: ok } } },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'query', name: 'k' } } },
  });
  expect(model.operations[0]?.security).toEqual([{ key: ['a'] }]);
});

test('a name with a per cent sign is one that every reader can decode', async () => {
  const { model, faults } = await read(
    documentWith(
      { get: { responses: json({ $ref: '#/components/schemas/50%' }) } },
      { components: { schemas: { '50%': {} } } },
    ),
  );
  expect(faults).toEqual([]);
  expect(model.operations[1]?.responses[0]?.content[0]?.schema).toEqual({
    $ref: '#/components/schemas/50%25',
  });
});

test('a second operation of one id gets a made one', async () => {
  const { model } = await read(documentWith({ get: good, post: good }));
  expect(model.operations.map(({ id }) => id)).toEqual(['good', 'getBad', 'postBad']);
});

test('the parameters of a path are those of its template', async () => {
  const parameters = [{ name: 'old', in: 'path', required: true }];
  const { model } = await read({
    openapi: '3.1.0',
    paths: { '/a/{id}': { get: { parameters } } },
  });
  expect(model.operations[0]?.parameters).toMatchObject([
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
  ]);
});

test('null is allowed where 3.0 calls a schema nullable', async () => {
  const ref = { $ref: '#/components/schemas/A' };
  const nil = { type: 'null' };
  const rows: [JsonObject, JsonValue][] = [
    [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [{ ...ref, nullable: true }, { anyOf: [ref, nil] }],
    [{ allOf: [ref], nullable: true }, { anyOf: [ref, nil] }],
    [
      { anyOf: [ref, { type: 'string' }], nullable: true },
      { anyOf: [ref, { type: 'string' }, nil] },
    ],
    [{ anyOf: [ref, { nullable: true }], nullable: true }, { anyOf: [ref, nil] }],
    [{ oneOf: [{ nullable: true }, ref] }, { oneOf: [nil, ref] }],
    [
      { type: 'string', format: 'byte' },
      { type: 'string', contentEncoding: 'base64' },
    ],
    [{ type: 'string', format: 'binary' }, { contentMediaType: 'application/octet-stream' }],
    [{ minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    [{ maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
  ];
  const given = Object.fromEntries(rows.map(([schema], index) => [`S${index}`, schema]));
  const { model } = await read({
    openapi: 3, // as YAML reads 3.0
    paths: {},
    components: { schemas: { A: { type: 'object' }, ...given } },
  });
  expect(rows.map((_, index) => model.schemas[`S${index}`])).toEqual(rows.map(([, want]) => want));
});
