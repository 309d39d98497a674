import type { JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { inferApi, listOf, object, ref, type SaidOperation } from '../test-inference.ts';

const schemas = { User: object('id', 'name'), Login: object('token') };
const answer = (member: string, schema: JsonSchema): SaidOperation => ({
  answer: { type: 'object', properties: { [member]: schema } },
});
const one = answer('user', ref('User'));
const all = answer('users', listOf('User'));
const about = { ...one, sent: object('userId') };

test('calls that are named for what they do are about the row whose id is sent', () => {
  const { lines, role } = inferApi({
    operations: {
      ...{ 'POST /createUser': { ...one, sent: object('name') }, 'POST /listUsers': all },
      ...{ 'POST /getUser': about, 'POST /deactivateUser': about, 'POST /removeUser': about },
    },
    schemas,
  });
  expect(lines).toEqual({
    'POST /createUser': 'create /listUsers',
    'POST /listUsers': 'list /listUsers',
    'POST /getUser': 'get /listUsers of the body',
    'POST /deactivateUser': 'action deactivate /listUsers of the body',
    'POST /removeUser': 'delete /listUsers of the body',
  });
  expect(role('POST /getUser')?.idMember).toBe('userId');
});

test.each<[string, { readonly [key: string]: SaidOperation }]>([
  ['nothing makes or lists them', { 'POST /getUser': about, 'POST /removeUser': about }],
  ['no id is sent', { 'POST /createUser': one, 'POST /getUser': one }],
  ['their prefixes differ', { 'POST /a/createUser': one, 'POST /b/getUser': about }],
  ['only a version stands before them', { 'POST /v1/create': one, 'POST /v1/get': about }],
  ['their method replaces', { 'PUT /createUser': one, 'PUT /getUser': about }],
  ['their nouns differ', { 'POST /createUser': one, 'POST /getLogin': about }],
])('calls stay without state where %s', (_, operations) => {
  const { lines } = inferApi({ operations, schemas });
  expect(Object.values(lines).filter((line) => /of the body/.test(line))).toEqual([]);
});

test('a noun that has paths of its own is left to them', () => {
  const { role } = inferApi({
    operations: {
      ...{ 'GET /users': { answer: listOf('User') }, 'GET /users/{id}': { answer: ref('User') } },
      ...{ 'POST /createUser': one, 'POST /getUser': about },
    },
    schemas,
  });
  expect(role('POST /getUser')?.collection.name).not.toBe('/createUser');
});
