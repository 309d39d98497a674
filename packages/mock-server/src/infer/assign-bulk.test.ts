import { expect, test } from 'vitest';
import { inferApi, list, listOf, object, ref, schemas, write } from '../test-inference.ts';

const number = { type: 'integer' };
const tasks = { type: 'object', properties: { tasks: listOf('Task') } };

test('what is about many rows has its part, and what only looks so has not', () => {
  const { lines } = inferApi({
    operations: {
      ...{ 'GET /tasks': list('Task'), 'POST /tasks': write('Task'), 'DELETE /tasks': {} },
      'QUERY /tasks': { ...list('Task'), sent: object('title') },
      'GET /tasks/{task_id}': { answer: ref('Task') },
      'GET /tasks/count': { answer: { type: 'object', properties: { count: number } } },
      'GET /tasks/$count': { answer: number },
      'GET /tasks/total': { answer: { type: 'object', properties: { a: number, b: number } } },
      'POST /tasks/bulk': { sent: tasks },
      'POST /tasks/bulkDelete': { sent: object('ids') },
      'POST /tasks/batch': { sent: object('url') },
      'DELETE /tasks/{task_id}/labels': {},
      'GET /projects/{project_id}/tasks': list('Task'),
      'DELETE /projects/{project_id}/tasks': {},
    },
    schemas,
  });
  expect(lines).toEqual({
    'GET /tasks': 'list /tasks',
    'POST /tasks': 'create /tasks',
    'DELETE /tasks': 'remove /tasks',
    'QUERY /tasks': 'list /tasks',
    'GET /tasks/{task_id}': 'get /tasks {task_id}',
    'GET /tasks/count': 'count /tasks',
    'GET /tasks/$count': 'count /tasks',
    'GET /tasks/total': 'get /tasks/total',
    'POST /tasks/bulk': 'create /tasks',
    'POST /tasks/bulkDelete': 'remove /tasks',
    'POST /tasks/batch': '-',
    'DELETE /tasks/{task_id}/labels': 'action labels /tasks {task_id}',
    'GET /projects/{project_id}/tasks': 'list /tasks',
    'DELETE /projects/{project_id}/tasks': '-',
  });
});
