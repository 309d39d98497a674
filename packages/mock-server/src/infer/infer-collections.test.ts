import type { JsonSchema, JsonValue } from '@product/spec-model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inferApi, list, listOf, object, read, ref, schemas, write } from '../test-inference.ts';

test('the methods of a collection and of an item give the operations their parts', () => {
  const { lines } = inferApi({
    schemas,
    operations: {
      'GET /tasks': list('Task'),
      'POST /tasks': write('Task'),
      'GET /tasks/{id}': read('Task'),
      'PATCH /tasks/{id}': write('Task'),
      'PUT /tasks/{id}': write('Task'),
      'POST /tasks/{id}': write('Task'),
      'DELETE /tasks/{id}': {},
      'DELETE /tasks': {},
    },
  });
  expect(lines).toEqual({
    'GET /tasks': 'list /tasks',
    'POST /tasks': 'create /tasks',
    'GET /tasks/{id}': 'get /tasks {id}',
    'PATCH /tasks/{id}': 'update /tasks {id}',
    'PUT /tasks/{id}': 'replace /tasks {id}',
    'POST /tasks/{id}': 'update /tasks {id}',
    'DELETE /tasks/{id}': 'delete /tasks {id}',
    'DELETE /tasks': 'remove /tasks',
  });
});

test('what is done to a row is an action, and DELETE takes it back', () => {
  const { lines } = inferApi({
    schemas,
    operations: {
      'GET /tasks/{id}': read('Task'),
      'POST /tasks': write('Task'),
      'POST /tasks/{id}/cancel': read('Task'),
      'POST /tasks/{id}:archive': {},
      'PUT /tasks/{id}/star': {},
      'DELETE /tasks/{id}/star': {},
      'GET /tasks/{id}/star': {},
      'GET /tasks/{id}/pdf': { answer: { type: 'string', format: 'binary' } },
      'POST /helpers/tasks/{task}/expire': read('Task'),
      'POST /reindex': {},
    },
  });
  expect(lines).toEqual({
    'GET /tasks/{id}': 'get /tasks {id}',
    'POST /tasks': 'create /tasks',
    'POST /tasks/{id}/cancel': 'action cancel /tasks {id}',
    'POST /tasks/{id}:archive': 'action archive /tasks {id}',
    'PUT /tasks/{id}/star': 'action star /tasks {id}',
    'DELETE /tasks/{id}/star': 'action star /tasks {id}',
    'GET /tasks/{id}/star': 'check star /tasks {id}',
    'GET /tasks/{id}/pdf': '-',
    'POST /helpers/tasks/{task}/expire': 'action expire /tasks {task}',
    'POST /reindex': '-',
  });
});

test('one object that is always there, the own row and the newest one are told apart', () => {
  const { lines, byName } = inferApi({
    schemas,
    operations: {
      'GET /users/{id}': read('User'),
      'GET /users': list('User'),
      'GET /me': read('User'),
      'PATCH /me': write('User'),
      'GET /settings': read('Settings'),
      'PUT /settings': write('Settings'),
      'GET /users/{id}/settings': read('Settings'),
      'GET /users/latest': read('User'),
      'GET /route': {
        answer: object('distance'),
        query: { from: { type: 'string' } },
        required: ['from'],
      },
    },
  });
  expect(lines).toMatchObject({
    'GET /me': 'me /users of the caller',
    'PATCH /me': 'update /users of the caller',
    'GET /settings': 'get /settings',
    'PUT /settings': 'replace /settings',
    'GET /users/{id}/settings': 'get /users/{id}/settings',
    'GET /users/latest': 'get /users of the newest',
    'GET /route': '-',
  });
  expect(byName.get('/settings')?.isSingleton).toBe(true);
});

test('rows that nothing lists or makes are there when they are asked for', () => {
  const { role } = inferApi({ schemas, operations: { 'GET /users/{user_id}': read('User') } });
  const { collection, idParameter, scope } = role('GET /users/{user_id}') ?? {};
  expect(idParameter).toBeUndefined();
  expect(collection?.isSingleton).toBe(true);
  expect(collection?.scope).toEqual([{ parameter: 'user_id', property: 'id' }]);
  expect(scope).toEqual([{ parameter: 'user_id', property: 'id', standsFor: 'user_id' }]);
});

test('a row is found inside what wraps it', () => {
  const wrap = (name: string, inner: JsonSchema): JsonSchema => ({
    type: 'object',
    properties: { [name]: inner, meta: object('request_id') },
  });
  const { byName, role } = inferApi({
    schemas,
    operations: {
      'GET /tasks': { answer: wrap('data', listOf('Task')) },
      'POST /tasks': { answer: wrap('data', ref('Task')), sent: wrap('task', ref('Task')) },
      'GET /tasks/{id}': { answer: wrap('task', ref('Task')) },
    },
  });
  expect(byName.get('/tasks')?.schema).toEqual(ref('Task'));
  expect(role('POST /tasks')).toMatchObject({ answerPointer: '/data', bodyPointer: '/task' });
  expect(role('GET /tasks/{id}')).toMatchObject({ answerPointer: '/task' });
});

test.each([{ enum: [true] }, { const: true }])('a deletion record of %j is not the row', (mark) => {
  const deleted: JsonSchema = {
    type: 'object',
    properties: { id: { type: 'string' }, deleted: { type: 'boolean', ...mark } },
  };
  const { byName } = inferApi({
    schemas: { ...schemas, DeletedTask: deleted },
    operations: {
      'GET /tasks/{id}': { answer: { anyOf: [ref('DeletedTask'), ref('Task')] } },
      'POST /tasks': write('Task'),
    },
  });
  expect(byName.get('/tasks')?.schema).toEqual(ref('Task'));
});

test('every part and every lack of one has its reason', () => {
  const operations = {
    'GET /tasks': list('Task'),
    'GET /tasks/{id}': read('Task'),
    'POST /login': { sent: object('name'), answer: { type: 'string' } },
    'GET /words': { answer: { type: 'array', items: { type: 'string' } } },
  } as const;
  const { role, reason } = inferApi({ schemas, operations });
  const told = Object.keys(operations).map(
    (key) => role(key)?.because.join(' ') ?? reason(key) ?? '',
  );
  expect(told.filter((text) => !/\.$/.test(text))).toEqual([]);
});

test('names that objects inherit are names like any other', () => {
  const { lines } = inferApi({
    schemas: { constructor: object('id', '__proto__') },
    operations: {
      'GET /__proto__': list('constructor'),
      'GET /__proto__/{constructor}': read('constructor'),
    },
  });
  expect(lines['GET /__proto__/{constructor}']).toBe('get /__proto__ {constructor}');
});

const name = fc.constantFrom('id', 'data', 'items', 'next', '$ref', '__proto__', 'page', 'x%zz');
const pointer = fc.constantFrom('#/components/schemas/A', '#/components/schemas/%zz', '#/x', '');
const junk: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue; schema: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, 1, '', true, 'array'),
    pointer,
    tie('schema'),
  ),
  schema: fc.oneof(
    fc.record({ $ref: pointer }),
    fc.record(
      {
        type: fc.constantFrom<JsonValue>('object', 'array', ['string', 'null'], 5),
        properties: fc.oneof(fc.dictionary(name, tie('value')), tie('value')),
        items: tie('value'),
        anyOf: fc.oneof(fc.array(tie('value'), { maxLength: 3 }), tie('value')),
        allOf: fc.oneof(fc.array(tie('value'), { maxLength: 3 }), tie('value')),
        required: fc.oneof(fc.array(name), tie('value')),
        format: tie('value'),
        default: tie('value'),
        description: tie('value'),
        example: tie('value'),
        pattern: tie('value'),
        'x-id-prefix': tie('value'),
        'x-mock-rows': tie('value'),
      },
      { requiredKeys: [] },
    ),
  ),
})).schema;

test('no schema, whatever it says and however it refers to itself, stops inference', () => {
  fc.assert(
    fc.property(fc.array(junk, { minLength: 4, maxLength: 4 }), (given) => {
      // What stands where a schema should is anything.
      const [A, answer, sent, query] = given as JsonSchema[] as [
        JsonSchema,
        JsonSchema,
        JsonSchema,
        JsonSchema,
      ];
      const { lines } = inferApi({
        schemas: { A },
        operations: {
          'GET /tasks': { answer, query: { page: query, limit: query, sort: query } },
          'POST /tasks': { answer, sent },
          'GET /tasks/{id}': { answer: sent, path: { id: query } },
          'GET /users/{user}/tasks': { answer },
          'POST /tasks/{id}/close': { answer: A },
        },
      });
      expect(Object.keys(lines).length).toBe(5);
    }),
  );
});

test('an operation without a part says why: it was asked for, or its method is unknown', () => {
  const { reason } = inferApi({
    operations: { 'COPY /tasks': {}, 'GET /tasks': { extensions: { 'x-mock-role': false } } },
  });
  expect(reason('GET /tasks')).toMatch(/x-mock-role/);
  expect(reason('COPY /tasks')).not.toMatch(/x-mock-role|^undefined$/);
});
