import { expect, test } from 'vitest';
import { createMockFromSpec } from '../../../spec.ts';

const text = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answers = (schema: object) => ({
  responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
});
const item = { parameters: [{ name: 'id', in: 'path', required: true, schema: text }] };
const places = (path: string, name: string, shown: object) => ({
  [path]: { post: answers(ref(name)), get: answers({ type: 'array', items: ref(name) }) },
  [`${path}/{id}`]: { ...item, get: answers(shown), delete: answers(ref('Deleted')) },
});
const object = (properties: object) => ({
  ...{ type: 'object', required: Object.keys(properties), properties },
});

const document = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://shop.example.com' }],
  paths: {
    ...places('/customers', 'Customer', { anyOf: [ref('Customer'), ref('Deleted')] }),
    ...places('/coupons', 'Coupon', ref('Coupon')),
  },
  components: {
    schemas: {
      Customer: object({ id: text, email: text }),
      Coupon: object({ id: text, deleted: { type: 'boolean' } }),
      Deleted: object({ id: text, deleted: { type: 'boolean', enum: [true] } }),
    },
  },
};

async function open() {
  const mock = await createMockFromSpec(document, { seed: 1, firstRows: 0 });
  const call = async (method: string, path: string) => {
    const response = await mock.fetch(mock.baseUrl + path, { method });
    return { status: response.status, body: await response.json() };
  };
  return { mock, call };
}

test('a row that was deleted is shown as such where the document says so, also after a snapshot', async () => {
  const { mock, call } = await open();
  const { id } = (await call('POST', '/customers')).body;
  const record = { status: 200, body: { id, deleted: true } };
  expect(id).toMatch(/^customer_[0-9A-Za-z]{16}$/);
  expect(await call('DELETE', `/customers/${id}`)).toEqual(record);
  expect(await call('GET', `/customers/${id}`)).toEqual(record);
  expect((await call('DELETE', `/customers/${id}`)).status).toBe(404);
  expect((await call('GET', '/customers/customer_1')).status).toBe(404);
  mock.restore(mock.snapshot());
  expect(await call('GET', `/customers/${id}`)).toEqual(record);
  mock.reset();
  expect((await call('GET', `/customers/${id}`)).status).toBe(404);
  expect(mock.violations).toEqual([]);
});

test('a row that was deleted is not found where its record may not be shown', async () => {
  const { call } = await open();
  const { id } = (await call('POST', '/coupons')).body;
  expect((await call('DELETE', `/coupons/${id}`)).status).toBe(200);
  expect((await call('GET', `/coupons/${id}`)).status).toBe(404);
});
