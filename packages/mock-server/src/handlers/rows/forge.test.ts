import type { JsonObject, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { isObject } from '../../model/json-read.ts';
import { createMockFromSpec } from '../../spec.ts';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const content = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
const answers = (schema: JsonObject, status = 200): JsonObject => ({
  responses: { [status]: { description: 'Done', content: content(schema) } },
});
const takes = (schema: JsonObject): JsonObject => ({ requestBody: { content: content(schema) } });
const inPath = (...names: string[]): JsonObject => ({
  parameters: names.map((name) => ({
    ...{ name, in: 'path', required: true, schema: name === 'id' ? { type: 'integer' } : text },
  })),
});
const object = (properties: JsonObject, required = Object.keys(properties)): JsonObject => ({
  ...{ type: 'object', properties, required },
});
const list = (name: string): JsonObject => ({ type: 'array', items: ref(name) });

// As GitHub names things: rows below whoever owns them, and seen from several sides.
const forge = {
  openapi: '3.1.0',
  info: { title: 'Forge', version: '1.0.0' },
  servers: [{ url: 'https://forge.example.com' }],
  paths: {
    '/user': { get: answers(ref('User')) },
    '/users/{username}': { ...inPath('username'), get: answers(ref('User')) },
    '/user/repos': {
      get: answers(list('MinimalRepo')),
      post: {
        ...takes(object({ name: text, private: { type: 'boolean' } }, ['name'])),
        ...answers(ref('FullRepo'), 201),
      },
    },
    '/users/{username}/repos': { ...inPath('username'), get: answers(list('MinimalRepo')) },
    '/repos/{owner}/{repo}': {
      ...inPath('owner', 'repo'),
      get: answers(ref('FullRepo')),
      patch: { ...takes(object({ name: text }, [])), ...answers(ref('FullRepo')) },
      delete: { responses: { 204: { description: 'Gone' } } },
    },
    '/repos/{owner}/{repo}/releases': {
      ...inPath('owner', 'repo'),
      get: answers(
        object({
          _embedded: object({ releases: list('Release') }),
          total_count: { type: 'integer' },
        }),
      ),
      post: { ...takes(object({ tag_name: text })), ...answers(ref('Release'), 201) },
    },
    '/repos/{owner}/{repo}/releases/latest': {
      ...inPath('owner', 'repo'),
      get: answers(ref('Release')),
    },
    '/repos/{owner}/{repo}/releases/{id}': {
      ...inPath('owner', 'repo', 'id'),
      get: answers(ref('Release')),
    },
    '/repos/{owner}/{repo}/releases/tags/{tag}': {
      ...inPath('owner', 'repo', 'tag'),
      get: answers(ref('Release')),
    },
  },
  components: {
    schemas: {
      User: object({ login: text, id: { type: 'integer' } }),
      MinimalRepo: object({ id: { type: 'integer' }, name: text, owner: ref('User') }),
      FullRepo: object({
        ...{ id: { type: 'integer' }, name: text, full_name: text, owner: ref('User') },
        ...{ private: { type: 'boolean' }, stargazers_count: { type: 'integer' } },
        url: { type: 'string', example: 'https://forge.example.com/repos/ann/x' },
      }),
      Release: object({ id: { type: 'integer' }, tag_name: text, created_at: text }),
    },
  },
};

async function openForge() {
  const mock = await createMockFromSpec(forge, { seed: 1, firstRows: 1 });
  const call = async (target: string, send?: unknown) => {
    const [method = '', path = ''] = target.split(' ');
    const headers = { 'content-type': 'application/json' };
    const sent = send === undefined ? {} : { body: JSON.stringify(send), headers };
    const response = await mock.fetch(mock.baseUrl + path, { method, ...sent });
    const read: JsonValue = JSON.parse((await response.text()) || '{}');
    const location = response.headers.get('location');
    const body: JsonObject = isObject(read) ? read : { list: read };
    return { status: response.status, location, body };
  };
  const { login = '' } = (await call('GET /user')).body;
  return { mock, call, login: String(login) };
}

test('a row made without saying whose it is becomes the caller’s', async () => {
  const { call, login, mock } = await openForge();
  const made = await call('POST /user/repos', { name: 'hello', private: true });
  expect(made.location).toBe(`/repos/${login}/hello`);
  expect(made.body).toMatchObject({
    ...{ name: 'hello', full_name: `${login}/hello`, private: true, stargazers_count: 0 },
    ...{ url: `https://forge.example.com/repos/${login}/hello`, owner: { login } },
  });
  expect((await call(`GET /repos/${login}/hello`)).body).toEqual(made.body);
  expect(mock.violations).toEqual([]);
});

test('rows are seen from every side, in the form of each', async () => {
  const { call, login, mock } = await openForge();
  const { id, owner } = (await call('POST /user/repos', { name: 'hello' })).body;
  for (const path of ['/user/repos', `/users/${login}/repos`]) {
    const { list: rows } = (await call(`GET ${path}`)).body;
    expect(rows).toContainEqual({ id, name: 'hello', owner });
  }
  expect((await call('GET /users/nobody/repos')).status).toBe(404);
  expect(mock.violations).toEqual([]);
});

test('what a client has made has nothing in it that the client did not make', async () => {
  const { call, login } = await openForge();
  await call('POST /user/repos', { name: 'hello' });
  const { body } = await call(`GET /repos/${login}/hello/releases`);
  expect(body).toEqual({ _embedded: { releases: [] }, total_count: 0 });
  expect((await call(`GET /repos/${login}/hello/releases/latest`)).status).toBe(404);
});

test('a row is found by its id, by another name, and as the newest', async () => {
  const { call, login, mock } = await openForge();
  await call('POST /user/repos', { name: 'hello' });
  const below = `/repos/${login}/hello/releases`;
  const first = await call(`POST ${below}`, { tag_name: 'v1' });
  const second = await call(`POST ${below}`, { tag_name: 'v2' });
  expect((await call(`GET ${below}/${first.body['id']}`)).body).toEqual(first.body);
  expect((await call(`GET ${below}/tags/v1`)).body).toEqual(first.body);
  expect((await call(`GET ${below}/latest`)).body).toEqual(second.body);
  expect((await call(`GET ${below}/tags/v3`)).status).toBe(404);
  expect(mock.violations).toEqual([]);
});
