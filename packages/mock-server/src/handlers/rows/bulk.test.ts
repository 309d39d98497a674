import { expect, test } from 'vitest';
import { flag, integer, listOf, object, openApi, ours, ref, type Said, text } from './test-api.ts';
import { entriesOf } from './test-shop.ts';

const page = object({ data: listOf('Task'), total: integer }, 'data', 'total');
const ids = object({ ids: { type: 'array', items: integer } });
const operations: { readonly [key: string]: Said } = {
  'GET /tasks': { answer: page, query: { done: flag } },
  'POST /tasks': { answer: ref('Task'), sent: ref('Task'), status: 201 },
  'DELETE /tasks': { query: { ids: text, done: flag, why: text } },
  'GET /tasks/count': { answer: object({ count: integer }, 'count'), query: { done: flag } },
  'POST /tasks/bulk': {
    sent: object({ tasks: listOf('Task') }),
    answer: object({ data: listOf('Task') }),
  },
  'POST /tasks/bulk-delete': { sent: ids, answer: object({ deleted: integer }) },
  'POST /tasks/bulk-remove': { sent: { type: 'array', items: object({ id: integer }) } },
  'POST /tasks/search': {
    sent: object({ query: text, done: flag, limit: integer, offset: integer }),
    answer: page,
  },
  'GET /tasks/{id}': { answer: ref('Task') },
};
const schemas = { Task: object({ id: ours(integer), title: text, done: flag }, 'id', 'title') };

async function open() {
  const api = await openApi({ operations, schemas });
  const tasks = ['One', 'Two', 'Three'].map((title) => ({ title, done: title === 'Two' }));
  const made = await api.call('POST /tasks/bulk', { tasks });
  return { ...api, made };
}

test('several rows are made at once, and all of them are answered', async () => {
  const { call, made } = await open();
  expect(made.body['data']).toMatchObject([
    { id: 1, title: 'One', done: false },
    { id: 2, title: 'Two', done: true },
    { id: 3, title: 'Three' },
  ]);
  expect((await call('GET /tasks/3')).body['title']).toBe('Three');
});

test.each([
  ['/tasks/count', 3],
  ['/tasks/count?done=true', 1],
])('%s tells that there are %j rows', async (path, count) => {
  const { call } = await open();
  expect((await call(`GET ${path}`)).body).toEqual({ count });
});

test('a number alone can be the answer to how many there are', async () => {
  const count = { 'GET /tasks/$count': { answer: integer } };
  const { call } = await openApi({ operations: { ...operations, ...count }, schemas });
  await call('POST /tasks', { title: 'One' });
  expect((await call('GET /tasks/$count')).body).toBe(1);
});

test.each([
  ['DELETE /tasks?ids=1,3', undefined, [2]],
  ['DELETE /tasks?done=true', undefined, [3, 1]],
  ['DELETE /tasks', undefined, []],
  // What is not understood removes nothing.
  ['DELETE /tasks?why=old', undefined, [3, 2, 1]],
  ['POST /tasks/bulk-delete', { ids: [2, 9] }, [3, 1]],
  ['POST /tasks/bulk-delete', { why: 'old' }, [3, 2, 1]],
  ['POST /tasks/bulk-remove', [{ id: 3 }, { id: 1 }], [2]],
])('%s with the body %j leaves the rows %j', async (target, body, left) => {
  const { call } = await open();
  await call(target, body);
  const { data } = (await call('GET /tasks')).body;
  expect(entriesOf(data).map(({ id }) => id)).toEqual(left);
});

test('many that were removed are counted', async () => {
  const { call } = await open();
  expect((await call('POST /tasks/bulk-delete', { ids: [1, 2, 9] })).body).toEqual({ deleted: 2 });
});

test.each([
  [{ query: 'thr' }, [3], 1],
  [{ done: true }, [2], 1],
  [{ done: false, limit: 1, offset: 1 }, [1], 2],
])('a search by the body %j finds %j', async (body, found, total) => {
  const { call } = await open();
  const answer = (await call('POST /tasks/search', body)).body;
  expect(entriesOf(answer['data']).map(({ id }) => id)).toEqual(found);
  expect(answer['total']).toBe(total);
});
