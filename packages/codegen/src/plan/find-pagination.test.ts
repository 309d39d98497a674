import { loadApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { findPagination, styleName } from './find-pagination.ts';

const ITEMS = { type: 'array', items: { type: 'string' } };

/** What is found of the paging of `GET /notes`, which takes `at`, and answers with items at two places. */
async function found(pagination: unknown, answer: object = { properties: { items: ITEMS } }) {
  const { model } = await loadApi({
    openapi: '3.1.0',
    info: { title: 'Notes', version: '1' },
    'x-pagination': pagination,
    paths: {
      '/notes': {
        get: {
          operationId: 'notes.list',
          parameters: [{ name: 'at', in: 'query', schema: {} }],
          responses: {
            '200': { description: 'ok', content: { 'application/json': { schema: answer } } },
          },
        },
      },
    },
  });
  const operation = model.operations[0];
  const plan = operation && findPagination(operation, model);
  return plan && { runtimeName: styleName(plan), ...plan.facts };
}

const response = { items: '/items' };

test.each([
  {
    style: 'cursor',
    given: { query: { cursor: 'at' }, response: { ...response, next_cursor: '/n' } },
    want: { runtimeName: 'byCursor', parameter: 'at', itemsPointer: '/items', nextPointer: '/n' },
  },
  {
    style: 'page',
    given: {
      query: { page: 'at' },
      response: { ...response, total_pages: '/t', has_more: '/m' },
      first_page: 0,
    },
    want: {
      ...{ runtimeName: 'byPage', parameter: 'at', itemsPointer: '/items' },
      ...{ hasMorePointer: '/m', totalPointer: '/t', first: 0 },
    },
  },
  {
    style: 'offset',
    given: { query: { offset: 'at' }, response: { ...response, total: '/t' } },
    want: { runtimeName: 'byOffset', parameter: 'at', itemsPointer: '/items', totalPointer: '/t' },
  },
  {
    style: 'link',
    given: { response: { ...response, next_link: '/n' } },
    want: { runtimeName: 'byLink', itemsPointer: '/items', nextPointer: '/n' },
  },
])('the style $style is found', async ({ style, given, want }) => {
  expect(await found({ style, ...given })).toEqual(want);
});

test('an answer that is the array itself is found', async () => {
  const pagination = { style: 'link', response: { items: '' } };
  expect(await found(pagination, ITEMS)).toEqual({ runtimeName: 'byLink', itemsPointer: '' });
});

test('without a style, pages follow each other by cursor', async () => {
  const pagination = { query: { cursor: 'at' }, response: { ...response, next_cursor: '/n' } };
  expect(await found(pagination)).toMatchObject({ runtimeName: 'byCursor' });
});

test.each([
  ['nothing is said', undefined],
  ['the style is unknown', { style: 'constructor', response }],
  ['the operation does not take the parameter', { style: 'page', query: { page: 'p' }, response }],
  ['the answer has no such items', { style: 'link', response: { items: '/data' } }],
  ['the answer does not tell the cursor', { style: 'cursor', query: { cursor: 'at' }, response }],
  ['what is said is no object', 'cursor'],
])('no list is paged if %s', async (_, pagination) => {
  expect(await found(pagination)).toBeUndefined();
});
