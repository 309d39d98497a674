import type { JsonObject, JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { inferApi } from '../test-inference.ts';
import type { ListShape, Paging } from './role.ts';

const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'integer' };
const flag: JsonSchema = { type: 'boolean' };
const url: JsonSchema = { type: 'string', format: 'uri' };
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const rows: JsonSchema = { type: 'array', items: object({ id: text, name: text }) };

function shapeOf(
  answer: JsonSchema,
  query: { readonly [name: string]: JsonSchema } = {},
  headers: readonly string[] = [],
): ListShape | undefined {
  const { role } = inferApi({ operations: { 'GET /tasks': { answer, query, headers } } });
  return role('GET /tasks')?.list;
}

const envelopes: readonly [JsonSchema, string | undefined][] = [
  [rows, ''],
  [object({ data: rows }), '/data'],
  [object({ tasks: rows, users: rows }), '/tasks'],
  [object({ value: rows, '@odata.nextLink': text }), '/value'],
  [object({ _embedded: object({ tasks: rows }), _links: object({}) }), '/_embedded/tasks'],
  [object({ data: object({ items: rows }) }), '/data/items'],
  [object({ found: rows, total_count: number }), '/found'],
  [object({ 'a/b': rows, total: number }), '/a~1b'],
  [object({ id: text, lines: rows }), undefined],
  [object({ id: text, items: rows }), undefined],
  [object({ name: text, address: text, lines: rows }), undefined],
  [object({ items: { type: 'array', items: text } }), undefined],
];

test.each(envelopes)('%j holds its rows at %j', (answer, want) => {
  expect(shapeOf(answer)?.itemsPointer).toBe(want);
});

const facts: readonly [JsonObject, { readonly [pointer: string]: string }][] = [
  [
    { has_more: flag, next_cursor: text },
    { '/has_more': 'has-more', '/next_cursor': 'next-cursor' },
  ],
  [
    { hasMore: flag, nextPageToken: text },
    { '/hasMore': 'has-more', '/nextPageToken': 'next-cursor' },
  ],
  [
    { has_more: flag, url: text, object: text },
    { '/has_more': 'has-more', '/url': 'self-url' },
  ],
  [
    { first_id: text, last_id: text },
    { '/first_id': 'first-id', '/last_id': 'last-id' },
  ],
  [
    { count: number, next: url, previous: url },
    { '/count': 'total', '/next': 'next-url', '/previous': 'previous-url' },
  ],
  [
    { count: number, total: number },
    { '/count': 'count', '/total': 'total' },
  ],
  [
    { meta: object({ total: number, page: number }) },
    { '/meta/total': 'total', '/meta/page': 'page' },
  ],
  [
    { meta: object({ pagination: object({ total_pages: number }) }) },
    { '/meta/pagination/total_pages': 'pages' },
  ],
  [{ _links: object({ next: object({ href: text }) }) }, { '/_links/next/href': 'next-url' }],
  [
    { links: object({ next: text, prev: text }) },
    { '/links/next': 'next-url', '/links/prev': 'previous-url' },
  ],
  [{ cursors: object({ after: text }) }, { '/cursors/after': 'next-cursor' }],
  [
    { current_page: number, next_page: number, per_page: number, last_page: number },
    {
      '/current_page': 'page',
      '/next_page': 'next-page',
      '/per_page': 'limit',
      '/last_page': 'pages',
    },
  ],
  [
    { limit: number, offset: number },
    { '/limit': 'limit', '/offset': 'offset' },
  ],
  [
    { '@odata.nextLink': text, '@odata.count': number },
    { '/@odata.nextLink': 'next-url', '/@odata.count': 'total' },
  ],
  [{ next: flag }, { '/next': 'has-more' }],
  [{ limit: text, first: text, after: text, note: text }, {}],
];

test.each(facts)('%j tells %j', (members, want) => {
  const shape = shapeOf(object({ ...members, data: rows }));
  expect(Object.fromEntries(shape?.facts ?? [])).toEqual(want);
});

const limit = { name: 'limit', fallback: 10, maximum: 100 };
const said = { type: 'integer', description: 'Between 1 and 100, and the default is 10.' };
const pagings: readonly [
  { readonly [name: string]: JsonSchema },
  JsonObject,
  Paging | undefined,
][] = [
  [
    { limit: said, starting_after: text, ending_before: text },
    {},
    { limit, style: 'after-id', after: 'starting_after', before: 'ending_before' },
  ],
  [
    { limit: { type: 'integer', default: 10, maximum: 100 }, cursor: text },
    {},
    { limit, style: 'cursor', cursor: 'cursor' },
  ],
  [
    { pageToken: text, pageSize: number },
    {},
    { limit: { name: 'pageSize' }, style: 'cursor', cursor: 'pageToken' },
  ],
  [
    { $skiptoken: text, $skip: number, from: number },
    {},
    { style: 'cursor', cursor: '$skiptoken', offset: '$skip' },
  ],
  [{ limit: number }, {}, { limit: { name: 'limit' }, style: 'limit' }],
  [{ count: number }, {}, undefined],
  [{ cursor: text, from: number }, {}, { style: 'cursor', cursor: 'cursor' }],
  [{ after: text }, { last_id: text }, { style: 'after-id', after: 'after' }],
  [{ after: text }, { next_cursor: text }, { style: 'cursor', cursor: 'after' }],
  [{ after: text, before: text }, {}, { style: 'cursor', cursor: 'after', before: 'before' }],
  [{ cursor: text, before: text }, {}, { style: 'cursor', cursor: 'cursor' }],
  [{ page: text }, { next_page: text }, { style: 'cursor', cursor: 'page' }],
  [
    { page: number, per_page: number },
    {},
    { limit: { name: 'per_page' }, style: 'page', page: 'page', firstPage: 1 },
  ],
  [
    { page: { type: 'integer', minimum: 0 }, size: number },
    {},
    { limit: { name: 'size' }, style: 'page', page: 'page', firstPage: 0 },
  ],
  [
    { 'page[number]': number, 'page[size]': number },
    {},
    { limit: { name: 'page[size]' }, style: 'page', page: 'page[number]', firstPage: 1 },
  ],
  [
    { $skip: number, $top: number },
    {},
    { limit: { name: '$top' }, style: 'offset', offset: '$skip' },
  ],
  [
    { offset: number, limit: text },
    {},
    { limit: { name: 'limit' }, style: 'offset', offset: 'offset' },
  ],
  [{ from: text, status: text }, {}, undefined],
];

test.each(pagings)('%j with an answer of %j is asked for by %j', (query, members, want) => {
  expect(shapeOf(object({ ...members, data: rows }), query)?.paging).toEqual(want);
});

test.each<[string, JsonSchema, string | undefined]>([
  ['since_id', number, 'id'],
  ['since', { ...number, description: 'Only rows with an ID above this.' }, 'id'],
  ['since', { ...number, description: 'Seconds of the epoch.' }, undefined],
  ['since_id', text, undefined],
])('%s of %j asks for rows above it by %s', (name, schema, want) => {
  const entries: JsonSchema = { type: 'array', items: object({ id: number, name: text }) };
  const { paging } = shapeOf(entries, { [name]: schema, per_page: number }) ?? {};
  expect(paging?.style === 'after-id' ? paging.rising : undefined).toBe(want);
});

test('a cursor that the answer does not tell stands in the header Link', () => {
  expect(shapeOf(rows, { cursor: text })?.linkHeader).toBe(true);
  expect(shapeOf(object({ data: rows, next_cursor: text }), { cursor: text })?.linkHeader).toBe(
    false,
  );
});

test('an array with numbered pages, and what documents the header, have Link', () => {
  const page = { page: number, per_page: number };
  expect(shapeOf(rows, page)?.linkHeader).toBe(true);
  expect(shapeOf(rows, {}, ['Link'])?.linkHeader).toBe(true);
  expect(shapeOf(object({ data: rows, total: number }), page)?.linkHeader).toBe(false);
  expect(shapeOf(rows)?.linkHeader).toBe(false);
});

test('order and search are read from the names of parameters', () => {
  expect(shapeOf(rows, { sort: text, direction: text })?.sort).toEqual({
    by: 'sort',
    direction: 'direction',
  });
  expect(shapeOf(rows, { sort_by: text, order: text })?.sort).toEqual({
    by: 'sort_by',
    direction: 'order',
  });
  expect(shapeOf(rows, { order: text })?.sort).toEqual({ by: 'order' });
  expect(shapeOf(rows, { q: text, query: text, name: text })?.search).toEqual(['q', 'query']);
});

test('what x-pagination says wins over what names tell, where its array is', () => {
  const pagination = {
    style: 'page',
    query: { page: 'p', limit: 'n' },
    response: { items: '/data', total_pages: '/more' },
    first_page: 0,
  };
  const { role } = inferApi({
    extensions: { 'x-pagination': pagination },
    operations: {
      'GET /tasks': { answer: object({ data: rows, more: number }), query: { cursor: text } },
      'GET /notes': { answer: object({ items: rows, total: number }), query: { cursor: text } },
    },
  });
  const { facts: told, paging } = role('GET /tasks')?.list ?? {};
  expect(paging).toEqual({ limit: { name: 'n' }, style: 'page', page: 'p', firstPage: 0 });
  expect([...(told ?? [])]).toEqual([['/more', 'pages']]);
  expect(role('GET /notes')?.list?.paging).toEqual({ style: 'cursor', cursor: 'cursor' });
});
