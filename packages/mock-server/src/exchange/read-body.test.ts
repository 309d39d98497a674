import type { ApiContent, JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { inputReader } from '../test-input.ts';

const thing: JsonSchema = {
  type: 'object',
  required: ['n'],
  properties: { n: { type: 'integer' }, id: { type: 'string', readOnly: true, minLength: 5 } },
};

function content(mediaType: string, schema: JsonSchema = thing): ApiContent {
  return { mediaType, schema, examples: [] };
}

test.each([
  ['application/json', 'application/json'],
  ['application/json', 'Application/JSON; Charset="UTF-8"'],
  ['application/json; charset=utf-8', 'application/json'],
  ['application/json;charset=utf-8', 'application/json; charset=utf-8'],
  ['Application/Json', 'application/json'],
  ['application/*', 'application/json'],
  ['*/*', 'application/json'],
  ['*', 'application/json'],
  ['application/merge-patch+json', 'application/merge-patch+json'],
  ['application/*', 'application/vnd.thing.v2+json'],
  ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
])('a body described as %s may be sent as %s', (mediaType, type) => {
  const read = inputReader({ requestBody: { required: true, content: [content(mediaType)] } });
  const body = type.endsWith('urlencoded') ? 'n=1' : '{"n":1}';
  expect(read({ body, headers: { 'content-type': [type] } })).toMatchObject({
    errors: [],
    body: { n: 1 },
  });
});

test.each([
  ['application/json', 'text/plain'],
  ['application/json', ''],
  ['application/json', 'json'],
  ['application/json', 'application/json/x'],
  ['application/json', 'application/vnd.thing+json'],
  ['application/json', 'application/json; charset=klingon'],
  ['text/*', 'application/json'],
])('a body described as %s may not be sent as "%s"', (mediaType, type) => {
  const read = inputReader({ requestBody: { required: true, content: [content(mediaType)] } });
  expect(read({ body: '{"n":1}', headers: { 'content-type': [type] } }).status).toBe(415);
});

test.each([
  [['application/json', 'text/plain'], '{"n":1}', { n: 1 }],
  [['application/x-www-form-urlencoded'], 'n=1', { n: 1 }],
  [['*/*'], 'n=1', 'n=1'],
] as const)('a body without a type is taken as the first of %j', (types, body, want) => {
  const [first = '', ...others] = types;
  const kinds = [
    content(first, first === '*/*' ? true : thing),
    ...others.map((type) => content(type)),
  ];
  const read = inputReader({ requestBody: { required: true, content: kinds } });
  expect(read({ body })).toMatchObject({ errors: [], body: want });
});

test('an empty form is a body without fields, where a body is required', () => {
  const type = 'application/x-www-form-urlencoded';
  const form = content(type, { type: 'object', properties: { n: { type: 'integer' } } });
  const read = inputReader({
    requestBody: { required: true, content: [form, content('text/plain')] },
  });
  const sent = (value: string) => read({ body: '', headers: { 'content-type': [value] } });
  expect(sent(type)).toMatchObject({ errors: [], body: {} });
  expect(sent('text/plain').errors).toMatchObject([{ pointer: '', code: 'required' }]);
  expect(read({}).errors).toMatchObject([{ pointer: '', code: 'required' }]);
});

const lines = { mediaType: 'application/jsonl', itemSchema: thing, examples: [] };

test.each([
  ['{"n":1}\n\n{"n":2}\r\n', [], [{ n: 1 }, { n: 2 }]],
  ['\u001e{"n":1}\n\u001e{"n":2}\n', [], [{ n: 1 }, { n: 2 }]],
  ['{"n":1}\n{"n":"x"}', [{ pointer: '/1/n', code: 'type' }], undefined],
])('of the lines %j each is held against the schema of items', (body, errors, want) => {
  const read = inputReader({ requestBody: { required: true, content: [lines] } });
  expect(read({ body, headers: { 'content-type': ['application/jsonl'] } })).toMatchObject({
    errors,
    body: want,
  });
});

test('a line that is no JSON is named', () => {
  const read = inputReader({ requestBody: { required: true, content: [lines] } });
  const { status, detail } = read({
    body: '{"n":1}\n{"n"',
    headers: { 'content-type': ['application/jsonl'] },
  });
  expect([status, detail]).toEqual([400, expect.stringContaining('line 2 ')]);
});

test('lines that are described as a text are one', () => {
  const text = content('application/x-ndjson', { type: 'string' });
  const read = inputReader({ requestBody: { required: true, content: [text] } });
  const sent = read({ body: '{"n":1}\n', headers: { 'content-type': ['application/x-ndjson'] } });
  expect(sent).toMatchObject({ errors: [], body: '{"n":1}\n' });
});

test('the description with the same parameters is taken, then the first', () => {
  const [one, two] = [1, 2].map(
    (n): ApiContent =>
      content(`application/json; version=${n}`, {
        type: 'object',
        properties: { n: { const: n } },
      }),
  );
  const read = inputReader({ requestBody: { required: true, content: [one!, two!] } });
  const send = (type: string, n: number) =>
    read({ body: JSON.stringify({ n }), headers: { 'content-type': [type] } }).status;
  expect(send('application/json; version=2', 2)).toBeUndefined();
  expect(send('application/json; version=2', 1)).toBe(422);
  expect(send('application/json; version="1"', 1)).toBeUndefined();
  expect(send('application/json', 1)).toBeUndefined();
});

test('exact types win over ranges', () => {
  const wide = content('*/*', { type: 'string' });
  const read = inputReader({
    requestBody: { required: true, content: [wide, content('application/json')] },
  });
  expect(read({ body: '{"n":1}', headers: { 'content-type': ['application/json'] } }).body).toEqual(
    { n: 1 },
  );
});

const bytes = new Uint8Array([0x50, 0x4b, 0xff, 0x00]);

test.each([
  ['text/plain', 'grün', { type: 'string', maxLength: 4 }, 'grün'],
  ['text/plain; charset=iso-8859-1', new Uint8Array([0xfc]), { const: 'ü' }, 'ü'],
  ['text/plain; charset=utf-16le', new Uint8Array([0x61, 0]), { const: 'a' }, 'a'],
  ['application/xml', '<a/>', thing, '<a/>'],
  ['application/soap+xml', '<a/>', { type: 'string' }, '<a/>'],
  [
    'application/octet-stream',
    bytes,
    { type: 'string', format: 'binary', maxLength: 4 },
    'PK\u00ff\u0000',
  ],
  ['image/png', bytes, thing, 'PK\u00ff\u0000'],
  ['application/x-ndjson', '{"n":1}\n{"n":2}\n', thing, '{"n":1}\n{"n":2}\n'],
  ['application/yaml', 'n: 1', thing, 'n: 1'],
] as const)('%s is taken as a text that loses nothing', (...row) => {
  const [type, body, schema, want] = row;
  const read = inputReader({ requestBody: { required: true, content: [content('*/*', schema)] } });
  expect(read({ body, headers: { 'content-type': [type] } })).toMatchObject({
    errors: [],
    body: want,
  });
});

test.each([
  ['text/plain', 'x'.repeat(5), { type: 'string', maxLength: 4 }],
  ['application/octet-stream', new Uint8Array(5).fill(0xff), { type: 'string', maxLength: 4 }],
  ['text/plain', '7', { type: 'integer' }],
] as const)('%s is checked by a schema that wants a text', (type, body, schema) => {
  const read = inputReader({ requestBody: { required: true, content: [content('*/*', schema)] } });
  expect(read({ body, headers: { 'content-type': [type] } }).errors).toMatchObject([
    { pointer: '' },
  ]);
});

test.each([
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'application/json'],
  [
    'bytes that are not the charset',
    new Uint8Array([0xd8, 0x00, 0x22]),
    'text/plain; charset=utf-16be',
  ],
  ['JSON that is none', '{', 'application/json'],
])('%s are malformed', (_, body, type) => {
  const read = inputReader({ requestBody: { required: true, content: [content('*/*', true)] } });
  expect(read({ body, headers: { 'content-type': [type] } }).status).toBe(400);
});

test.each([
  ['application/x-www-form-urlencoded', undefined, []],
  ['application/json', undefined, []],
])('an empty form is no body where %s is described', (mediaType, status, errors) => {
  const form = { 'content-type': ['application/x-www-form-urlencoded'] };
  const optional = { type: 'object' };
  const read = inputReader({
    requestBody: { required: false, content: [content(mediaType, optional)] },
  });
  expect(read({ body: '', headers: form })).toMatchObject({ status, errors });
});

test('properties of the server are ignored, and no body is missing only where it is required', () => {
  const described = { content: [content('application/json')] };
  const headers = { 'content-type': ['application/json'] };
  const optional = inputReader({ requestBody: { required: false, ...described } });
  expect(optional({ body: '{"n":1,"id":"x"}', headers }).body).toEqual({ n: 1 });
  expect(optional({ body: '', headers })).toMatchObject({ status: undefined, body: undefined });
  const required = inputReader({ requestBody: { required: true, ...described } });
  expect(required({ body: '', headers }).errors).toMatchObject([{ pointer: '', code: 'required' }]);
  expect(inputReader({})({ body: 'anything', headers: {} }).status).toBeUndefined();
});

test('every fault is told at once, each with its place', () => {
  const read = inputReader({
    path: '/things/{id}',
    parameters: [
      { name: 'id', in: 'path', schema: { type: 'integer' } },
      { name: 'limit', in: 'query', schema: { type: 'integer' } },
      { name: 'X-Trace', in: 'header', required: true },
      { name: 'session', in: 'cookie', required: true },
    ],
    requestBody: { required: true, content: [content('application/json')] },
  });
  const headers = { 'content-type': ['application/json'] };
  const { errors } = read({ url: '/things/x?limit=y', body: '{"n":"z"}', headers });
  expect(
    errors.map(({ parameter, in: place, pointer, code }) => [place ?? pointer, parameter, code]),
  ).toEqual([
    ['path', 'id', 'type'],
    ['query', 'limit', 'type'],
    ['header', 'X-Trace', 'required'],
    ['cookie', 'session', 'required'],
    ['/n', undefined, 'type'],
  ]);
});

test.each([
  [{ tags: [5] }, '/tags/0', 'tags[0] must be string.'],
  [{ 'a/b~c': 5 }, '/a~1b~0c', 'a/b~c must be string.'],
  [{ 7: 5 }, '/7', '7 must be string.'],
  [5, '', 'The body must be object.'],
])('of %j the fault at "%s" reads: %s', (sent, pointer, message) => {
  const text: JsonSchema = { type: 'string' };
  const properties = { tags: { type: 'array', items: text }, 'a/b~c': text, 7: text };
  const json = content('application/json', { type: 'object', properties });
  const read = inputReader({ requestBody: { required: true, content: [json] } });
  const headers = { 'content-type': ['application/json'] };
  expect(read({ body: JSON.stringify(sent), headers }).errors).toEqual([
    { pointer, code: 'type', message },
  ]);
});

test.each([
  ['{"a":1,}', 'line 1 column 8'],
  ['{\n"a" 1}', 'line 2 column 5'],
])('of the broken JSON %j the place is told: %s', (body, place) => {
  const read = inputReader({
    requestBody: { required: true, content: [content('application/json')] },
  });
  const { status, detail } = read({ body, headers: { 'content-type': ['application/json'] } });
  expect([status, detail]).toEqual([400, expect.stringContaining(place)]);
});
