import type { JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { inferApi, list, listOf, object, read, ref, schemas, write } from '../test-inference.ts';

test('lists and creators elsewhere belong to the collection that has such rows', () => {
  const { lines, role } = inferApi({
    schemas,
    operations: {
      'GET /projects': list('Project'),
      'GET /projects/{project_id}': read('Project'),
      'GET /tasks/{id}': read('Task'),
      'POST /tasks': write('Task'),
      'GET /projects/{project_id}/tasks': list('TaskSummary'),
      'POST /projects/{project_id}/tasks': write('Task'),
      'DELETE /projects/{project_id}/tasks/{id}': {},
      'GET /tasks/search': { answer: listOf('Task'), query: { q: { type: 'string' } } },
      'POST /tasks/search': { answer: listOf('Task'), sent: object('status') },
      'POST /tasks/createWithList': { answer: ref('Task'), sent: listOf('Task') },
      'GET /tasks/{id}/subtasks': list('Task'),
      'GET /stargazers/{name}/tasks': list('Task'),
    },
  });
  expect(lines).toMatchObject({
    'GET /projects/{project_id}/tasks': 'list /tasks',
    'POST /projects/{project_id}/tasks': 'create /tasks',
    'DELETE /projects/{project_id}/tasks/{id}': 'delete /tasks {id}',
    'GET /tasks/search': 'list /tasks',
    'POST /tasks/search': 'list /tasks',
    'POST /tasks/createWithList': 'create /tasks',
    'GET /tasks/{id}/subtasks': 'list /tasks',
  });
  const view = { parameter: 'project_id', property: 'project_id', parent: '/projects' };
  expect(role('GET /projects/{project_id}/tasks')?.scope).toEqual([view]);
  expect(role('GET /projects/{project_id}/tasks')?.list?.items).toEqual(ref('TaskSummary'));
  const below = { parameter: 'id', property: 'parent_id', parent: '/tasks' };
  expect(role('GET /tasks/{id}/subtasks')?.scope).toEqual([below]);
  expect(role('GET /stargazers/{name}/tasks')?.scope).toEqual([
    { parameter: 'name', unbound: true },
  ]);
  expect(role('GET /tasks/search')?.list?.search).toEqual(['q']);
});

test('rows that belong to others are kept apart by the parameters before their own', () => {
  const { byName, role } = inferApi({
    schemas,
    operations: {
      'GET /projects/{project}': read('Project'),
      'POST /projects': write('Project'),
      'GET /projects/{project}/notes': list('Note'),
      'POST /projects/{project}/notes': write('Note'),
      'GET /projects/{id}/notes/{note_id}': read('Note'),
    },
  });
  expect(byName.get('/projects/{project}/notes')?.scope).toEqual([
    { parameter: 'project', parent: '/projects' },
  ]);
  expect(role('GET /projects/{id}/notes/{note_id}')?.scope).toEqual([
    { parameter: 'id', standsFor: 'project', parent: '/projects' },
  ]);
  expect(byName.get('/projects/{project}/notes')?.idProperty).toBe('');
});

test('an item with two parameters is made and listed where its owners are', () => {
  const owned: JsonSchema = {
    type: 'object',
    required: ['owner'],
    properties: {
      id: { type: 'integer' },
      name: { type: 'string' },
      owner: object('login', 'name'),
    },
  };
  const { lines, role, byName } = inferApi({
    schemas: { ...schemas, 'full-repository': owned, 'minimal-repository': owned },
    operations: {
      'GET /orgs/{org}': { answer: object('login', 'description') },
      'GET /orgs': { answer: { type: 'array', items: object('login', 'description') } },
      'GET /repos/{owner}/{repo}': read('full-repository'),
      'PATCH /repos/{owner}/{repo}': write('full-repository'),
      'GET /orgs/{org}/repos': list('minimal-repository'),
      'POST /orgs/{org}/repos': { answer: ref('full-repository'), sent: object('name') },
      'GET /user/repos': list('minimal-repository'),
    },
  });
  expect(lines).toMatchObject({
    'GET /repos/{owner}/{repo}': 'get /repos/{owner} {repo}',
    'PATCH /repos/{owner}/{repo}': 'update /repos/{owner} {repo}',
    'GET /orgs/{org}/repos': 'list /repos/{owner}',
    'POST /orgs/{org}/repos': 'create /repos/{owner}',
    'GET /user/repos': 'list /repos/{owner}',
  });
  expect(byName.get('/repos/{owner}')?.idProperty).toBe('name');
  expect(role('POST /orgs/{org}/repos')?.scope).toEqual([
    { parameter: 'org', standsFor: 'owner', property: 'owner', member: 'login', parent: '/orgs' },
  ]);
});

test('rows that look alike are apart where nothing tells whose they are', () => {
  const { lines } = inferApi({
    schemas,
    operations: {
      'GET /users/{id}': read('User'),
      'POST /users': write('User'),
      'GET /groups/{group}/members': list('User'),
      'DELETE /groups/{group}/members/{id}': {},
      'GET /tasks/{id}': read('Task'),
      'POST /tasks': write('Task'),
      'GET /tasks/{id}/{parent_id}': read('Task'),
    },
  });
  expect(lines).toMatchObject({
    'GET /groups/{group}/members': 'list /groups/{group}/members',
    'DELETE /groups/{group}/members/{id}': 'delete /groups/{group}/members {id}',
    'GET /tasks/{id}/{parent_id}': 'get /tasks/{id}',
  });
});

test('what names a row that exists makes none, nor does what changes the one that is there', () => {
  const { lines } = inferApi({
    schemas,
    operations: {
      'GET /tasks/{id}': read('Task'),
      'POST /tasks': write('Task'),
      'GET /projects/{id}': read('Project'),
      'POST /projects': write('Project'),
      'GET /projects/{id}/blocked': list('Task'),
      'POST /projects/{id}/blocked': { answer: ref('Task'), sent: object('blocked_by') },
      'GET /projects/{id}/task': read('Task'),
      'POST /projects/{id}/task': write('Task'),
    },
  });
  expect(lines).toMatchObject({
    'POST /projects/{id}/blocked': 'action blocked /projects {id}',
    'GET /projects/{id}/task': 'get /projects/{id}/task',
    'POST /projects/{id}/task': 'update /projects/{id}/task',
  });
});

test('a list shows the rows whose scope its path has', () => {
  const { lines } = inferApi({
    schemas: { ...schemas, 'task-full': object('id', 'title', 'project_id', 'text') },
    operations: {
      'GET /t/{id}': read('task-full'),
      'POST /t': write('task-full'),
      'GET /a/{a}/b/{b}/tasks': list('Task'),
      'PUT /a/{a}/b/{b}/tasks/{id}': write('Task'),
      'GET /a/{a}/b/{b}/tasks/{id}': read('Task'),
      'GET /tasks': list('Task'),
    },
  });
  expect(lines['GET /tasks']).toBe('list /t');
});

test('a body where rows are listed names the row by its id', () => {
  const { lines } = inferApi({
    schemas,
    operations: {
      'GET /tasks': list('Task'),
      'PUT /tasks': write('Task'),
      'PATCH /tasks': { sent: listOf('Task') },
      'GET /tasks/{id}': read('Task'),
    },
  });
  expect(lines).toMatchObject({ 'PUT /tasks': 'replace /tasks of the body', 'PATCH /tasks': '-' });
});
