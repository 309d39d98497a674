import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parameterNames, Router } from './router.ts';

const paths = [
  '/tasks',
  '/tasks/{id}',
  '/tasks/mine',
  '/tasks/{id}/notes/{note}',
  '/tasks/mine/{part}',
  '/files/{name}.json',
  '/files/{name}',
  '/jobs/{id}:cancel',
  '/files/{name}.min.json',
  '/compare/{base}...{head}',
  '/at/{lat},{lng};{zoom}',
  '/twins/{a}{b}',
];
const router = new Router(paths.map((path) => ({ method: 'GET', path })));

test.each([
  ['/tasks', '/tasks', []],
  ['/tasks/7', '/tasks/{id}', ['7']],
  ['/tasks/mine', '/tasks/mine', []],
  ['/tasks/mine/notes/1', '/tasks/{id}/notes/{note}', ['mine', '1']],
  ['/tasks/mine/owner', '/tasks/mine/{part}', ['owner']],
  ['/tasks/a%2Fb', '/tasks/{id}', ['a/b']],
  ['/tasks/%E2%9C%93', '/tasks/{id}', ['✓']],
  ['/files/a.json', '/files/{name}.json', ['a']],
  ['/files/.json', '/files/{name}', ['.json']],
  ['/jobs/9:cancel', '/jobs/{id}:cancel', ['9']],
  ['/files/a.min.json', '/files/{name}.min.json', ['a']],
  ['/files/a.b.json', '/files/{name}.json', ['a.b']],
  ['/compare/main...topic', '/compare/{base}...{head}', ['main', 'topic']],
  ['/compare/a...b...c', '/compare/{base}...{head}', ['a', 'b...c']],
  ['/at/1.5,-2;3', '/at/{lat},{lng};{zoom}', ['1.5', '-2', '3']],
  ['/twins/xyz', '/twins/{a}{b}', ['x', 'yz']],
  ['/tasks/__proto__', '/tasks/{id}', ['__proto__']],
])('%s leads to %s', (path, template, values) => {
  const match = router.match(path);
  expect(match?.byMethod.get('GET')?.path).toBe(template);
  expect(match?.values).toEqual(values);
});

test.each([
  '/',
  '/task',
  '/tasks/',
  '/tasks/7/',
  '/tasks//notes/1',
  '/TASKS',
  '/jobs/9',
  '/x%zz',
  '/compare/a',
  '/compare/...b',
  '/compare/a...',
  '/at/1,2',
  '/twins/x',
])('%s leads nowhere', (path) => {
  expect(router.match(path)).toBeUndefined();
});

test('any value that is encoded comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
      fc.pre(value !== 'mine');
      expect(router.match(`/tasks/${encodeURIComponent(value)}`)?.values).toEqual([value]);
    }),
  );
});

test('no path makes the router throw', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      expect(() => router.match(path)).not.toThrow();
    }),
  );
});

test('the time to find a route does not grow with their number', () => {
  const many = new Router(
    Array.from({ length: 20_000 }, (_, at) => ({ method: 'GET', path: `/r${at}/{id}` })),
  );
  const few = new Router([{ method: 'GET', path: '/r0/{id}' }]);
  const secondsOf = (one: typeof few, path: string): number => {
    const begun = performance.now();
    for (let turn = 0; turn < 20_000; turn++) one.match(path);
    return performance.now() - begun;
  };
  secondsOf(few, '/r0/1');
  // A linear search would take thousands of times as long.
  expect(secondsOf(many, '/r19999/1')).toBeLessThan(20 * secondsOf(few, '/r0/1') + 20);
});

test('parameters are named in order', () => {
  expect(parameterNames('/a/{b}/c/{d}.json')).toEqual(['b', 'd']);
});
