import type { JsonObject, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { answering, mockOf, pathParameter, type Seen } from './test-document.ts';

const text = { type: 'string' };
const row = { type: 'object', required: ['id'], properties: { id: text, note: text } };

async function shown(
  operation: JsonObject,
  headers: { readonly [name: string]: string } = {},
): Promise<Seen> {
  const { call, mock } = await mockOf({ paths: { '/report': { post: operation } } });
  const seen = await call('POST /report', headers);
  expect(mock.violations.filter(({ status }) => status >= 500)).toEqual([]);
  return seen;
}

test.each<[string, JsonObject, JsonValue]>([
  ['the example', { example: { id: 'a' } }, { id: 'a' }],
  [
    'the first named example',
    { examples: { one: { value: { id: 'a' } }, two: { value: { id: 'b' } } } },
    { id: 'a' },
  ],
  [
    'the one called default',
    { examples: { one: { value: { id: 'a' } }, default: { value: { id: 'b' } } } },
    { id: 'b' },
  ],
  [
    'the first that keeps to the schema',
    { examples: { one: { value: { id: 1 } }, two: { value: { id: 'b' } } } },
    { id: 'b' },
  ],
  ['an example written as a text', { example: '{"id": "a"}' }, { id: 'a' }],
])('what an operation without state shows is %s', async (_, media, want) => {
  expect((await shown(answering(row, media))).json).toEqual(want);
});

test('examples of OpenAPI 3.2 say what the data is, or how it is written', async () => {
  const examples = { one: { dataValue: { id: 'a' } } };
  expect((await shown(answering(row, { examples }))).json).toEqual({ id: 'a' });
  const written = { one: { serializedValue: '{"id": "b"}' } };
  expect((await shown(answering(row, { examples: written }))).json).toEqual({ id: 'b' });
});

test('a stream of OpenAPI 3.2 has items of its schema', async () => {
  const content = { 'application/jsonl': { itemSchema: row } };
  const { call } = await mockOf({
    openapi: '3.2.0',
    paths: { '/log.jsonl': { get: { responses: { 200: { description: '', content } } } } },
  });
  const { text: lines, type } = await call('GET /log.jsonl');
  expect(type).toBe('application/jsonl');
  expect(lines).toMatch(/^(\{"id":"[^"]*".*\}\n){2}$/);
});

test.each<[string, JsonObject]>([
  ['there is no example', {}],
  ['the example contradicts the schema', { example: { id: 1 } }],
  [
    'the example is external',
    { examples: { one: { externalValue: 'https://nowhere.test/1.json' } } },
  ],
])('a body is made where %s', async (_, media) => {
  expect((await shown(answering(row, media))).json).toMatchObject({ id: expect.any(String) });
});

test.each<[string, JsonObject, string, string]>([
  ['a string in JSON', answering(text, { example: 'word' }), 'application/json', '"word"'],
  [
    'a string in a text',
    answering(text, { type: 'text/plain', example: 'word' }),
    'text/plain',
    'word',
  ],
  [
    'XML as a text',
    answering(row, { type: 'application/xml', example: '<a/>' }),
    'application/xml',
    '<a/>',
  ],
  [
    'XML from data',
    answering({ ...row, xml: { name: 'row' } }, { type: 'application/xml', example: { id: 'a' } }),
    'application/xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<row><id>a</id></row>\n',
  ],
  [
    'a stream of events',
    answering(text, { type: 'text/event-stream', example: 'data: 1\n\n' }),
    'text/event-stream',
    'data: 1\n\n',
  ],
])('%s is sent as its media type asks', async (...[, operation, type, want]) => {
  const seen = await shown(operation);
  expect([seen.type, seen.text]).toEqual([type, want]);
});

const responses = (statuses: JsonObject): JsonObject => ({ responses: statuses });
const plain = { description: '' };

test.each([
  ['image/png', { type: 'string', format: 'binary' }, '\u0089PNG'],
  ['application/pdf', { type: 'string' }, '%PDF'],
  ['text/html', { type: 'string' }, '<!do'],
])('a made %s is such a file', async (type, schema, begins) => {
  const { mock } = await mockOf({ paths: { '/file.bin': { get: answering(schema, { type }) } } });
  const response = await mock.fetch('https://api.test/file.bin');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.headers.get('content-type')).toBe(type);
  expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe(begins);
});

test('JSON of which nothing is said is an empty object', async () => {
  const content = { 'application/json': {} };
  expect((await shown({ responses: { 200: { description: '', content } } })).json).toEqual({});
});

test.each<[string, JsonObject, number]>([
  ['the lowest 2xx', responses({ 202: plain, 201: plain, 400: plain }), 201],
  ['200 for 2XX', responses({ '2XX': plain }), 200],
  ['200 for default', responses({ default: plain }), 200],
  ['the lowest 3xx', responses({ 303: plain, 302: plain }), 302],
  ['302 for 3XX', responses({ '3XX': plain }), 302],
  ['the lowest failure', responses({ 503: plain, 409: plain }), 409],
  ['200 where all is information', responses({ 101: plain }), 200],
])('an operation succeeds with %s', async (_, operation, want) => {
  const seen = await shown(operation);
  expect(seen.status).toBe(want);
  expect(seen.headers.get('location')).toBe(want >= 300 && want < 400 ? 'https://api.test/' : null);
});

test.each([204, 205, 304])('%i has no body, whatever the document says', async (status) => {
  const operation = answering(text, { status: String(status), example: 'word' });
  expect(await shown(operation)).toMatchObject({ status, text: '' });
});

test('headers that the document requires are there, and keep to their schema', async () => {
  const integer = { type: 'integer', minimum: 5 };
  const headers = {
    'X-Shown': { required: true, schema: text, example: 'as shown' },
    'X-Count': { required: true, schema: integer },
    'X-List': { required: true, schema: { type: 'array', items: text }, example: ['a', 'b'] },
    'X-Maybe': { schema: text },
    'Retry-After': { required: true, schema: { type: 'integer' } },
    'X-Request-Id': { schema: { type: 'string', format: 'uuid' } },
  };
  const seen = await shown(responses({ 200: { description: '', headers } }));
  const sent = (name: string) => seen.headers.get(name);
  expect([sent('x-shown'), sent('x-list'), sent('x-maybe')]).toEqual(['as shown', 'a,b', null]);
  expect([Number(sent('x-count')) >= 5, sent('retry-after')]).toEqual([true, '1']);
  expect(sent('x-request-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-/);
});

const two: JsonObject = {
  responses: {
    200: {
      description: '',
      content: { 'application/json': { schema: row }, 'application/xml': { schema: row } },
    },
  },
};

test.each([
  ['*/*', 200, 'application/json'],
  ['application/xml', 200, 'application/xml'],
  ['application/json;q=0.1, text/xml', 200, 'application/xml'],
  ['application/vnd.own+json', 200, 'application/json'],
  ['text/csv', 406, 'application/problem+json'],
])('Accept: %s is answered %i with %s', async (accept, status, type) => {
  const seen = await shown(two, { accept });
  expect([seen.status, seen.type]).toEqual([status, type]);
  if (status === 406) {
    expect(seen.json).toMatchObject({ acceptable: ['application/json', 'application/xml'] });
  }
});

test('nothing is refused where the document describes no body', async () => {
  const seen = await shown(responses({ 204: plain }), { accept: 'text/csv' });
  expect(seen.status).toBe(204);
});

test('HEAD has the headers of GET and no body', async () => {
  const { call } = await mockOf({ paths: { '/report': { get: two } } });
  const seen = await call('HEAD /report', { accept: 'application/xml' });
  expect([seen.status, seen.type, seen.text]).toEqual([200, 'application/xml', '']);
});

test('what is made for a GET stays the same, for a POST it is new', async () => {
  const made = answering({ type: 'string', format: 'uuid' });
  const { call } = await mockOf({ paths: { '/report/number': { get: made, post: made } } });
  const again = async (method: string) => (await call(`${method} /report/number`)).text;
  expect(await again('GET')).toBe(await again('GET'));
  expect(await again('POST')).not.toBe(await again('POST'));
});

test.each([
  [{ type: 'string', format: 'uri' }, 'http://here.test:4010/notes/'],
  [{ type: 'string' }, '/notes/'],
])('the Location of what was made fits its schema %j: %s', async (schema, start) => {
  const headers = { Location: { required: true, schema } };
  const note = { type: 'object', properties: { id: text } };
  const content = { 'application/json': { schema: note } };
  const post = {
    requestBody: { content },
    responses: { 201: { description: '', headers, content } },
  };
  const get = {
    parameters: [pathParameter('id')],
    responses: { 200: { description: '', content } },
  };
  const { mock } = await mockOf({ paths: { '/notes': { post }, '/notes/{id}': { get } } });
  const answer = await mock.exchange({
    method: 'POST',
    url: '/notes',
    headers: { host: ['here.test:4010'], 'content-type': ['application/json'] },
    body: new TextEncoder().encode('{}'),
  });
  if ('fault' in answer) throw new Error('reset');
  const { id } = JSON.parse(String(answer.body));
  expect(answer.headers['Location']).toBe(start + id);
});
