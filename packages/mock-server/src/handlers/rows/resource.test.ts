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
