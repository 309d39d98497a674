import { expect, test } from 'vitest';
import { maskBody, maskHeaders, maskUrl } from './mask-answer.ts';

const masker = { maskIn: (text: string): string => text.replaceAll('hush', '***') };

test.each([
  ['{"a": "hush", "hush": 1}', '{"a":"***","***":1}'],
  ['{"a":"\\u0068ush"}', '{"a":"***"}'],
  ['{"a":"hush', '{"a":"***'],
  ['', ''],
])('the body %s is shown as %s', (body, want) => {
  expect(maskBody(body, masker)).toBe(want);
});

test('headers are shown without secrets in values, and not at all with one in their name', () => {
  const headers = new Headers([
    ['a', 'hush'],
    ['set-cookie', 'a'],
    ['set-cookie', 'b'],
    ['x-hush', 'c'],
  ]);
  expect([...maskHeaders(headers, masker)]).toEqual([
    ['a', '***'],
    ['set-cookie', 'a'],
    ['set-cookie', 'b'],
  ]);
});

test('an answer whose URL holds no secret stays as it is', () => {
  const response = new Response('');
  expect(Object.keys(maskUrl(response, response.url, masker))).toEqual([]);
  expect(maskUrl(response, 'https://a/?key=hush', masker).url).toBe('https://a/?key=***');
});
