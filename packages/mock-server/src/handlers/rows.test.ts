import { describe, expect, test } from 'vitest';
import { createMock } from '../create-mock.ts';
import { createMockFromModel } from '../create-mock-from-model.ts';
import { productModel } from '../generated/product-model.ts';
import type { KeyOptions } from '../keys/key-ring.ts';
import type { MockOptions } from '../options/mock-options.ts';
import { callsOf, rowsOf } from '../test-call.ts';

// The mock of the Product API carries handlers of its own, which are smaller.
const kinds = {
  'the Product API': (options: MockOptions) => createMock(options),
  'any document': (options: MockOptions) => createMockFromModel(productModel, options),
};

describe.each(Object.entries(kinds))('rows of the mock of %s', (_, create) => {
  function bench(options: MockOptions = {}, key: KeyOptions = {}) {
    const mock = create({ seed: 1, ...options });
    return { mock, call: callsOf(mock, mock.keys.create(key).secret) };
  }

  test('a task is created with defaults, read, changed and deleted', async () => {
    const { call, mock } = bench();
    const created = await call('POST', '/tasks', { body: { title: 'Ship it', labels: ['a'] } });
    const id = String(created.body['id']);
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/v1/tasks/${id}`);
    expect(created.body).toEqual({
      id: expect.stringMatching(/^task_[0-9A-Za-z]{16}$/),
      title: 'Ship it',
      description: null,
      status: 'open',
      priority: 'normal',
      project_id: null,
      assignee_id: null,
      due_at: null,
      labels: ['a'],
      created_at: '2025-10-14T10:30:00Z',
      updated_at: '2025-10-14T10:30:00Z',
    });
    expect((await call('GET', `/tasks/${id}`)).body).toEqual(created.body);
    mock.clock.advance(1500);
    const patched = await call('PATCH', `/tasks/${id}`, { body: { status: 'done' } });
    const changes = { status: 'done', updated_at: '2025-10-14T10:30:01.500Z' };
    expect(patched.body).toEqual({ ...created.body, ...changes });
    expect((await call('DELETE', `/tasks/${id}`)).status).toBe(204);
    expect((await call('GET', `/tasks/${id}`)).status).toBe(404);
    expect((await call('DELETE', `/tasks/${id}`)).status).toBe(404);
    expect(mock.violations).toEqual([]);
  });

  test('pages follow one another, whatever comes or goes meanwhile', async () => {
    const { call } = bench();
    const ids = rowsOf(await call('GET', '/tasks?limit=100')).map((row) => row['id']);
    const first = await call('GET', '/tasks?limit=5');
    await call('POST', '/tasks', { body: { title: 'New' } });
    await call('DELETE', `/tasks/${String(ids[4])}`);
    const second = await call('GET', `/tasks?limit=5&cursor=${String(first.body['next_cursor'])}`);
    const third = await call('GET', `/tasks?limit=5&cursor=${String(second.body['next_cursor'])}`);
    const seen = [first, second, third].flatMap((page) => rowsOf(page).map((row) => row['id']));
    expect(seen).toEqual(ids);
    expect([first, second, third].map((page) => page.body['has_more'])).toEqual([
      true,
      true,
      false,
    ]);
    expect(third.body['next_cursor']).toBeNull();
  });

  test('a cursor of one list is refused by another', async () => {
    const { call } = bench();
    const { body } = await call('GET', '/tasks?limit=1');
    expect((await call('GET', `/users?cursor=${String(body['next_cursor'])}`)).status).toBe(422);
  });

  test.each([
    ['status=done', ['task_5a0f64', 'task_6k2j87', 'task_0q8r20', 'task_2n5p59']],
    ['status=done&priority=low', ['task_6k2j87']],
    ['project_id=proj_bill3', ['task_0q8r20', 'task_2n5p59']],
    ['assignee_id=user_priya', ['task_9f2k41']],
    ['label=accessibility', ['task_7b1e93']],
    ['due_before=2025-10-17T00:00:00Z', ['task_8d4g75', 'task_2n5p59']],
    ['due_before=2025-09-30T17:00:00Z', []],
    ['due_after=2025-12-15T12:00:00Z', []],
    ['due_after=2025-12-01T00:00:00%2B00:00', ['task_9s3t61', 'task_7u1v02']],
    ['created_before=2025-09-16T00:00:00Z', ['task_2n5p59']],
    ['q=ANDROID', ['task_8d4g75']],
    ['q=high', []],
    ['status=done&q=nothing', []],
  ])('tasks?%s lists what passes, newest first', async (query, ids) => {
    const { call } = bench();
    expect(rowsOf(await call('GET', `/tasks?${query}`)).map((row) => row['id'])).toEqual(ids);
  });

  test('deleting a project leaves its tasks, without a project', async () => {
    const { call, mock } = bench();
    await call('DELETE', '/projects/proj_bill3');
    expect((await call('GET', '/tasks/task_2n5p59')).body).toMatchObject({ project_id: null });
    expect(mock.violations).toEqual([]);
  });

  test('the rows of the document are there from the start, in both modes', async () => {
    for (const mode of ['test', 'live']) {
      const { call } = bench({}, { mode });
      expect(rowsOf(await call('GET', '/users'))).toHaveLength(5);
    }
  });

  test('me is the owner of the key', async () => {
    const { call } = bench({}, { ownerId: 'user_mei' });
    expect((await call('GET', '/users/me')).body).toMatchObject({ id: 'user_mei' });
  });
});
