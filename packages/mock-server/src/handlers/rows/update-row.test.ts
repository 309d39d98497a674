import { expect, test } from 'vitest';
import { openShop } from './test-shop.ts';

const made = '2025-10-14T10:30:00Z';
const merge = 'application/merge-patch+json';
const steps = 'application/json-patch+json';

async function openBlue() {
  const { call, mock } = await openShop();
  const address = { city: 'Oslo', street: 'Main' };
  const metadata = { a: '1', b: '2' };
  const blue = { slug: 'blue', name: 'Blue', open: true, address, metadata, motto: 'Hi' };
  const { body } = await call('POST /shops', blue);
  mock.clock.advance({ minutes: 1 });
  return { call, mock, body };
}

test.each([
  [{ name: 'New' }, { name: 'New' }],
  [{ motto: null }, { motto: null }],
  [{ open: null }, { open: undefined }],
  [{ metadata: { a: null, c: '3' } }, { metadata: { b: '2', c: '3' } }],
  [{ metadata: { c: '3' } }, { metadata: { a: '1', b: '2', c: '3' } }],
  [{ address: { city: 'Bergen' } }, { address: { city: 'Bergen', street: 'Main' } }],
  [{ address: { street: 'Side' } }, { address: { city: 'Oslo', street: 'Side' } }],
  [{ id: 1, createdAt: 'x' }, {}],
])('a merge patch of %j changes %j', async (patch, changes) => {
  const { call, body, mock } = await openBlue();
  const patched = await call('PATCH /shops/blue', patch, merge);
  const want = { ...body, updatedAt: '2025-10-14T10:31:00Z', ...changes };
  expect(patched.body).toEqual(JSON.parse(JSON.stringify(want)));
  expect((await call('GET /shops/blue')).body).toEqual(patched.body);
  expect(mock.violations).toEqual([]);
});

test('a JSON patch changes what it names, and never what only the server writes', async () => {
  const { call, body } = await openBlue();
  const patch = [
    { op: 'test', path: '/name', value: 'Blue' },
    { op: 'replace', path: '/name', value: 'Bluer' },
    { op: 'remove', path: '/metadata/a' },
    { op: 'replace', path: '/createdAt', value: '1970-01-01T00:00:00Z' },
  ];
  const patched = await call('PATCH /shops/blue', patch, steps);
  expect(patched.body).toMatchObject({ name: 'Bluer', metadata: { b: '2' }, createdAt: made });
  expect(patched.body['id']).toBe(body['id']);
});

test.each([
  [[{ op: 'test', path: '/name', value: 'Red' }], 409, 'patch_test_failed'],
  [[{ op: 'remove', path: '/nothing' }], 422, 'validation_failed'],
  [[{ op: 'replace', path: '/name', value: 5 }], 422, 'validation_failed'],
  [[{ op: 'replace', path: '', value: 'text' }], 422, 'validation_failed'],
])('the JSON patch %j is refused and changes nothing', async (patch, status, code) => {
  const { call, body } = await openBlue();
  const refused = await call('PATCH /shops/blue', patch, steps);
  expect([refused.status, refused.body['code']]).toEqual([status, code]);
  expect((await call('GET /shops/blue')).body).toEqual(body);
});

test('a replacement keeps what only the server writes, and nothing else', async () => {
  const { call, body } = await openBlue();
  const replaced = await call('PUT /shops/blue', { slug: 'blue', name: 'Other' });
  expect(replaced.body).toEqual({
    ...{ id: body['id'], slug: 'blue', name: 'Other', metadata: {}, motto: null, open: true },
    ...{ createdAt: made, updatedAt: '2025-10-14T10:31:00Z' },
  });
});

test('a row takes a new name, unless another has it', async () => {
  const { call } = await openBlue();
  await call('POST /shops', { slug: 'red', name: 'Red' });
  expect((await call('PATCH /shops/blue', { slug: 'red' }, merge)).status).toBe(409);
  expect((await call('PATCH /shops/blue', { slug: 'green' }, merge)).status).toBe(200);
  expect((await call('GET /shops/blue')).status).toBe(404);
  expect((await call('GET /shops/green')).body['name']).toBe('Blue');
});

test('a form changes what it holds', async () => {
  const { call } = await openShop();
  const { id } = (await call('POST /customers', { email: 'a@example.com' })).body;
  const type = 'application/x-www-form-urlencoded';
  const changed = await call(`POST /customers/${id}`, 'email=b%40example.com', type);
  expect(changed.body).toMatchObject({ id, email: 'b@example.com' });
});
