import { expect, test } from 'vitest';
import { flag, instant, integer, listOf, object, openApi, ours, ref, text } from './test-api.ts';
import { entriesOf } from './test-shop.ts';

const kinds = { cat: ref('Cat'), dog: ref('Dog') };
const base = { id: ours(text), name: text, createdAt: ours(instant) };
const operations = {
  'GET /pets': { answer: listOf('Pet'), query: { kind: text } },
  'POST /pets': { answer: ref('Pet'), sent: ref('Pet'), status: 201 },
  'GET /pets/{id}': { answer: ref('Pet') },
  'PATCH /pets/{id}': {
    answer: ref('Pet'),
    sent: object({ name: text, breed: text, lives: integer }),
  },
};
const cat = { ...base, kind: { const: 'cat' }, lives: { type: 'integer', default: 9 } };
const dog = {
  ...base,
  kind: { enum: ['dog', 'puppy'] },
  breed: text,
  trained: { ...flag, default: false },
};
const schemas = {
  Pet: { oneOf: Object.values(kinds) },
  Cat: object(cat, 'id', 'kind', 'name'),
  Dog: object(dog, 'id', 'kind', 'name'),
};

test.each([
  [{ kind: 'cat', name: 'Tom' }, { lives: 9 }],
  [
    { kind: 'dog', name: 'Rex', breed: 'Collie' },
    { breed: 'Collie', trained: false },
  ],
  [{ kind: 'puppy', name: 'Bo', trained: true }, { trained: true }],
])('a row that is sent as %j is one of its kind', async (sent, more) => {
  const { call, mock } = await openApi({ operations, schemas });
  const made = await call('POST /pets', sent);
  const want = { id: made.body['id'], ...sent, ...more, createdAt: '2025-10-14T10:30:00Z' };
  expect(made.body).toEqual(want);
  expect((await call(`GET /pets?kind=${sent.kind}`)).body).toEqual([want]);
  expect(mock.violations).toEqual([]);
});

test('a change takes what the kind of the row has', async () => {
  const { call } = await openApi({ operations, schemas });
  const { body } = await call('POST /pets', { kind: 'dog', name: 'Rex' });
  const changed = await call(`PATCH /pets/${body['id']}`, { breed: 'Collie', lives: 3 });
  expect(changed.body).toEqual({ ...body, breed: 'Collie' });
});

test('the discriminator tells kinds apart whose schemas do not', async () => {
  const plain = { ...base, kind: text };
  const { call } = await openApi({
    operations,
    schemas: {
      Pet: {
        oneOf: Object.values(kinds),
        discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog' } },
      },
      Cat: object({ ...plain, lives: { type: 'integer', default: 9 } }, 'id', 'kind', 'lives'),
      Dog: object({ ...plain, breed: { type: 'string', default: 'mixed' } }, 'id', 'kind', 'breed'),
    },
  });
  const made = [
    { kind: 'dog', breed: 'Collie' },
    { kind: 'Cat', lives: 7 },
  ];
  for (const sent of made) expect((await call('POST /pets', sent)).body).toMatchObject(sent);
});

test('a schema is of the kinds that its discriminator maps to, which build on it', async () => {
  const pet = object({ ...base, kind: text }, 'id', 'kind');
  const mapping = { cat: '#/components/schemas/Cat', dog: 'Dog' };
  const { call } = await openApi(
    {
      operations,
      schemas: {
        Pet: { ...pet, discriminator: { propertyName: 'kind', mapping } },
        Cat: { allOf: [ref('Pet'), object({ lives: integer }, 'lives')] },
        Dog: { allOf: [ref('Pet'), object({ breed: text }, 'breed')] },
      },
    },
    { firstRows: 2 },
  );
  const sent = { kind: 'dog', breed: 'Collie' };
  const { body } = await call('POST /pets', sent);
  expect((await call(`GET /pets/${body['id']}`)).body).toMatchObject(sent);
  expect(entriesOf((await call('GET /pets')).body)).toMatchObject([
    sent,
    { kind: 'cat', lives: expect.any(Number) },
    { kind: 'dog', breed: expect.any(String) },
  ]);
});

test('kinds without a mark are told apart by what each alone must have', async () => {
  const { call } = await openApi({
    operations,
    schemas: {
      Pet: { anyOf: [ref('Cat'), ref('Dog')] },
      Cat: object({ ...base, lives: integer }, 'id', 'lives'),
      Dog: object({ ...base, breed: text }, 'id', 'breed'),
    },
  });
  for (const sent of [{ breed: 'Collie', name: 'Rex' }, { lives: 7 }]) {
    const { body } = await call('POST /pets', sent);
    expect(Object.keys(body).sort()).toEqual(['createdAt', 'id', ...Object.keys(sent)].sort());
    expect(body).toMatchObject(sent);
  }
});

test('first rows are of every kind', async () => {
  const { call } = await openApi({ operations, schemas }, { firstRows: 3 });
  const { body } = await call('GET /pets');
  expect(entriesOf(body).map(({ kind }) => kind)).toEqual(['cat', 'dog', 'puppy']);
});

test('a row that is replaced by one of another kind keeps nothing of the former', async () => {
  const replaced = { ...operations, 'PUT /pets/{id}': { answer: ref('Pet'), sent: ref('Pet') } };
  const { call, mock } = await openApi({ operations: replaced, schemas });
  const { body } = await call('POST /pets', { kind: 'dog', name: 'Rex', breed: 'Collie' });
  const sent = { kind: 'cat', name: 'Tom' };
  const next = await call(`PUT /pets/${body['id']}`, sent);
  expect(next.body).toEqual({ id: body['id'], createdAt: body['createdAt'], ...sent, lives: 9 });
  expect((await call(`GET /pets/${body['id']}`)).body).toEqual(next.body);
  expect(mock.violations).toEqual([]);
});
