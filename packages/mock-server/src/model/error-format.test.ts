import { expect, test } from 'vitest';
import { fillErrorBody } from './error-format.ts';

const values = { code: 'x', status: 404, errors: [{ pointer: '/a' }] };

test.each([
  ['one placeholder', '{status}', 404],
  ['a placeholder in a text', 'error {status}: {code}', 'error 404: x'],
  ['a list', { errors: '{errors}' }, { errors: [{ pointer: '/a' }] }],
  ['a placeholder without a value', { detail: '{detail}', a: 1 }, { a: 1 }],
  [
    'what is no text',
    { result: { ok: false, all: ['{code}', null] } },
    { result: { ok: false, all: ['x', null] } },
  ],
  ['a name that objects inherit', '{constructor}', undefined],
])('%s is filled', (_, body, want) => {
  expect(fillErrorBody(body, values)).toEqual(want);
});
