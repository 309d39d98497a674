import { expect, test } from 'vitest';
import { foldName, singular } from './fold-name.ts';
import { readPath, rowsWord, templateOf } from './read-path.ts';

test.each([
  ['/tasks/{id}', '/tasks/{}', '/tasks/{id}'],
  ['/tasks/{task_id}/', '/tasks/{}', '/tasks/{task_id}'],
  ['/tasks/{id}:cancel', '/tasks/{}/cancel', '/tasks/{id}/cancel'],
  ['/tasks:search', '/tasks/search', '/tasks/search'],
  ['/Tasks({id})', '/Tasks/{}', '/Tasks/{id}'],
  ["/Tasks('{id}')/$value", '/Tasks/{}/$value', '/Tasks/{id}/$value'],
  ['/Accounts/{Sid}.json', '/Accounts/{}', '/Accounts/{Sid}'],
  ['/compare/{base}...{head}', '/compare/{}...{}', '/compare/{}...{}'],
  ['/', '', ''],
])('%s is %s, whatever its parameters are called', (template, key, plain) => {
  const { parts, key: found } = readPath(template);
  expect(found).toBe(key);
  expect(templateOf(parts)).toBe(plain);
});

test.each([
  ['/v1/tasks/{id}', 'tasks'],
  ['/animal/search', 'animal'],
  ['/{id}', ''],
])('%s calls its rows %s', (template, word) => {
  expect(rowsWord(readPath(template).parts)).toBe(word);
});

test.each([
  ['Tasks', 'task'],
  ['batches', 'batch'],
  ['categories', 'category'],
  ['statuses', 'status'],
  ['status', 'status'],
  ['addresses', 'address'],
  ['people', 'person'],
  ['series', 'series'],
  ['schemas', 'schema'],
  ['web-hooks', 'webhook'],
])('one of %s is a %s', (noun, want) => {
  expect(singular(noun)).toBe(want);
});

test.each([
  ['project_id', 'projectid'],
  ['Project-ID', 'projectid'],
  ['@odata.nextLink', 'odatanextlink'],
  ['page[size]', 'pagesize'],
  ['Straße_Nr', 'straßenr'],
])('%s is folded to %s', (name, want) => {
  expect(foldName(name)).toBe(want);
});
