import { expect, test } from 'vitest';
import { answering, mockOf, pathParameter } from './test-document.ts';

const text = { type: 'string' };
const note = {
  type: 'object',
  required: ['id', 'text'],
  properties: { id: { ...text, readOnly: true }, text },
};
const requestBody = { content: { 'application/json': { schema: note } } };
const content = { 'application/json': { schema: note }, 'application/xml': { schema: note } };
const ok = { responses: { 200: { description: '', content }, 404: { description: '' } } };
const paths = {
  '/notes': {
    get: answering({ type: 'array', items: note }),
    post: { requestBody, ...answering(note, { status: '201' }) },
  },
  '/notes/{id}': {
    parameters: [pathParameter('id')],
    get: ok,
    put: { requestBody, ...ok },
    patch: { requestBody, ...ok },
    delete: { responses: { 204: { description: '' }, 404: { description: '' } } },
  },
};

async function withNote() {
  const { call, mock } = await mockOf({ paths });
  const made = await call('POST /notes', {}, { text: 'One' });
  const path = `/notes/${Object(made.json).id}`;
  const read = await call(`GET ${path}`);
  const tag = read.headers.get('etag') ?? '';
  return { call, mock, path, read, tag };
}

test('what is read has a strong tag that changes with it', async () => {
  const { call, path, tag } = await withNote();
  expect(tag).toMatch(/^"[\w-]+"$/);
  expect((await call(`GET ${path}`)).headers.get('etag')).toBe(tag);
  expect((await call(`HEAD ${path}`)).headers.get('etag')).toBe(tag);
  await call(`PATCH ${path}`, {}, { text: 'Two' });
  expect((await call(`GET ${path}`)).headers.get('etag')).not.toBe(tag);
});

test('lists have tags, and each media type its own', async () => {
  const { call, path, tag } = await withNote();
  expect((await call('GET /notes')).headers.get('etag')).toMatch(/^"/);
  const xml = await call(`GET ${path}`, { accept: 'application/xml' });
  expect(xml.headers.get('etag')).not.toBe(tag);
});

test('what the client has already is not sent again', async () => {
  const { call, path, tag } = await withNote();
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const seen = await call(`GET ${path}`, { 'if-none-match': known });
    expect([seen.status, seen.text, seen.headers.get('etag')]).toEqual([304, '', tag]);
    expect(seen.type).toBeNull();
  }
  expect((await call(`GET ${path}`, { 'if-none-match': '"other"' })).status).toBe(200);
});

test.each(['PUT', 'PATCH', 'DELETE'])(
  'a %s of another state than the present is 412',
  async (method) => {
    const { call, path, read } = await withNote();
    const body = method === 'DELETE' ? undefined : { text: 'Two' };
    const refused = await call(`${method} ${path}`, { 'if-match': '"old"' }, body);
    expect(refused).toMatchObject({ status: 412, json: { code: 'precondition_failed' } });
    expect((await call(`GET ${path}`)).text).toBe(read.text);
  },
);

test.each(['PUT', 'PATCH', 'DELETE'])('a %s of the present state goes on', async (method) => {
  const { call, path, tag } = await withNote();
  const xml = (await call(`GET ${path}`, { accept: 'application/xml' })).headers.get('etag') ?? '';
  const body = method === 'DELETE' ? undefined : { text: 'Two' };
  for (const known of method === 'DELETE' ? [`"other", ${tag}`] : ['*', xml]) {
    const seen = await call(`${method} ${path}`, { 'if-match': known }, body);
    expect(seen.status).toBe(method === 'DELETE' ? 204 : 200);
    if (known === xml) continue;
    // The tag of the XML is that of the state which this very request changes to.
    expect((await call(`${method} ${path}`, {}, { text: 'One' })).status).toBeLessThan(405);
  }
});

test('a weak tag does not match, and what is gone matches nothing', async () => {
  const { call, path, tag } = await withNote();
  expect((await call(`DELETE ${path}`, { 'if-match': `W/${tag}` })).status).toBe(412);
  expect((await call('DELETE /notes/none', { 'if-match': '*' })).status).toBe(412);
});

test.each([
  ['PUT', '*', 412],
  ['PUT', 'the present', 412],
  ['PUT', 'W/the present', 412],
  ['DELETE', '*', 412],
  ['PUT', '"other"', 200],
])('a %s that rules out %s is %i', async (method, ruledOut, want) => {
  const { call, path, tag } = await withNote();
  const header = ruledOut.replace('the present', tag);
  const body = method === 'DELETE' ? undefined : { text: 'Two' };
  expect((await call(`${method} ${path}`, { 'if-none-match': header }, body)).status).toBe(want);
});

test('a list that is there keeps nobody from adding to it', async () => {
  const { call } = await withNote();
  const made = await call('POST /notes', { 'if-none-match': '*' }, { text: 'Two' });
  expect(made.status).toBeLessThan(300);
});
