import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Mock } from '../mock.ts';
import { createMockFromSpec } from '../spec.ts';

const thing = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string' },
    count: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
    parent: { $ref: '#/components/schemas/Thing' },
    file: { type: 'string', format: 'binary' },
  },
};
const schema = { $ref: '#/components/schemas/Thing' };
const bodyTypes = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/xml',
];
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

const document = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  servers: [{ url: 'https://things.example.com/v1' }],
  security: [{ bearer: [] }, { key: [] }],
  components: {
    schemas: { Thing: thing },
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      key: { type: 'apiKey', in: 'query', name: 'key' },
    },
  },
  paths: {
    '/things': {
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
          { name: 'filter', in: 'query', style: 'deepObject', explode: true, schema },
          { name: 'session', in: 'cookie', schema: { type: 'integer' } },
        ],
        responses: {
          200: {
            description: 'Things',
            content: { 'application/json': { schema: { type: 'array', items: schema } } },
          },
        },
      },
      post: {
        requestBody: {
          required: true,
          content: Object.fromEntries(bodyTypes.map((type) => [type, { schema }])),
        },
        responses: { 201: { description: 'Made', content: { 'application/json': { schema } } } },
      },
    },
    '/things/{id}': {
      parameters: [id],
      get: {
        responses: { 200: { description: 'Found', content: { 'application/json': { schema } } } },
      },
    },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await createMockFromSpec(document, { seed: 1 });
});

interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: { readonly [name: string]: readonly string[] };
  readonly body?: string | Uint8Array;
}

async function send({ method = 'GET', url = '/v1/things', headers = {}, body }: Sent) {
  const answer = await mock.exchange({
    method,
    url,
    headers: { authorization: ['Bearer t'], ...headers },
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  });
  if ('fault' in answer) throw new Error('reset');
  return { status: answer.status, text: String(answer.body ?? '') };
}

const post = (type: string, body: string | Uint8Array): Sent => ({
  method: 'POST',
  headers: { 'content-type': [type] },
  body,
});
const form = 'application/x-www-form-urlencoded';
const parts = 'multipart/form-data; boundary=b';

test.each<[string, Sent, number]>([
  ['a lower-case scheme', { headers: { authorization: ['bearer t'] } }, 200],
  ['two Authorization headers', { headers: { authorization: ['Bearer t', 'Bearer t'] } }, 401],
  ['another scheme', { headers: { authorization: ['Basic dTpw'] } }, 401],
  [
    'a header of a megabyte',
    { headers: { authorization: [`Bearer ${'x '.repeat(500_000)}`] } },
    401,
  ],
  ['a cookie of a megabyte', { headers: { cookie: [`${'a=b;'.repeat(250_000)}session=1`] } }, 200],
  ['a cookie of another type', { headers: { cookie: ['session=x'] } }, 422],
  ['broken encoding in the query', { url: '/v1/things?limit=%zz' }, 400],
  ['broken encoding in the path', { url: '/v1/things/%zz' }, 400],
  ['a broken key in the query', { url: '/v1/things?key=%zz', headers: { authorization: [] } }, 401],
  ['a query parameter twice', { url: '/v1/things?limit=1&limit=2' }, 422],
  ['a huge number', { url: `/v1/things?limit=${'9'.repeat(10_000)}` }, 422],
  ['a hostile name', { url: '/v1/things?filter[name]=a&filter[__proto__][x]=1&__proto__=2' }, 200],
  ['a deep filter', { url: `/v1/things?filter${'[parent]'.repeat(100)}=1` }, 422],
  ['a filter of many', { url: `/v1/things?${'filter[name]=x&'.repeat(9_000)}` }, 422],
  [
    'a body with GET',
    { body: '{"not":"read"}', headers: { 'content-type': ['application/json'] } },
    200,
  ],
  ['no body', { method: 'POST' }, 422],
  ['an empty body', post('application/json', ''), 422],
  ['malformed JSON', post('application/json', '{"name":'), 400],
  ['deep JSON', post('application/json', '{"parent":'.repeat(90_000)), 400],
  ['JSON of a wrong type', post('application/json', '{"name":{}}'), 422],
  ['an unknown type', post('image/png', 'x'), 415],
  ['a type that is none', post('nonsense', 'x'), 415],
  ['an unknown charset', post('application/json; charset=x-klingon', '{}'), 415],
  ['bytes that are no text', post(form, new Uint8Array([0xff, 0xfe])), 400],
  ['a broken form', post(form, 'name=%zz'), 400],
  ['a deep form', post(form, `parent${'[parent]'.repeat(40)}=1`), 400],
  ['a form of many fields', post(form, 'name=x&'.repeat(10_001)), 400],
  ['a form with a field twice', post(form, 'name=x&name=y'), 422],
  ['parts without a boundary', post('multipart/form-data', 'x'), 400],
  ['parts without an end', post(parts, '--b\r\n'), 400],
  ['a body beyond the limit', post('application/xml', 'x'.repeat(1_048_577)), 413],
  ['an unknown method', { method: 'BREW' }, 405],
  ['an unknown path', { url: '/v1/nothing' }, 404],
])('%s is answered with the status that says so', async (_, sent, status) => {
  const answer = await send(sent);
  expect(answer.status).toBe(status);
  expect(answer.text).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
});

const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json().map((text) => new TextEncoder().encode(text)),
  fc
    .stringMatching(/^([a-z_]{1,4}(\[[a-z0-9]?\]){0,3}=[a-z%0-9]{0,4}&){0,5}$/)
    .map((text) => new TextEncoder().encode(text)),
  fc
    .stringMatching(/^(--b(--)?|\r\n|Content-Disposition: form-data; name="a"|x){0,12}$/)
    .map((text) => new TextEncoder().encode(text)),
);
const types = fc.oneof(fc.constantFrom(...bodyTypes, parts, 'text/plain'), fc.string());
const urls = fc.oneof(
  fc.webQueryParameters().map((query) => `/v1/things?${query}`),
  fc.string().map((query) => `/v1/things?filter[${query}`),
  fc.webPath().map((path) => `/v1${path}`),
  fc.string().map((text) => `/v1/things/${text}`),
);
const values = fc.array(fc.string(), { maxLength: 2 });

test('nothing that is sent is answered with a failure of the mock', async () => {
  const sent = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS'),
    url: urls,
    headers: fc.record({
      'content-type': types.map((type) => [type]),
      cookie: values,
      authorization: fc.oneof(fc.constant(['Bearer t']), values),
    }),
    body: bodies,
  });
  await fc.assert(
    fc.asyncProperty(sent, async (request) => {
      const { status, text } = await send(request);
      expect({ status, text }).toMatchObject({
        status: expect.toSatisfy((seen: number) => seen < 500),
      });
    }),
    { numRuns: 500 },
  );
});
