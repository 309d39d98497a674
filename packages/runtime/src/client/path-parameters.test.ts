import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serializePath } from './path-parameters.ts';

test.each([
  ['a/b', '/tasks/a%2Fb'],
  ['\\', '/tasks/%5C'],
  ['?#', '/tasks/%3F%23'],
  ['$&', '/tasks/%24%26'],
  ['...', '/tasks/...'],
  [7, '/tasks/7'],
])('the parameter %j becomes one segment', (value, want) => {
  expect(serializePath('/tasks/{task_id}', { task_id: value })).toBe(want);
});

test.each([undefined, null, Number.NaN, {}, true])('the parameter %s is refused', (value) => {
  expect(() => serializePath('/tasks/{task_id}', { task_id: value })).toThrow(
    expect.objectContaining({ code: 'invalid_path_parameter' }),
  );
});

test('a parameter never comes from a prototype', () => {
  expect(() => serializePath('/{toString}', {})).toThrow('missing');
});

test('whatever is accepted is found again in the URL as exactly one segment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      let path: string | undefined;
      try {
        path = serializePath('/tasks/{id}/x', { id: value });
      } catch {
        expect(value).toMatch(/^$|^(\.|%2e){1,2}$|[\p{Cc}\p{Cs}]/iu);
        return;
      }
      const segments = new URL(`https://a.example${path}`).pathname.split('/');
      expect(segments.length).toBe(4);
      expect(decodeURIComponent(segments[2] ?? '')).toBe(value);
    }),
  );
});
