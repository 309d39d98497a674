import { expect, test } from 'vitest';
import { flag, integer, listOf, object, openApi, ref, type Said, text } from './test-api.ts';
import { entriesOf } from './test-shop.ts';

const answer = object({ ok: flag, user: ref('User') }, 'ok');
const done = object({ ok: flag }, 'ok');
const named = object({ userId: text }, 'userId');
const list = object({ users: listOf('User'), nextCursor: text }, 'users');
const page = { limit: integer, cursor: text };

const posted: { readonly [key: string]: Said } = {
  'POST /createUser': { sent: object({ name: text }, 'name'), answer },
  'POST /getUser': { sent: named, answer },
  'POST /listUsers': { sent: object({ ...page, name: text }), answer: list },
  'POST /updateUser': { sent: object({ userId: text, name: text }, 'userId'), answer },
  'POST /deactivateUser': { sent: named, answer: done },
  'POST /deleteUser': { sent: named, answer: done },
};
const dotted: { readonly [key: string]: Said } = {
  'POST /users.create': { sent: object({ name: text }, 'name'), answer },
  'GET /users.info': { query: { user: text }, answer },
  'GET /users.list': { query: page, answer: list },
  'POST /users.rename': { sent: object({ user: text, name: text }, 'user'), answer },
  'POST /users.deactivate': { sent: object({ user: text }, 'user'), answer: done },
  'POST /users.delete': { sent: object({ user: text }, 'user'), answer: done },
};
const below: { readonly [key: string]: Said } = Object.fromEntries(
  Object.entries(dotted).map(([key, said]) => [key.replace('/users.', '/api/users/'), said]),
);
const schemas = { User: object({ id: text, name: text, active: flag }, 'id', 'name') };

test.each([
  [posted, 'userId'],
  [dotted, 'user'],
  [below, 'user'],
])('calls that are named for what they do have state: %j', async (operations, member) => {
  const { call } = await openApi({ operations, schemas });
  const [create = '', get = '', all = '', update = '', end = '', remove = ''] =
    Object.keys(operations);
  const about = (target: string, id: unknown, more: object = {}) =>
    target.startsWith('GET')
      ? call(`${target}?${member}=${id}`)
      : call(target, { [member]: id, ...more });
  const made = (await call(create, { name: 'Ada' })).body['user'];
  expect(made).toMatchObject({ name: 'Ada', active: true });
  const id = made?.['id'];
  expect((await about(get, id)).body['user']).toEqual(made);
  expect((await about(update, id, { name: 'Bo' })).body['user']).toMatchObject({ id, name: 'Bo' });
  await about(end, id);
  expect((await about(get, id)).body['user']).toMatchObject({ name: 'Bo', active: false });
  const listed = all.startsWith('GET') ? await call(all) : await call(all, { name: 'Bo' });
  expect(entriesOf(listed.body['users'])).toHaveLength(1);
  expect((await about(remove, id)).body['ok']).toBe(true);
  expect((await about(get, id)).status).toBe(404);
});

test('a verb in a path says nothing about rows that have paths of their own', async () => {
  const { call } = await openApi({
    operations: {
      'GET /users/{id}': { answer: ref('User') },
      'POST /users': { sent: ref('User'), answer: ref('User') },
      'POST /users/create': { sent: object({ name: text }), answer: ref('User') },
      'POST /users/get': { sent: object({ user: text }), answer: ref('User') },
    },
    schemas,
  });
  const { body } = await call('POST /users', { id: 'a', name: 'Ada' });
  expect((await call('GET /users/a')).body).toEqual(body);
});
