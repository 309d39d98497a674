import { expect, test } from 'vitest';
import * as generated from './generated/index.ts';
import * as curated from './index.ts';
import { ProductClient, type Task } from './index.ts';

test('everything that is generated is exported', () => {
  expect(Object.keys(curated).sort()).toEqual(Object.keys(generated).sort());
});

test('a list is read page by page', async () => {
  const sent: string[] = [];
  const client = new ProductClient({
    apiKey: 'sk_test_mock_4f9a2c7e1b4f9a2c7e1b4f9a2c4Kqmja',
    fetch: async (request) => {
      sent.push(`${request.method} ${request.url}`);
      const isFirst = !request.url.includes('cursor=');
      const page = isFirst
        ? { data: [{ id: 'task_1' }], has_more: true, next_cursor: 'two' }
        : { data: [{ id: 'task_2' }], has_more: false, next_cursor: null };
      return Response.json(page);
    },
  });
  const tasks: Task[] = [];
  for await (const task of client.tasks.list({ status: 'open' })) {
    tasks.push(task);
  }
  expect(tasks.map(({ id }) => id)).toEqual(['task_1', 'task_2']);
  expect(sent).toEqual([
    'GET https://api.example.com/v1/tasks?status=open',
    'GET https://api.example.com/v1/tasks?status=open&cursor=two',
  ]);
});
