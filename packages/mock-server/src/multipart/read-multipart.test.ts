import type { ApiContent, JsonSchema } from '@product/spec-model';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputReader, type ReadInput } from '../test-input.ts';

const upload: JsonSchema = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', maxLength: 1_000 },
    files: { type: 'array', items: { type: 'string', format: 'binary' } },
    count: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    meta: { type: 'object', properties: { a: { type: 'integer' } } },
    note: { type: 'string' },
    all: { type: 'array', items: { type: 'object' } },
  },
};

interface Sent {
  readonly body: string | Uint8Array;
  readonly type: string;
  readonly schema?: JsonSchema;
  readonly encoding?: ApiContent['encoding'];
}

function readParts({ body, type, schema = upload, encoding = {} }: Sent): ReadInput {
  const content = [{ mediaType: 'multipart/form-data', schema, encoding, examples: [] }];
  const read = inputReader({ requestBody: { required: true, content } });
  return read({ body, headers: { 'content-type': [type] } });
}

const boundary = 'X-BOUND';
const type = `multipart/form-data; boundary=${boundary}`;

/** A body of parts, each with its headers and its text. */
function written(parts: readonly (readonly [headers: string, text: string])[]): string {
  const all = parts.map(([headers, text]) => `--${boundary}\r\n${headers}\r\n\r\n${text}\r\n`);
  return `${all.join('')}--${boundary}--\r\n`;
}

const named = (name: string, more = ''): string =>
  `Content-Disposition: form-data; name="${name}"${more}`;

test('what the platform writes is read', async () => {
  const form = new FormData();
  form.append(
    'file',
    new File([new Uint8Array([0, 255, 128])], 'a "b".png', { type: 'image/png' }),
  );
  form.append('count', '7');
  form.append('tags', 'x');
  form.append('tags', 'y');
  form.append('meta', new Blob(['{"a":1}'], { type: 'application/json' }));
  form.append('note', 'grün\nund blau');
  const request = new Request('https://example.com', { method: 'POST', body: form });
  const body = new Uint8Array(await request.arrayBuffer());
  const read = readParts({ body, type: request.headers.get('content-type') ?? '' });
  expect(read.errors).toEqual([]);
  expect(read.body).toEqual({
    file: '\u0000\u00ff\u0080',
    count: 7,
    tags: ['x', 'y'],
    meta: { a: 1 },
    note: 'grün\r\nund blau',
  });
  expect(read.files).toEqual([
    { name: 'file', filename: 'a "b".png', type: 'image/png', size: 3 },
    { name: 'meta', filename: 'blob', type: 'application/json', size: 7 },
  ]);
});

test('any fields of a form survive', async () => {
  const text = fc.string({ unit: 'grapheme' }).map((drawn) => drawn.replace(/[\r\n]/g, ''));
  const name = fc.stringMatching(/^[\w "';%-]+$/).filter((drawn) => !/%(22|0a|0d)/i.test(drawn));
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, text, { minKeys: 1 }), async (fields) => {
      const form = new FormData();
      for (const [key, value] of Object.entries(fields)) form.append(key, value);
      const request = new Request('https://example.com', { method: 'POST', body: form });
      const body = new Uint8Array(await request.arrayBuffer());
      const sent = { body, type: request.headers.get('content-type') ?? '', schema: true };
      expect(readParts(sent).body).toEqual({ ...fields });
    }),
  );
});

test.each([
  ['an object as JSON without a type', named('meta'), '{"a":1}', { meta: { a: 1 } }],
  [
    'JSON with a type',
    `${named('any')}\r\nContent-Type: application/vnd.x+json`,
    '[1]',
    { any: [1] },
  ],
  ['a list with brackets', named('tags[]'), 'x', { tags: ['x'] }],
  ['one file of a list', named('files', '; filename="a"'), 'x', { files: ['x'] }],
  [
    'one object of a list',
    `${named('all')}\r\nContent-Type: application/json`,
    '{"a":1}',
    { all: [{ a: 1 }] },
  ],
  ['a nested member', named('meta[a]'), '5', { meta: { a: 5 } }],
  ['a name without quotes', 'content-disposition: form-data; name=count', '5', { count: 5 }],
  ['an empty text', named('note'), '', { note: '' }],
  [
    'the boundary within a line',
    named('note'),
    `a--${boundary}\r\nb`,
    { note: `a--${boundary}\r\nb` },
  ],
  [
    'the boundary in a text',
    named('note'),
    `--${boundary}x\r\n--${boundary}y`,
    { note: `--${boundary}x\r\n--${boundary}y` },
  ],
])('a part may be %s', (...row) => {
  const [, headers, text, want] = row;
  const read = readParts({
    body: written([
      [named('file', '; filename=""'), ''],
      [headers, text],
    ]),
    type,
  });
  expect(read.errors).toEqual([]);
  expect(read.body).toEqual({ file: '', ...want });
});

test.each([
  ['; filename="a.txt"', 'a.txt'],
  ['; filename=a.txt', 'a.txt'],
  ["; filename*=UTF-8''gr%C3%BCn.txt", 'grün.txt'],
  ['; filename="C:\\\\x\\"y"', 'C:\\x"y'],
  ['; filename="%22a%22"', '"a"'],
])('the file name of %s is %s', (more, filename) => {
  const read = readParts({ body: written([[named('file', more), 'abc']]), type });
  expect(read.files).toEqual([
    { name: 'file', filename, type: 'application/octet-stream', size: 3 },
  ]);
});

test('a property that the document encodes as JSON is parsed', () => {
  const schema: JsonSchema = { type: 'object', properties: { v: {} } };
  const encoding = { v: { contentType: 'application/json' } };
  expect(readParts({ body: written([[named('v'), '[1]']]), type, schema, encoding }).body).toEqual({
    v: [1],
  });
});

test('preamble, epilogue, padding and a quoted boundary are read', () => {
  const body = `hello\r\n--a b  \r\n${named('file')}\r\n\r\nx\r\n--a b--  \r\ngoodbye`;
  expect(
    readParts({ body, type: 'Multipart/Form-Data; charset=utf-8; boundary="a b"' }).body,
  ).toEqual({ file: 'x' });
});

test.each([
  ['a missing file', written([[named('note'), 'x']]), '/file', 'required'],
  ['a file that is too long', written([[named('file'), 'x'.repeat(1_001)]]), '/file', 'max_length'],
  [
    'a text where a number belongs',
    written([
      [named('file'), ''],
      [named('count'), 'x'],
    ]),
    '/count',
    'type',
  ],
])('%s is refused with its pointer', (...row) => {
  const [, body, pointer, code] = row;
  expect(readParts({ body, type })).toMatchObject({ status: 422, errors: [{ pointer, code }] });
});

const one = written([[named('file'), 'x']]);

test.each([
  ['no boundary in the type', one, 'multipart/form-data'],
  ['a boundary that is too long', one, `multipart/form-data; boundary=${'x'.repeat(71)}`],
  ['another boundary', one, 'multipart/form-data; boundary=other'],
  ['no end', one.replace(/--\r\n$/, ''), type],
  ['an end in the middle of a part', one.slice(0, 40), type],
  [
    'headers without an end',
    `--${boundary}\r\nContent-Disposition: form-data\r\n--${boundary}--`,
    type,
  ],
  ['headers without a colon', written([['nothing', 'x']]), type],
  ['very long headers', written([[named('x'.repeat(20_000)), 'x']]), type],
  ['a part without a name', written([['Content-Disposition: form-data', 'x']]), type],
  ['a part without headers', `--${boundary}\r\n\r\nx\r\n--${boundary}--`, type],
  ['another disposition', written([['Content-Disposition: attachment; name="file"', 'x']]), type],
  [
    'JSON that is none',
    written([[`${named('file')}\r\nContent-Type: application/json`, '{']]),
    type,
  ],
  ['too many parts', written(Array.from({ length: 1_001 }, () => [named('note'), ''])), type],
  ['nothing but dashes', '-'.repeat(100_000), type],
])('%s is malformed', (_, body, sentType) => {
  const { status, detail } = readParts({ body, type: sentType });
  expect(status).toBe(400);
  expect(detail).toMatch(/^The request cannot be read: /);
});

test('a body that is cut off anywhere is malformed or read, and nothing else', () => {
  const whole = written([
    [named('file', '; filename="a"'), 'x--X-BOUND'],
    [named('note'), 'y'],
  ]);
  for (let length = 1; length < whole.length; length++) {
    const { status } = readParts({ body: whole.slice(0, length), type });
    expect([400, undefined]).toContain(status);
  }
});

test('hostile names are only names', () => {
  const { body } = readParts({ body: written([[named('__proto__[x]'), '1']]), type, schema: true });
  expect(JSON.stringify(body)).toBe('{"__proto__":{"x":"1"}}');
});
