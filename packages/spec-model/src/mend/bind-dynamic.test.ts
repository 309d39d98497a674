import { expect, test } from 'vitest';
import type { JsonObject } from '../api-model.ts';
import { bindDynamic } from './bind-dynamic.ts';

const page: JsonObject = {
  $id: 'https://example.com/page',
  $defs: { item: { $dynamicAnchor: 'item', not: {} } },
  type: 'object',
  properties: {
    data: { type: 'array', items: { $dynamicRef: '#item' } },
    next: { type: 'string' },
  },
};
const task = { $ref: '#/components/schemas/Task' };
const tasks: JsonObject = {
  $id: 'https://example.com/tasks',
  $defs: { item: { $dynamicAnchor: 'item', ...task } },
  $ref: '#/components/schemas/Page',
};
const filled = {
  type: 'object',
  properties: { data: { type: 'array', items: task }, next: { type: 'string' } },
};

function documentOf(used: JsonObject, template: JsonObject = page): JsonObject {
  const content = { 'application/json': { schema: used } };
  return {
    openapi: '3.1.0',
    paths: { '/tasks': { get: { responses: { 200: { description: 'Found', content } } } } },
    components: { schemas: { Page: template, Task: { type: 'object' } } },
  };
}

test.each<[string, JsonObject, JsonObject]>([
  ['what the use says stays', tasks, { ...filled, $id: 'https://example.com/tasks' }],
  [
    'what both say holds together',
    { ...tasks, properties: { own: { type: 'integer' } }, allOf: [task] },
    {
      $id: 'https://example.com/tasks',
      properties: { own: { type: 'integer' } },
      allOf: [filled, task],
    },
  ],
  [
    'what binds nothing stays',
    { $ref: '#/components/schemas/Page' },
    { $ref: '#/components/schemas/Page' },
  ],
])('a template is written out where its open part is bound: %s', (...[, used, want]) => {
  expect(bindDynamic(documentOf(used))).toEqual(documentOf(want));
});

test('a document without templates is the same object', () => {
  const document = documentOf({ type: 'string' }, { type: 'object' });
  expect(bindDynamic(document)).toBe(document);
});

test('a template that nests without end ends', () => {
  let deep: JsonObject = { $dynamicRef: '#item' };
  for (let level = 0; level < 3000; level++) deep = { items: deep };
  expect(bindDynamic(documentOf(tasks, deep))).toMatchObject({ openapi: '3.1.0' });
});
