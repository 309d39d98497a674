import { expect, test } from 'vitest';
import { bench } from '../test-call.ts';

const json = 'application/json';

test.each([
  ['a text where a number belongs', '/tasks?limit=many', 'limit', 'type'],
  ['a number above the maximum', '/tasks?limit=101', 'limit', 'maximum'],
  ['a huge number', '/tasks?limit=1e999', 'limit', 'type'],
  ['a huge whole number', `/tasks?limit=${'9'.repeat(400)}`, 'limit', 'type'],
  ['a number with a fraction', '/tasks?limit=1.5', 'limit', 'type'],
  ['an unknown choice', '/tasks?status=lost', 'status', 'enum'],
  ['an instant that is none', '/tasks?due_before=tomorrow', 'due_before', 'format'],
  ['the same parameter twice', '/tasks?limit=1&limit=2', 'limit', 'unique_items'],
  ['a cursor that is none', '/tasks?cursor=abc', 'cursor', 'format'],
  ['an empty cursor', '/tasks?cursor=', 'cursor', 'min_length'],
])('%s is refused with the name of the parameter', async (...row) => {
  const [, path, parameter, code] = row;
  const { call, mock } = bench();
  const { status, body } = await call('GET', path);
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'validation_failed', errors: [{ parameter, code }] });
  expect(mock.violations).toEqual([]);
});

test.each([
  ['a missing property', {}, [['/title', 'required']]],
  ['a wrong type', { title: 7 }, [['/title', 'type']]],
  ['an empty text', { title: '' }, [['/title', 'min_length']]],
  ['an unknown property', { title: 'a', titel: 'b' }, [['/titel', 'unknown_field']]],
  ['a name with a slash', { title: 'a', 'x/y~z': 1 }, [['/x~1y~0z', 'unknown_field']]],
  ['an unknown choice', { title: 'a', status: 'lost' }, [['/status', 'enum']]],
  ['an item of a list', { title: 'a', labels: ['ok', 5] }, [['/labels/1', 'type']]],
  ['a date that is none', { title: 'a', due_at: '2026-02-30T00:00:00Z' }, [['/due_at', 'format']]],
  [
    'two faults',
    { title: '', priority: 0 },
    [
      ['/title', 'min_length'],
      ['/priority', 'type'],
    ],
  ],
  [
    'a row that does not exist',
    { title: 'a', project_id: 'proj_nope' },
    [['/project_id', 'not_found']],
  ],
  ['no object at all', [1], [['', 'type']]],
  ['null', null, [['', 'type']]],
])('%s is refused with its pointer', async (_, body, faults) => {
  const { call, mock } = bench();
  const answer = await call('POST', '/tasks', { body });
  expect(answer.status).toBe(422);
  const errors: unknown = answer.body['errors'];
  for (const [pointer, code] of faults) {
    expect(errors).toContainEqual(expect.objectContaining({ pointer, code }));
  }
  expect(mock.violations).toEqual([]);
});

test.each([
  ['no JSON', '{"title":', json, 400, 'malformed_request'],
  ['plain text', 'title', 'text/plain', 415, 'unsupported_media_type'],
  ['an unknown type', '<a/>', 'application/xml', 415, 'unsupported_media_type'],
  ['a type that is none', '{}', 'json', 415, 'unsupported_media_type'],
  ['a form', 'title=a', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
  ['a text longer than a mebibyte', 'x'.repeat(1_048_577), json, 413, 'body_too_large'],
  ['deep nesting', '['.repeat(50_000) + ']'.repeat(50_000), json, 400, 'malformed_request'],
  ['a fake prototype', '{"title":"a","__proto__":{"x":1}}', json, 422, 'validation_failed'],
])('%s is refused as such', async (...row) => {
  const [, body, type, status, code] = row;
  const { call, mock } = bench();
  const answer = await call('POST', '/tasks', { body, headers: { 'content-type': type } });
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ status, code });
  expect(answer.text).not.toMatch(/\bat .*:\d+:\d+/);
  expect(mock.violations).toEqual([]);
});

test('bytes that are not UTF-8 are refused as malformed', async () => {
  const { mock, key } = bench();
  const response = await mock.exchange({
    method: 'POST',
    url: '/v1/tasks',
    headers: { authorization: [`Bearer ${key.secret}`], 'content-type': [json] },
    body: new Uint8Array([0x22, 0xff, 0x22]),
  });
  expect(response).toMatchObject({ status: 400 });
});

test('a missing body is refused', async () => {
  const { call } = bench();
  expect((await call('POST', '/tasks')).body).toMatchObject({
    errors: [{ pointer: '', code: 'required' }],
  });
});

test.each(['/tasks?q=%zz', '/tasks?%zz=1'])('%s is malformed', async (path) => {
  const { call } = bench();
  expect((await call('GET', path)).body).toMatchObject({ status: 400, code: 'malformed_request' });
});

test('hostile names in a query are only names', async () => {
  const { call } = bench();
  const path = '/tasks?__proto__=1&constructor=2&__proto__[x]=3&limit=1&&=';
  expect((await call('GET', path)).status).toBe(200);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});
