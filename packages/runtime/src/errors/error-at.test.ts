import { expect, test } from 'vitest';
import { errorAt } from './error-at.ts';
import { errorFromAnswer } from './error-from-answer.ts';

const facts = { status: 403, headers: new Headers() };

test.each([
  ['its own places', '{"fault":{"word":"tooHigh","text":"Too high."}}', 'tooHigh', 'Too high.'],
  ['the usual ones, where its own are empty', '{"code":"c","detail":"d"}', 'c', 'd'],
  ['none', '[]', 'http_403', 'the API answered with status 403'],
])('a refusal is read from %s', (...[, body, code, message]) => {
  const readError = errorAt({ code: '/fault/word', message: '/fault/text' });
  expect(errorFromAnswer({ ...facts, readError }, body)).toMatchObject({ code, message });
});

test('an API may say a word and no sentence', () => {
  const error = errorFromAnswer(
    { ...facts, readError: errorAt({ code: '/error' }) },
    '{"error":"no"}',
  );
  expect(error).toMatchObject({ kind: 'permission', code: 'no' });
});
