import { expect, test } from 'vitest';
import {
  instant,
  integer,
  listOf,
  object,
  openApi,
  ours,
  ref,
  type Said,
  text,
} from './test-api.ts';
import { entriesOf } from './test-shop.ts';

const type = 'application/vnd.api+json';
const state = { enum: ['draft', 'published'], default: 'draft' };
const attributes = {
  ...{ title: text, body: text, state, words: ours(integer) },
  ...{ createdAt: ours(instant), updatedAt: ours(instant) },
};
const link = object({ data: object({ type: text, id: text }, 'type', 'id') });
const schemas = {
  Article: object(
    {
      ...{ type: { const: 'articles' }, id: ours(text), relationships: object({ author: link }) },
      attributes: object(attributes, 'title'),
    },
    ...['type', 'id', 'attributes'],
  ),
  Change: object({ type: text, id: text, attributes: object({ title: text, body: text }) }),
};
const one = { answer: object({ data: ref('Article') }, 'data'), type };
const query = {
  sort: text,
  'filter[title]': text,
  'filter[author]': text,
  'fields[articles]': text,
};
const operations: { readonly [key: string]: Said } = {
  'GET /articles': { answer: object({ data: listOf('Article') }, 'data'), query },
  'POST /articles': { ...one, sent: object({ data: ref('Article') }, 'data'), status: 201 },
  'PATCH /articles/{id}': { ...one, sent: object({ data: ref('Change') }, 'data') },
  'GET /articles/{id}': { ...one, query: { 'fields[articles]': text } },
};

async function open() {
  const { call, mock } = await openApi({ operations, schemas });
  const post = (title: string, author: string) => {
    const relationships = { author: { data: { type: 'people', id: author } } };
    const data = { type: 'articles', attributes: { title, body: 'Long' }, relationships };
    return call('POST /articles', { data }, type);
  };
  return { call, mock, made: [await post('Beta', '1'), await post('Alpha', '2')] };
}

test('the attributes of a new resource are completed as members of a row are', async () => {
  const { made } = await open();
  const now = '2025-10-14T10:30:00Z';
  expect(made[0]?.body['data']).toMatchObject({
    attributes: {
      ...{ title: 'Beta', body: 'Long', state: 'draft' },
      ...{ createdAt: now, updatedAt: now, words: expect.any(Number) },
    },
  });
});

test.each([
  ['sort=title', ['Alpha', 'Beta']],
  ['sort=-title', ['Beta', 'Alpha']],
  ['filter[title]=Beta', ['Beta']],
  ['filter[author]=2', ['Alpha']],
])('%s lists the resources %j', async (asked, titles) => {
  const { call } = await open();
  const { data } = (await call(`GET /articles?${asked}`)).body;
  expect(entriesOf(data).map((row) => row['attributes']?.['title'])).toEqual(titles);
});

test('a patch leaves the attributes that it does not name', async () => {
  const { call, made } = await open();
  const id = made[0]?.body['data']?.['id'];
  const data = { type: 'articles', id, attributes: { title: 'New' } };
  await call(`PATCH /articles/${id}`, { data }, type);
  const want = { attributes: { title: 'New', body: 'Long' }, relationships: expect.anything() };
  expect((await call(`GET /articles/${id}`)).body['data']).toMatchObject(want);
});

test('only the attributes that are asked for are shown, and those that must be', async () => {
  const { call, made } = await open();
  const id = made[0]?.body['data']?.['id'];
  const { data } = (await call(`GET /articles/${id}?fields[articles]=state`)).body;
  expect(data?.['attributes']).toEqual({ title: 'Beta', state: 'draft' });
});

test('a patch moves the instant of the last change among the attributes', async () => {
  const { call, mock, made } = await open();
  mock.clock.advance({ hours: 1 });
  const { id } = made[0]?.body['data'] ?? {};
  const data = { type: 'articles', id, attributes: { title: 'New' } };
  const { body } = await call(`PATCH /articles/${String(id)}`, { data }, type);
  expect(body['data']?.['attributes']).toMatchObject({
    createdAt: '2025-10-14T10:30:00Z',
    updatedAt: '2025-10-14T11:30:00Z',
  });
});

test('a row with two objects of members has each of them completed by its own schema', async () => {
  const Pair = object({
    id: ours(text),
    attributes: object({ title: text, state }),
    properties: object({ size: integer, kind: { enum: ['box', 'bag'], default: 'bag' } }),
  });
  const operations = {
    'GET /pairs': { answer: listOf('Pair') },
    'POST /pairs': { answer: ref('Pair'), sent: ref('Pair'), status: 201 },
    'GET /pairs/{id}': { answer: ref('Pair') },
  };
  const { call } = await openApi({ operations, schemas: { Pair } });
  const sent = { attributes: { title: 'Beta' }, properties: { size: 3 } };
  const { body } = await call('POST /pairs', sent);
  expect(body).toMatchObject({
    attributes: { title: 'Beta', state: 'draft' },
    properties: { size: 3, kind: 'bag' },
  });
});

test('a row that was begun from the same names takes no value from the one before', async () => {
  const Note = object({ id: ours(text), title: text, place: text, size: integer });
  const operations = {
    'GET /notes': { answer: listOf('Note') },
    'POST /notes': { answer: ref('Note'), sent: {}, status: 201 },
    'GET /notes/{id}': { answer: ref('Note') },
  };
  const { call } = await openApi({ operations, schemas: { Note } });
  await call('POST /notes', { title: 'Alpha', size: 3 });
  // What a row cannot show of it is left out.
  const { body } = await call('POST /notes', { title: 'Beta', size: [] });
  expect(body['title']).toBe('Beta');
  expect(body['size']).not.toBe(3);
});
