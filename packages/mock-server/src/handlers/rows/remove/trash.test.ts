import { expect, test } from 'vitest';
import { flag, instant, listOf, object, openApi, ours, ref, type Said, text } from '../test-api.ts';
import { entriesOf } from '../test-shop.ts';

const now = '2025-10-14T10:30:00Z';
const user = { answer: ref('User') };
const operations: { readonly [key: string]: Said } = {
  'GET /users': { answer: listOf('User'), query: { include_deleted: flag } },
  'POST /users': { ...user, sent: ref('User') },
  'GET /users/{id}': user,
  'DELETE /users/{id}': user,
};
const restore = { 'POST /users/{id}/restore': user };

const orNull = { ...instant, type: ['string', 'null'] };

test.each([
  ['deleted_at', orNull, [now, null]],
  ['deletedAt', instant, [now, undefined]],
  ['is_deleted', flag, [true, false]],
])('a row with %s can be restored where the document says how', async (name, schema, [on, off]) => {
  const schemas = { User: object({ id: ours(text), name: text, [name]: ours(schema) }, 'id') };
  const { call } = await openApi({ operations: { ...operations, ...restore }, schemas });
  const { body } = await call('POST /users', { name: 'Ada' });
  const path = `/users/${body['id']}`;
  expect((await call(`DELETE ${path}`)).body[name]).toEqual(on);
  expect((await call(`GET ${path}`)).status).toBe(404);
  for (const path of ['/users', '/users?include_deleted=false']) {
    expect((await call(`GET ${path}`)).body).toEqual([]);
  }
  expect(entriesOf((await call('GET /users?include_deleted=true')).body)).toHaveLength(1);
  expect((await call(`POST ${path}/restore`)).body[name]).toEqual(off);
  expect((await call('GET /users')).body).toMatchObject([{ name: 'Ada' }]);
});

test('a row that nothing restores is gone', async () => {
  const schemas = { User: object({ id: ours(text), deleted_at: ours(orNull) }, 'id') };
  const { call } = await openApi({ operations, schemas });
  const { body } = await call('POST /users', {});
  await call(`DELETE /users/${body['id']}`);
  expect((await call('GET /users?include_deleted=true')).body).toEqual([]);
});
