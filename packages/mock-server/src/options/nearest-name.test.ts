import { expect, test } from 'vitest';
import { nearestName, suggestName } from './nearest-name.ts';

const known = ['tasks.list', 'tasks.get', 'projects.list'];

test.each([
  ['task.list', 'tasks.list'],
  ['Tasks.List', 'tasks.list'],
  ['tasks.gte', 'tasks.get'],
  ['weather', undefined],
])('%s most likely stands for %s', (name, nearest) => {
  expect(nearestName(name, known)).toBe(nearest);
});

test('without a near name, all are named', () => {
  expect(suggestName('weather', known)).toBe('Known: tasks.list, tasks.get, projects.list.');
});
