import { expect, test } from 'vitest';
import { maskCause } from './mask-cause.ts';

const masker = { maskIn: (text: string): string => text.replaceAll('hush', '***') };

test('a cause keeps name, code, message and stack, and so does its own cause', () => {
  const deeper = Object.assign(new Error('hush, deeper'), { code: 'ECONNRESET' });
  const thrown = new TypeError('hush', { cause: deeper });
  const cause = maskCause(thrown, masker);
  expect(cause).toMatchObject({
    name: 'TypeError',
    message: '***',
    cause: { message: '***, deeper', code: 'ECONNRESET' },
  });
  expect(cause.stack).toBe(thrown.stack?.replaceAll('hush', '***'));
});

test('what else an error carries is left behind', () => {
  const thrown = Object.assign(new Error('a'), { request: { headers: 'hush' }, errors: ['hush'] });
  expect(Reflect.ownKeys(maskCause(thrown, masker)).sort()).toEqual(['message', 'name', 'stack']);
});

test.each<[string, unknown, string]>([
  ['a text', 'hush!', '***!'],
  ['an object', { toString: () => 'hush' }, 'an object'],
  ['nothing', undefined, 'undefined'],
  ['null', null, 'an object'],
  ['a symbol', Symbol('hush'), 'Symbol(***)'],
])('%s that was thrown becomes an error', (_, thrown, want) => {
  expect(maskCause(thrown, masker)).toMatchObject({ message: want });
});

test('a chain of causes without an end is cut', () => {
  const loop: Error & { cause?: unknown } = new Error('round');
  loop.cause = loop;
  let depth = 0;
  for (let at: unknown = maskCause(loop); at instanceof Error; at = at.cause) depth += 1;
  expect(depth).toBe(5);
});
