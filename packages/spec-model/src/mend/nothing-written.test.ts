import { expect, test } from 'vitest';
import { readApi } from '../read-api.ts';

const schema = { type: 'object', properties: { a: { type: 'string' } } };

/** What is told of an operation, and whether it is stopped. */
async function read(operation: object) {
  const { faults, model } = await readApi({
    openapi: '3.1.0',
    info: { title: 'A', version: '1' },
    paths: { '/a': { get: operation } },
  });
  return { told: faults.map(({ pointer }) => pointer), stopped: model.operations[0]?.faults };
}

const shows = (shown: object | null) => ({
  responses: { 200: { description: '', content: { 'application/json': { schema: shown } } } },
});
const at = '#/paths/~1a/get/responses/200/content/application~1json';

test.each<[string, object, string]>([
  ['a schema', shows(null), `${at}/schema`],
  ['a property', shows({ properties: { a: null } }), `${at}/schema/properties/a`],
  ['a type', shows({ ...schema, type: null }), `${at}/schema/type`],
  ['items', shows({ type: 'array', items: null }), `${at}/schema/items`],
  ['properties', shows({ ...schema, properties: null }), `${at}/schema/properties`],
  ['branches', shows({ ...schema, oneOf: null }), `${at}/schema/oneOf`],
  ['parameters', { ...shows(schema), parameters: null }, '#/paths/~1a/get/parameters'],
  ['a body', { ...shows(schema), requestBody: null }, '#/paths/~1a/get/requestBody'],
  ['an answer', { responses: { 200: null } }, '#/paths/~1a/get/responses/200'],
  [
    'a media type',
    { responses: { 200: { content: { 'a/b': null } } } },
    '#/paths/~1a/get/responses/200/content/a~1b',
  ],
])('%s for which nothing is written is told, and stops nothing', async (_, operation, pointer) => {
  expect(await read(operation)).toEqual({ told: [pointer], stopped: undefined });
});
