import { expect, test } from 'vitest';
import { answering, mockOf } from './test-document.ts';

test('an operation whose schema cannot be used is a 501 that says where, and no other is', async () => {
  const { call } = await mockOf({
    paths: {
      '/broken': { get: answering({ type: 'string', pattern: '(' }) },
      '/whole': { get: answering({ type: 'string' }) },
    },
  });
  const seen = await call('GET /broken');
  expect([seen.status, seen.type]).toEqual([501, 'application/problem+json']);
  expect(seen.json).toMatchObject({
    code: 'unusable_operation',
    errors: [{ pointer: expect.any(String) }],
  });
  expect(seen.text).not.toMatch(/\.ts\b|\bat \w+ \(/);
  expect((await call('GET /whole')).status).toBe(200);
});

test.each([
  {
    what: 'a schema of the operation',
    schema: { type: 'string', pattern: '(' },
    pointer: '#/paths/~1broken/get',
  },
  {
    what: 'a part of a component',
    schema: { $ref: '#/components/schemas/Part' },
    pointer: '#/components/schemas/Part/properties/a~1b/pattern',
  },
  {
    what: 'a component without an end',
    schema: { $ref: '#/components/schemas/Endless' },
    pointer: '#/components/schemas/Endless',
  },
])('the place of $what that cannot be used is told', async ({ schema, pointer }) => {
  const part = { type: 'string', pattern: '(' };
  const endless = { $ref: '#/components/schemas/Endless' };
  const { call } = await mockOf({
    paths: { '/broken': { get: answering(schema) } },
    components: {
      schemas: {
        Part: { type: 'object', required: ['a/b'], properties: { 'a/b': part } },
        Endless: { type: 'object', required: ['next'], properties: { next: endless } },
      },
    },
  });
  expect((await call('GET /broken')).json).toMatchObject({ errors: [{ pointer }] });
});

test('an operation that refers to nothing is a 501 that says where', async () => {
  const { call } = await mockOf({
    paths: {
      '/broken': { get: answering({ $ref: '#/components/schemas/Missing' }) },
      '/whole': { get: answering({ type: 'string' }) },
    },
  });
  expect(await call('GET /broken')).toMatchObject({
    status: 501,
    json: { code: 'unusable_operation' },
  });
  expect((await call('GET /whole')).status).toBe(200);
});
