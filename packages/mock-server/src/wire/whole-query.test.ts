import type { JsonObject } from '@product/spec-model';
import { expect, test } from 'vitest';
import { mockOf } from '../answers/test-document.ts';
import type { MockOptions } from '../options/mock-options.ts';

const schema = {
  type: 'object',
  properties: { limit: { type: 'integer' }, tags: { type: 'array', items: { type: 'string' } } },
  required: ['limit'],
  additionalProperties: false,
};

/** What is found wrong with a query, where the document describes all of it as one (OpenAPI 3.2). */
async function faultsOf(type: string, query: string, options: MockOptions = {}) {
  const all: JsonObject = {
    name: 'all',
    in: 'querystring',
    required: true,
    content: { [type]: { schema } },
  };
  const get = { parameters: [all], responses: { 204: { description: '' } } };
  const { call } = await mockOf({ openapi: '3.2.0', paths: { '/x': { get } } }, options);
  const { status, json } = await call(`GET /x${query}`);
  return status === 204 ? [] : Object(json).errors.map(({ message }: JsonObject) => message);
}

const form = 'application/x-www-form-urlencoded';

test.each([
  [form, '?limit=5&tags=a&tags=b', []],
  [form, '?limit=a', ['all[limit] must be integer.']],
  [form, '?tags=a', ['all[limit] is required.']],
  [form, '', ['all is required.']],
  ['application/json', '?%7B%22limit%22%3A5%7D', []],
  ['application/json', '?{"limit":"a"}', ['all[limit] must be integer.']],
  ['application/json', '?limit=5', ['all must be valid JSON.']],
  ['application/json', '', ['all is required.']],
])('a whole query of %s, %s, has the faults %j', async (type, query, want) => {
  expect(await faultsOf(type, query)).toEqual(want);
});

test.each([
  [form, '?limit=5&page=1', ['page is not a known parameter.']],
  ['application/json', '?{"limit":5}', []],
])('a strict mock of %s knows what stands in %s', async (type, query, want) => {
  expect(await faultsOf(type, query, { strict: true })).toEqual(want);
});
