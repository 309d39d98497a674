import { expect, test } from 'vitest';
import { mockOf } from './test-document.ts';

const text = { type: 'string' };
const task = { type: 'object', required: ['id', 'title'], properties: { id: text, title: text } };
const found = {
  description: '',
  content: {
    'application/json': {
      schema: task,
      examples: { first: { value: { id: '1', title: 'One' } }, odd: { value: { id: 2 } } },
    },
  },
};
const missing = {
  description: '',
  content: { 'application/json': { schema: { type: 'object', properties: { message: text } } } },
};
const gone = { description: '', content: { 'text/plain': { example: 'It is gone.' } } };
const paths = {
  '/tasks': {
    get: {
      parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
      responses: {
        200: {
          description: '',
          content: { 'application/json': { schema: { type: 'array', items: task } } },
        },
      },
    },
    post: {
      requestBody: { content: { 'application/json': { schema: task } } },
      responses: { 201: found, 404: missing, 410: gone, 204: { description: '' }, '5XX': missing },
    },
  },
  '/tasks/{id}': {
    get: {
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      responses: { 200: found, 404: missing },
    },
  },
};

const body = { id: '7', title: 'Sent' };

test.each([
  ['code=201', 201, { id: '1', title: 'One' }, 'code=201'],
  ['code=201, example=odd', 201, { id: 2 }, 'code=201, example=odd'],
  ['example=odd', 201, { id: 2 }, 'example=odd'],
  ['code=404', 404, { message: expect.any(String) }, 'code=404'],
  ['code=503', 503, { message: expect.any(String) }, 'code=503'],
  ['code=204', 204, undefined, 'code=204'],
  ['dynamic=true', 201, { title: expect.any(String) }, 'dynamic=true'],
  [
    'code=201; dynamic=true',
    201,
    { title: expect.not.stringMatching(/^One$/) },
    'code=201, dynamic=true',
  ],
])('Prefer: %s is answered %i', async (...[prefer, status, want, applied]) => {
  const { call } = await mockOf({ paths });
  const seen = await call('POST /tasks', { prefer }, body);
  expect([seen.status, seen.headers.get('preference-applied')]).toEqual([status, applied]);
  if (want !== undefined) expect(seen.json).toMatchObject(want);
});

test('a preference leaves the state as it is', async () => {
  const { call } = await mockOf({ paths });
  const before = await call('GET /tasks');
  await call('POST /tasks', { prefer: 'code=201, dynamic=true' }, body);
  expect((await call('GET /tasks')).text).toBe(before.text);
});

test('an example of an error is sent in its own type', async () => {
  const { call } = await mockOf({ paths });
  const seen = await call('POST /tasks', { prefer: 'code=410' }, body);
  expect([seen.status, seen.type, seen.text]).toEqual([410, 'text/plain', 'It is gone.']);
});

test.each([
  ['code=418', ['201', '204', '404', '410', '5XX']],
  ['code=101', ['201', '204', '404', '410', '5XX']],
  ['code=abc', ['201', '204', '404', '410', '5XX']],
  ['code=201, example=none', ['first', 'odd']],
])('Prefer: %s is a 404 that says what there is', async (prefer, known) => {
  const { call } = await mockOf({ paths });
  const seen = await call('POST /tasks', { prefer }, body);
  expect([seen.status, seen.type]).toEqual([404, 'application/problem+json']);
  expect(seen.json).toMatchObject({ code: 'unknown_preference', known });
});

test('a faulty request is refused whatever it prefers', async () => {
  const { call } = await mockOf({ paths });
  expect((await call('GET /tasks?limit=a', { prefer: 'code=200' })).status).toBe(422);
});

test('the query asks for the same, and an object that is not there need not be', async () => {
  const { call } = await mockOf({ paths });
  const seen = await call('GET /tasks/none?__code=200&__example=first');
  expect([seen.status, seen.json]).toEqual([200, { id: '1', title: 'One' }]);
});

test('the same seed makes the same body, another another', async () => {
  const { call } = await mockOf({ paths });
  const made = async (seed: string) =>
    (await call('POST /tasks', { prefer: `code=201, dynamic=true, seed=${seed}` }, body)).text;
  expect(await made('a')).toBe(await made('a'));
  expect(await made('a')).not.toBe(await made('b'));
});

test('a Prefer header of another kind is left alone', async () => {
  const { call } = await mockOf({ paths });
  const seen = await call('GET /tasks', { prefer: 'respond-async, wait=10' });
  expect([seen.status, seen.headers.get('preference-applied')]).toEqual([200, null]);
});

test('a failure that is asked for says what a real one does', async () => {
  const { mock } = await mockOf({ paths });
  const url = `${mock.baseUrl}/tasks/none`;
  const real = await mock.fetch(url);
  const asked = await mock.fetch(url, { headers: { prefer: 'code=404' } });
  expect([asked.status, await asked.text()]).toEqual([404, await real.text()]);
});
