import type { JsonObject } from '@product/spec-model';
import { expect, test } from 'vitest';
import { answering, mockOf, pathParameter } from './test-document.ts';

const named = (name: string): JsonObject => answering({ const: name });

const paths = {
  '/files': { get: named('list'), query: named('query') },
  '/files/mine': { get: named('mine') },
  '/files/{id}': { get: named('item'), parameters: [pathParameter('id')] },
  '/files/{id}.json': { get: named('json'), parameters: [pathParameter('id')] },
  '/files/{id}:cancel': { get: named('cancel'), parameters: [pathParameter('id')] },
  '/files/{a}...{b}': {
    get: named('compare'),
    parameters: [pathParameter('a'), pathParameter('b')],
  },
  '/slashed/': { get: named('slashed') },
};

test.each([
  ['/files', 'list'],
  ['/files/', 'list'],
  ['/slashed/', 'slashed'],
  ['/slashed', 'slashed'],
  ['/files/mine', 'mine'],
  ['/files/1', 'item'],
  ['/files/1/', 'item'],
  ['/files/1.json', 'json'],
  ['/files/1:cancel', 'cancel'],
  ['/files/a...b', 'compare'],
])('%s leads to %s', async (path, want) => {
  const { call } = await mockOf({ paths });
  expect((await call(`GET ${path}`)).json).toBe(want);
});

test.each(['/files//', '/files/1/2', '/filesx', '/'])('%s leads nowhere', async (path) => {
  const { call } = await mockOf({ paths });
  expect((await call(`GET ${path}`)).status).toBe(404);
});

test('slashes in the last parameter are part of it where the document says so', async () => {
  const path = { ...pathParameter('path'), 'x-multi-segment': true };
  const long = { get: { ...named('long'), parameters: [path] } };
  const { call } = await mockOf({ paths: { ...paths, '/tree/{path}': long } });
  expect((await call('GET /tree/a')).json).toBe('long');
  expect((await call('GET /tree/a/b/c.txt')).json).toBe('long');
  expect((await call('GET /files/a/b/c.txt')).status).toBe(404);
});

test.each([
  ['PUT', 405],
  ['BREW', 405],
  ['OPTIONS', 204],
])('%s of a path without it is %i with the methods that there are', async (method, status) => {
  const { call } = await mockOf({
    paths: { '/files': { get: named('list'), post: named('post') } },
  });
  const seen = await call(`${method} /files`);
  expect([seen.status, seen.headers.get('allow')]).toEqual([status, 'GET, POST, HEAD, OPTIONS']);
});

test('TRACE, which fetch cannot send, is 405 too', async () => {
  const { mock } = await mockOf({ paths });
  const seen = await mock.exchange({
    method: 'TRACE',
    url: '/files',
    headers: {},
    body: undefined,
  });
  expect(seen).toMatchObject({ status: 405 });
});

test('an OPTIONS that the document describes is answered as it says', async () => {
  const { call } = await mockOf({ paths: { '/files': { options: named('options') } } });
  expect((await call('OPTIONS /files')).json).toBe('options');
});

test('QUERY of OpenAPI 3.2 is a method like any other', async () => {
  const { call } = await mockOf({ openapi: '3.2.0', paths });
  expect((await call('QUERY /files')).json).toBe('query');
});

const servers = [
  {
    url: 'https://{region}.api.test/{version}/{tenant}',
    variables: {
      region: { default: 'eu', enum: ['eu', 'us'] },
      version: { default: 'v2', enum: ['v1', 'v2'] },
      tenant: { default: 'acme' },
    },
  },
  { url: '/relative' },
  { url: 'https://other.test/deep/path/' },
];

test.each([
  ['/v2/acme/files', 200],
  ['/v1/acme/files', 200],
  ['/relative/files', 200],
  ['/deep/path/files', 200],
  ['https://us.api.test/v1/acme/files/', 200],
  ['/uploads/files', 200],
  ['/v2/acme/relative/files', 200],
  ['/v3/acme/files', 404],
  ['/v2/files', 404],
  ['/files', 404],
])('with several servers, %s is answered %i', async (url, status) => {
  const own = { ...paths['/files'].get, servers: [{ url: 'https://uploads.test/uploads' }] };
  const { mock } = await mockOf({ servers, paths: { '/files': { get: own } } });
  expect(mock.baseUrl).toBe('https://eu.api.test/v2/acme');
  expect(await mock.exchange({ method: 'GET', url, headers: {}, body: undefined })).toMatchObject({
    status,
  });
});
