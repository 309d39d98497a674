import { expect, test } from 'vitest';
import { errorFromAnswer } from './error-from-answer.ts';

function read(text: string, status = 400) {
  return errorFromAnswer({ status, headers: new Headers() }, text);
}

test.each([
  ['problem details with code and message', '{"code":"c","message":"m","detail":"d"}', 'c', 'm'],
  ['problem details alone', '{"type":"about:blank","title":"t","detail":"d"}', 'http_400', 'd'],
  ['a title alone', '{"title":"t"}', 'http_400', 't'],
  [
    'an OAuth error',
    '{"error":"invalid_grant","error_description":"expired"}',
    'invalid_grant',
    'expired',
  ],
  ['a nested error', '{"error":{"type":"card_error","code":"c","message":"m"}}', 'c', 'm'],
  [
    'members of wrong types',
    '{"code":5,"message":{}}',
    'http_400',
    'the API answered with status 400',
  ],
])('%s is understood', (...[, text, code, message]) => {
  expect(read(text)).toMatchObject({ code, message });
});

test.each([
  ['HTML', '<html>', '<html>'],
  ['nothing', '', undefined],
  ['null', 'null', null],
  ['a number', '5', 5],
  ['an array', '[1]', [1]],
])('a body that is %s still makes a typed error', (_, text, body) => {
  const error = read(text, 502);
  expect(error).toMatchObject({ kind: 'server', status: 502, code: 'http_502' });
  expect(error.body).toEqual(body);
});

test('issues that are no array are none', () => {
  expect(read('{"errors":"none"}', 422)).toMatchObject({ kind: 'validation', issues: [] });
});
