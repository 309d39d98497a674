import { ProductClient } from '@product/api-client';
import { responseValidator } from '@product/api-client/validate';
import { createMock } from '@product/mock-server';
import { expect, test } from 'vitest';

/** A client whose answers are held against the document, and what may change them on their way. */
function validated(change: (data: object) => unknown = (data) => data) {
  const mock = createMock({ seed: 1 });
  const { secret } = mock.keys.create({
    mode: 'test',
    permissions: ['admin:*'],
    plan: 'enterprise',
  });
  return new ProductClient({
    apiKey: secret,
    clock: mock.clock,
    validateResponses: responseValidator(),
    fetch: async (request) => {
      const response = await mock.fetch(request);
      const { status, headers } = response;
      if (status === 204) return response;
      return Response.json(change(await response.json()), { status, headers: [...headers] });
    },
  });
}

test('every answer of the mock is what the document says', async () => {
  const client = validated();
  const task = await client.tasks.create({ title: 'Ship it' });
  const key = await client.apiKeys.create({
    name: 'A key',
    permissions: ['tasks:read'],
    mode: 'test',
  });
  const calls = [
    client.tasks.get(task.id),
    client.tasks.list(),
    client.tasks.update(task.id, { status: 'done' }),
    client.apiKeys.get(key.id),
    client.apiKeys.list(),
    client.projects.list(),
    client.users.me(),
    client.rateLimit.get(),
    client.webhookEndpoints.list(),
  ];
  await expect(Promise.all(calls)).resolves.toHaveLength(calls.length);
  expect(await client.tasks.delete(task.id)).toBeUndefined();
});

test('an answer that lacks what the document promises is named with its pointer', async () => {
  const client = validated((data) => ({ ...data, id: 7, title: undefined }));
  const result = await client.tasks.get('task_9f2k41').result();
  expect(result).toMatchObject({
    ok: false,
    status: undefined,
    error: { kind: 'decode', code: 'response_invalid', operation: 'tasks.get' },
  });
  const pointers = Object(result.ok || result.error).issues.map(Object.values);
  expect(pointers).toContainEqual(['/id', 'type', expect.any(String)]);
  expect(pointers).toContainEqual(['', 'required', expect.any(String)]);
});

test('an item of a page is named with its place', async () => {
  const client = validated((page) => ({ ...page, has_more: 'no' }));
  const error = await client.tasks.list().then(Object, Object);
  expect(error).toMatchObject({ code: 'response_invalid', issues: [{ pointer: '/has_more' }] });
});
