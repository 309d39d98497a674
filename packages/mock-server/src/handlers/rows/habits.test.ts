import { expect, test } from 'vitest';
import { integer, listOf, object, openApi, ref, type Said, text } from './test-api.ts';
import { entriesOf } from './test-shop.ts';

const schemas = {
  Book: object({ name: text, title: text, pages: integer }),
  Link: object({ href: { type: 'string', format: 'uri' } }, 'href'),
};
const made = { answer: ref('Book'), sent: ref('Book'), status: 201 };
const read = { answer: ref('Book') };
const item: { readonly [key: string]: Said } = {
  'GET /books/{name}': { ...read, query: { fields: text } },
};

const page = (facts: object) => object({ books: listOf('Book'), ...facts }, 'books');

async function open(list: Said, more: { readonly [key: string]: Said } = {}) {
  const operations = { 'GET /books': list, 'POST /books': made, ...item, ...more };
  const { call, mock } = await openApi({ operations, schemas });
  for (const [at, title] of ['Dune', 'Emma', 'Ulysses'].entries()) {
    await call('POST /books', { name: `b${at}`, title, pages: 100 * (at % 2) });
  }
  return { call, mock };
}

const titlesOf = (rows: unknown) =>
  Array.isArray(rows) ? rows.map((row: { title: string }) => row.title[0]).join('') : undefined;

test.each([
  ['$skip=1', 'ED'],
  ['$top=1&$skip=2', 'D'],
  ['$orderby=title desc', 'UED'],
  ['$orderby=pages desc,title', 'EDU'],
  ["$filter=title eq 'Emma' or pages lt 1 and title ne 'Dune'", 'UE'],
])('the query %s lists the books %s', async (asked, titles) => {
  const query = { $filter: text, $orderby: text, $skiptoken: text, $top: integer, $skip: integer };
  const { call } = await open({ answer: page({ '@odata.nextLink': text }), query });
  expect(titlesOf((await call(`GET /books?${encodeURI(asked)}`)).body['books'])).toBe(titles);
});

test('a cursor goes on where rows were skipped', async () => {
  const query = { cursor: text, offset: integer, limit: integer };
  const { call } = await open({ answer: page({ next_cursor: text }), query });
  const first = (await call('GET /books?offset=1&limit=1')).body;
  const second = (await call(`GET /books?cursor=${first['next_cursor']}&limit=1`)).body;
  expect([first, second].map(({ books }) => titlesOf(books))).toEqual(['E', 'D']);
});

test.each([
  ['limit=2', {}, 'UE'],
  ['', {}, 'UED'],
  ['', { default: 1 }, 'U'],
])('a list that can only be cut is cut: %j with the schema %j lists %s', async (...said) => {
  const [asked, schema, titles] = said;
  const { call } = await open({
    answer: listOf('Book'),
    query: { limit: { ...integer, ...schema } },
  });
  expect(titlesOf((await call(`GET /books?${asked}`)).body)).toBe(titles);
});

test.each([
  ['name,desc', 'UED'],
  ['pages,asc', 'UDE'],
  ['desc', 'UED'],
])('the order %s lists the books %s', async (sort, titles) => {
  const { call } = await open({ answer: listOf('Book'), query: { sort: text } });
  expect(titlesOf((await call(`GET /books?sort=${sort}`)).body)).toBe(titles);
});

test('headers tell of the page what the document says they do', async () => {
  const headers = { 'X-Total-Count': integer, 'X-Next-Page': text, 'X-Other': text };
  const query = { page: integer, per_page: integer };
  const { call } = await open({ answer: listOf('Book'), query, headers });
  const told = async (at: number) => {
    const answer = await call(`GET /books?per_page=2&page=${at}`);
    return Object.keys(headers).map((name) => answer.headers.get(name));
  };
  expect([await told(1), await told(2)]).toEqual([
    ['3', '2', null],
    ['3', null, null],
  ]);
});

test('a link to a page that does not exist is left out', async () => {
  const links = object({ next: ref('Link'), prev: ref('Link') });
  const query = { page: integer, size: integer };
  const { call } = await open({ answer: page({ _links: links }), query });
  const { _links: first } = (await call('GET /books?size=2')).body;
  const { _links: last } = (await call('GET /books?size=2&page=2')).body;
  expect([Object.keys(first ?? {}), Object.keys(last ?? {})]).toEqual([['next'], ['prev']]);
});

test.each([
  [{}, '/books/dune'],
  [{ type: 'string', format: 'uri' }, 'https://api.example.com/books/dune'],
  [
    { type: 'string', example: 'https://other.example.com/books/1' },
    'https://api.example.com/books/dune',
  ],
  [{ type: 'string', format: 'uri-reference' }, '/books/dune'],
])('a Location of the schema %j is %s', async (schema, location) => {
  const create = { sent: ref('Book'), status: 201, headers: { Location: schema } };
  const { call } = await openApi({ operations: { 'POST /books': create, ...item }, schemas });
  const { headers } = await call('POST /books', { name: 'dune' });
  expect(headers.get('location')).toBe(location);
});

test.each([
  ['title', { name: 'b1', title: 'Emma' }],
  ['title,pages', { name: 'b1', title: 'Emma', pages: 100 }],
  ['pages(max)', { name: 'b1', title: 'Emma', pages: 100 }],
])('the fields %s of a row are %j', async (fields, row) => {
  const { call } = await open({ answer: listOf('Book'), query: { fields: text } });
  expect((await call(`GET /books/b1?fields=${fields}`)).body).toEqual(row);
  expect(entriesOf((await call(`GET /books?fields=${fields}`)).body)[1]).toEqual(row);
});

test.each([
  ['title', { name: 'b1', title: 'New', pages: 100 }],
  ['pages', { name: 'b1', title: 'Emma' }],
  ['*', { name: 'b1', title: 'New', pages: 100 }],
  ['title.short', { name: 'b1', title: 'New', pages: 100 }],
])('the mask %s of a change leaves %j', async (mask, row) => {
  const patch = { ...read, sent: ref('Book'), query: { updateMask: text } };
  const { call } = await open({ answer: listOf('Book') }, { 'PATCH /books/{name}': patch });
  const { body } = await call(`PATCH /books/b1?updateMask=${mask}`, { title: 'New' });
  expect(body).toEqual(row);
});

test('a client names a new row by a parameter', async () => {
  const create = { ...made, query: { bookId: text } };
  const { call } = await open({ answer: listOf('Book') }, { 'POST /books': create });
  const { body } = await call('POST /books?bookId=moby', { title: 'Moby Dick' });
  expect([body['name'], (await call('GET /books/moby')).status]).toEqual(['moby', 200]);
  expect((await call('POST /books?bookId=', {})).body['name']).not.toBe('');
});

test('QUERY lists what its body asks for', async () => {
  const query = { sent: object({ title: text }), answer: listOf('Book') };
  const { call } = await open({ answer: listOf('Book') }, { 'QUERY /books': query });
  expect(titlesOf((await call('QUERY /books', { title: 'Emma' })).body)).toBe('E');
});
