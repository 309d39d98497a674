import type { JsonObject } from '@product/spec-model';
import { expect, test } from 'vitest';
import { createSchemaReader } from '../schema/schema-shape.ts';
import { writeBody } from './write-body.ts';

const pet: JsonObject = {
  type: 'object',
  xml: { name: 'animal', prefix: 'p', namespace: 'urn:pets' },
  properties: {
    id: { type: 'integer', xml: { attribute: true } },
    name: { type: 'string', xml: { name: 'label' } },
    tags: {
      type: 'array',
      items: { type: 'string', xml: { name: 'tag' } },
      xml: { wrapped: true },
    },
    aliases: { type: 'array', items: { type: 'string' } },
    owner: { $ref: '#/components/schemas/Owner' },
  },
};
const owner: JsonObject = { type: 'object', properties: { name: { type: 'string' } } };
const schemas = createSchemaReader({ Pet: pet, Owner: owner });
const petRef = { $ref: '#/components/schemas/Pet' };
const ownerRef = { $ref: '#/components/schemas/Owner' };
const xml = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${inside}\n`;

test.each([
  ['application/json', {}, 'text', '"text"'],
  ['application/json', {}, { a: [1] }, '{"a":[1]}'],
  ['application/vnd.api+json', {}, { a: 1 }, '{"a":1}'],
  ['text/plain', {}, 'text', 'text'],
  ['text/plain; charset=utf-8', {}, 5, '5'],
  ['text/html', {}, '<p>', '<p>'],
  ['application/xml', {}, '<done/>', '<done/>'],
  ['text/csv', {}, 'a,b', 'a,b'],
  ['text/csv', {}, [{ a: 1, b: 'x "y", z' }, { a: null }], 'a,b\r\n1,"x ""y"", z"\r\n,\r\n'],
  ['application/x-ndjson', {}, [{ a: 1 }, 2], '{"a":1}\n2\n'],
  ['application/jsonl', {}, { a: 1 }, '{"a":1}\n'],
  ['text/event-stream', {}, [{ a: 1 }], 'data: {"a":1}\n\n'],
  ['text/event-stream', {}, 'calm', 'data: calm\n\n'],
  ['text/event-stream', {}, ': ping\n\nid: 1\ndata: x\n\n', ': ping\n\nid: 1\ndata: x\n\n'],
  [
    'text/event-stream',
    {},
    [{ event: 'made', id: '1', data: 'one\ntwo' }, 'three'],
    'event: made\nid: 1\ndata: one\ndata: two\n\ndata: three\n\n',
  ],
  ['application/x-www-form-urlencoded', {}, { a: 'b c', d: null }, 'a=b+c&d='],
  ['application/yaml', {}, { a: 1 }, '{"a":1}'],
  [
    'application/xml',
    ownerRef,
    { name: 'A & <B>' },
    xml('<Owner><name>A &amp; &lt;B&gt;</name></Owner>'),
  ],
  [
    'application/xml',
    petRef,
    { id: 1, name: 'Rex', tags: ['a', 'b'], aliases: ['x', 'y'], owner: { name: null } },
    xml(
      '<p:animal xmlns:p="urn:pets" id="1"><label>Rex</label><tags><tag>a</tag><tag>b</tag></tags>' +
        '<aliases>x</aliases><aliases>y</aliases><owner><name/></owner></p:animal>',
    ),
  ],
  [
    'application/xml',
    { type: 'array', items: ownerRef },
    [{ name: 'A' }, {}],
    xml('<items><Owner><name>A</name></Owner><Owner/></items>'),
  ],
  [
    'text/xml',
    {},
    { '1 bad name': 'x\u0000y' },
    xml('<root><_1_bad_name>x\ufffdy</_1_bad_name></root>'),
  ],
])('%s with %j shows %j as %j', (...[mediaType, schema, data, want]) => {
  expect(writeBody(mediaType, { schemas, schema, data })).toBe(want);
});

test.each([
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['application/zip', [0x50, 0x4b, 5, 6]],
  ['application/octet-stream', [0, 1, 2, 3]],
  ['video/mp4', [0, 1, 2, 3]],
])('%s without data begins as such a file does', (mediaType, want) => {
  const body = writeBody(mediaType, { schemas, schema: undefined, data: undefined });
  expect([...(body as Uint8Array).subarray(0, 4)]).toEqual(want); // these kinds are octets
});

test.each([
  ['application/pdf', /^%PDF-1\.4\n[\s\S]*%%EOF\n$/],
  ['image/svg+xml', /^<svg /],
  ['text/html', /^<!doctype html>/],
  ['text/plain', /^$/],
  ['application/json', /^\{\}$/],
])('%s without data is a small text of the kind', (mediaType, want) => {
  expect(writeBody(mediaType, { schemas, schema: undefined, data: undefined })).toMatch(want);
});
