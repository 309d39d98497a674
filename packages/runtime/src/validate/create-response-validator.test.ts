import { expect, test } from 'vitest';
import { bench, ok } from '../testing/example-client.ts';
import { createResponseValidator, type ResponseSchemas } from './create-response-validator.ts';

const schemas: ResponseSchemas = {
  $defs: {
    Task: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string', minLength: 2 },
        due: { type: ['string', 'null'], format: 'date-time' },
        parent: { $ref: '#/$defs/Task' },
        'a/b~c d': { type: 'integer' },
      },
      additionalProperties: false,
    },
  },
  operations: {
    'tasks.get': { '200': { $ref: '#/$defs/Task' }, '2XX': { type: 'array' }, default: false },
    'tasks.list': { '200': { type: 'array', items: { $ref: '#/$defs/Task' } } },
  },
};

test.each<[string, number, unknown, object[]]>([
  ['tasks.get', 200, { id: 'ab', due: null, parent: { id: 'cd' } }, []],
  ['tasks.get', 200, {}, [{ pointer: '', keyword: 'required' }]],
  [
    'tasks.get',
    200,
    { id: 'a', due: 'soon' },
    [
      { pointer: '/id', keyword: 'minLength' },
      { pointer: '/due', keyword: 'format' },
    ],
  ],
  [
    'tasks.get',
    200,
    { id: 'ab', parent: { id: 1 } },
    [
      { pointer: '/parent/id', keyword: 'type' },
      { pointer: '/parent/id', keyword: 'minLength' },
    ].slice(0, 1),
  ],
  ['tasks.get', 200, { id: 'ab', 'a/b~c d': '1' }, [{ pointer: '/a~1b~0c d', keyword: 'type' }]],
  ['tasks.get', 200, { id: 'ab', more: 1 }, [{ pointer: '/more', keyword: 'false' }]],
  ['tasks.get', 202, [], []],
  ['tasks.get', 202, {}, [{ pointer: '', keyword: 'type' }]],
  ['tasks.list', 200, [{ id: 'ab' }, {}], [{ pointer: '/1', keyword: 'required' }]],
  ['tasks.list', 201, 'anything', []],
  ['toString', 200, 'anything', []],
  ['tasks.get', 200, undefined, []],
])('of %s with status %d, %j breaks %j', (...[operation, status, data, want]) => {
  const validate = createResponseValidator(schemas);
  expect(validate({ operation, status, data }) ?? []).toMatchObject(want);
  expect(validate({ operation, status, data })?.length ?? 0).toBe(want.length);
});

test('an answer that breaks a rule many times names it twenty times', () => {
  const validate = createResponseValidator(schemas);
  const data = Array.from({ length: 1000 }, () => ({}));
  expect(validate({ operation: 'tasks.list', status: 200, data })).toHaveLength(20);
});

test('a call whose answer breaks the schema ends in a DecodeError with pointers', async () => {
  const { client, clock } = bench([() => ok({ id: 'a' })], {
    validateResponses: createResponseValidator(schemas),
  });
  const result = await clock.run(client.get('task_1').result());
  expect(result).toMatchObject({
    ok: false,
    error: { kind: 'decode', code: 'response_invalid', issues: [{ pointer: '/id' }] },
  });
});

test('in mode warn the data passes, and the logger is told without it', async () => {
  const told: unknown[] = [];
  const logger = { warn: (message: string, fields?: object) => told.push([message, fields]) };
  const { client, clock } = bench([() => ok({ id: 'a', due: 'secret' })], {
    validateResponses: createResponseValidator(schemas, { mode: 'warn', logger }),
  });
  expect(await clock.run(client.get('task_1'))).toEqual({ id: 'a', due: 'secret' });
  expect(told).toMatchObject([[expect.any(String), { operation: 'tasks.get', status: 200 }]]);
  expect(JSON.stringify(told)).not.toContain('secret');
});
