import type { JsonObject, JsonValue } from '@product/spec-model';
import { expect } from 'vitest';
import { mockOf, type Seen } from './test-document.ts';

/** The schema of a text. */
export const text = { type: 'string' };
/** The schema of an object. */
export const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  properties,
  required,
});
/** A response with a body. */
export const body = (
  schema: JsonValue,
  type = 'application/json',
  more: JsonObject = {},
): JsonObject => ({
  description: '',
  content: { [type]: { schema, ...more } },
});

/** An operation that wants a numeric `limit` and a body with a title, and whose errors are given. */
export const operation = (errors: JsonObject): JsonObject => ({
  parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
  requestBody: {
    content: {
      'application/json': { schema: object({ title: text, tags: { type: 'array' } }, 'title') },
    },
  },
  responses: { 204: { description: '' }, ...errors },
});

/** What is answered to a request with three faults, where errors are documented so. */
export async function refusal(errors: JsonObject, line = 'POST /x?limit=a'): Promise<Seen> {
  const { call, mock } = await mockOf({ paths: { '/x': { post: operation(errors) } } });
  const seen = await call(line, {}, { tags: 1 });
  expect(mock.violations).toEqual([]);
  return seen;
}

/** The three faults, and all of them as a sentence. */
export const limit = 'limit must be integer.';
/** The fault of the body's title. */
export const title = 'title is required.';
/** The fault of the body's tags. */
export const tags = 'tags must be array.';
/** All three in one. */
export const all: string = `limit: ${limit} /title: ${title} /tags: ${tags}`;
