import type { JsonObject, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { all, body, object, operation, refusal, text } from './faulty-request.ts';
import { mockOf } from './test-document.ts';

const own = body(object({ own: text, message: text }, 'own'), 'application/json', {
  example: { own: 'yes', message: 'An example.' },
});
const message = body(object({ message: text }));

test.each<[string, JsonObject, number, JsonValue]>([
  ['its own', { 422: message, 400: own }, 422, { message: all }],
  ['400 where 422 is not documented', { 400: message }, 400, { message: all }],
  ['the range', { '4XX': message }, 422, { message: all }],
  ['the default', { default: message }, 400, { message: all }],
  ['a neighbour', { 404: message }, 422, { message: all }],
])(
  'the form of an error is that of the nearest status: %s',
  async (...[, errors, status, want]) => {
    const seen = await refusal(errors);
    expect([seen.status, seen.json]).toEqual([status, want]);
  },
);

test('a faulty request is 400 where the document knows no 422', async () => {
  const paths = {
    '/x': { post: operation({}) },
    '/y': { get: { responses: { 200: { description: '' }, 400: message } } },
  };
  const { call } = await mockOf({ paths });
  expect(await call('POST /x', {}, {})).toMatchObject({
    status: 400,
    json: { message: '/title: title is required.' },
  });
});

test('each fault of a problem has the members that the document gives it', async () => {
  const told = { type: 'array', items: object({ pointer: text, detail: text }, 'detail') };
  const form = body(object({ title: text, errors: told }), 'application/problem+json');
  const { json } = await refusal({ 422: form });
  const fault = { pointer: '/title', detail: expect.any(String), code: 'required' };
  expect(json).toMatchObject({
    code: 'validation_failed',
    errors: expect.arrayContaining([expect.objectContaining(fault)]),
  });
});

test('a page of an error shows what a stranger sent as a text', async () => {
  const page = body(text, 'text/html');
  const { mock } = await mockOf({
    paths: { '/x': { get: { responses: { 200: message, 404: page } } } },
  });
  const seen = await mock.exchange({ method: 'GET', url: '/<b>&', headers: {}, body: undefined });
  expect(seen).toMatchObject({ status: 404, body: expect.stringContaining('/&lt;b&gt;&amp;') });
});

test('a documented body that has no room for errors is sent nevertheless', async () => {
  const { json, type } = await refusal({ 422: body(object({ a: text }, 'a')), 404: message });
  expect([type, json]).toEqual(['application/json', { a: expect.any(String) }]);
});

test('the codes of the document own examples win over those of the mock', async () => {
  const schema = object({ code: text, message: text });
  const example = { code: 'E_INPUT', message: 'An example.' };
  const { json } = await refusal({ 422: body(schema, 'application/json', { example }) });
  expect(json).toEqual({ code: 'E_INPUT', message: all });
});

test('where only an example shows what errors look like, its members are filled', async () => {
  const content = { 'application/json': { example: { error: { message: 'No.', code: 7 } } } };
  const { json } = await refusal({ 422: { description: '', content } });
  expect(json).toEqual({ error: { message: all, code: 7 } });
});

test.each([
  ['nothing is documented', {}],
  ['the body is not', { 422: { description: '' } }],
  ['the body can be nothing', { 422: body(false) }],
])('an error is problem+json with all faults where %s', async (_, errors) => {
  const { json, type, status } = await refusal(errors);
  expect([status, type]).toEqual([422, 'application/problem+json']);
  expect(json).toMatchObject({
    errors: [{ parameter: 'limit' }, { pointer: '/title' }, { pointer: '/tags' }],
  });
});

test.each([
  [
    'application/problem+json',
    object({ title: text, detail: text }),
    /"detail":"The request has 3 faults/,
  ],
  ['text/plain', text, /^limit: limit must be integer\./],
  ['text/html', text, /^<!doctype html><title>Validation failed<\/title><p>limit: limit must/],
  ['application/xml', object({ message: text }), /<root><message>limit: limit must/],
])('errors of the type %s are written as such', async (type, schema, want) => {
  const seen = await refusal({ 422: body(schema, type) });
  expect(seen.type).toBe(type);
  expect(seen.text).toMatch(want);
});

const paths = {
  '/x': {
    post: operation({ 404: body(object({ error: text })), 500: body(object({ other: text })) }),
    get: { responses: { 200: { description: '' } } },
  },
  '/y': { get: { responses: { 404: body(object({ error: text })) } } },
};

test.each([
  ['GET /nowhere', 404, { error: 'There is no path /nowhere.' }],
  ['PUT /x', 405, { error: '/x has no method PUT. It has POST, GET, HEAD, OPTIONS.' }],
])('%s is told in the form that the document mostly has', async (line, status, want) => {
  const { call } = await mockOf({ paths });
  const seen = await call(line);
  expect([seen.status, seen.json]).toEqual([status, want]);
});

test('a scripted error has the form of the document too', async () => {
  const { call, mock } = await mockOf({ paths });
  mock.faults.add({ method: 'POST', status: 503, retryAfter: 2 });
  const seen = await call('POST /x', {}, { title: '' });
  expect([seen.status, seen.headers.get('retry-after')]).toEqual([503, '2']);
  expect(seen.json).toEqual({ error: 'A scripted fault answers 503. Try again in 2 seconds.' });
});

test('an operation that only fails does so', async () => {
  const { call } = await mockOf({ paths });
  expect(await call('GET /y')).toMatchObject({ status: 404 });
});

test.each([
  ['application/json', 'application/problem+json'],
  ['application/xml', 'application/xml'],
  [undefined, 'application/xml'],
])('an operation that speaks %s is refused in %s where most errors are XML', async (type, want) => {
  const limited = { name: 'limit', in: 'query', schema: { type: 'integer' } };
  const fine = type === undefined ? { description: '' } : body(object({ a: text }), type);
  const failing = body(object({ message: text }), 'application/xml');
  const { call } = await mockOf({
    paths: {
      '/a': { get: { parameters: [limited], responses: { 200: fine } } },
      '/b': { get: { responses: { 200: { description: '' }, 422: failing } } },
    },
  });
  expect((await call('GET /a?limit=x')).type).toBe(want);
});
