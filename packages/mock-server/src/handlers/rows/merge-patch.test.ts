import { expect, test } from 'vitest';
import { instant, integer, listOf, object, openApi, ours, ref, text } from './test-api.ts';

const merge = 'application/merge-patch+json';
const note = { type: ['string', 'null'] };
const task = {
  ...{ id: ours(text), title: { ...text, minLength: 1 }, description: text, note },
  ...{ priority: { ...integer, default: 3 }, updated_at: ours(instant) },
  owner: object({ name: text, email: text }, 'name', 'email'),
};
const schemas = { Task: object(task, 'id', 'title', 'priority') };
const whole = { answer: ref('Task'), sent: ref('Task') };
const operations = (type: string) => ({
  'GET /tasks': { answer: listOf('Task') },
  'POST /tasks': whole,
  'PATCH /tasks/{id}': { ...whole, type },
});

const sent = {
  ...{ title: 'Ship it', description: 'All of it', note: 'Soon', priority: 5 },
  owner: { name: 'Ada', email: 'ada@example.com' },
};

async function patch(change: object, type = merge) {
  const { call } = await openApi({ operations: operations(type), schemas });
  const { body } = await call('POST /tasks', sent);
  return { body, patched: await call(`PATCH /tasks/${body['id']}`, change, type) };
}

test.each([
  [{ priority: 1 }, { priority: 1 }],
  [{ description: null }, { description: undefined }],
  [{ note: null }, { note: null }],
  [{ priority: null }, { priority: 3 }],
  [{ owner: { name: 'Bo' } }, { owner: { name: 'Bo', email: 'ada@example.com' } }],
  [{ owner: null }, { owner: undefined }],
])('a merge patch %j of a whole that requires more changes %j', async (change, changes) => {
  const { body, patched } = await patch(change);
  expect(patched.body).toEqual(JSON.parse(JSON.stringify({ ...body, ...changes })));
});

test.each([
  [{ title: null }, '/title', 'required'],
  [{ title: '' }, '/title', 'min_length'],
  [{ owner: { name: 5 } }, '/owner/name', 'type'],
])('a merge patch %j is refused at %j', async (change, pointer, code) => {
  const { patched } = await patch(change);
  expect(patched.status).toBe(422);
  expect(patched.body['errors']).toMatchObject([{ pointer, code }]);
});

test.each([
  [{ priority: 1 }, '/title'],
  [{ title: 'New', priority: 1, description: null }, '/description'],
])(
  'a plain change %j is held against its schema, as the document says',
  async (change, pointer) => {
    const { patched } = await patch(change, 'application/json');
    expect(patched.status).toBe(422);
    expect(patched.body['errors']).toMatchObject([{ pointer }]);
  },
);
