import { expect, test } from 'vitest';
import { appliedPreference, readPreference } from './prefer.ts';

test.each([
  [['code=404'], '', { code: '404' }],
  [['code=404, example=gone'], '', { code: '404', example: 'gone' }],
  [['code=404; example="not there"'], '', { code: '404', example: 'not there' }],
  [['code=404', 'dynamic=true'], '', { code: '404', dynamic: true }],
  [['Code = 201 , seed=abc'], '', { code: '201', seed: 'abc' }],
  [undefined, '__code=404&__example=gone&limit=2', { code: '404', example: 'gone' }],
  [['code=500'], '__code=404', { code: '500' }],
  [['dynamic=false'], '', undefined],
  [['dynamic'], '', { dynamic: true }],
  [['respond-async; Dynamic, seed=4'], '', { dynamic: true, seed: '4' }],
  [['respond-async, wait=10'], '', undefined],
  [['return=representation'], '', undefined],
  [['code'], '', undefined],
  [undefined, 'limit=2', undefined],
])('%j and ?%s prefer %j', (headers, query, want) => {
  expect(readPreference(headers, query)).toEqual(want);
});

test('what was applied is told in the form in which it can be sent again', () => {
  const preference = { code: '404', example: 'not "there"\n', dynamic: true };
  const told = 'code=404, example="not _there__", dynamic=true';
  expect(appliedPreference(preference)).toBe(told);
  expect(readPreference([told], '')).toEqual({ ...preference, example: 'not _there__' });
});
