import { expect, test } from 'vitest';
import type { Mock } from '../mock.ts';
import type { MockOptions } from '../options/mock-options.ts';
import { createMockFromSpec } from '../spec.ts';

const text = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, more: object = {}) => ({
  content: { 'application/json': { schema, ...more } },
});
const answers = (schema: object, more?: object) => ({
  responses: { 200: { description: 'ok', ...json(schema, more) } },
});
const list = (name: string, more?: object) => answers({ type: 'array', items: ref(name) }, more);
const parameter = (name: string, more: object = {}) => ({
  parameters: [{ name, in: 'path', required: true, schema: text, ...more }],
});

const item = { type: 'object', required: ['id', 'name'] };
const document = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://shop.example.com' }],
  paths: {
    '/customers': { get: list('Customer') },
    '/customers/{customer_id}': {
      get: { ...parameter('customer_id'), ...answers(ref('Customer')) },
    },
    '/customers/{customer_id}/notes': { get: { ...parameter('customer_id'), ...list('Note') } },
    '/customers/{customer_id}/notes/{id}': {
      ...{ parameters: ['customer_id', 'id'].flatMap((name) => parameter(name).parameters) },
      get: answers(ref('Note')),
    },
    '/shops/{shop}/bins': { get: { ...parameter('shop'), ...list('Bin') } },
    '/shops/{shop}/bins/{id}': {
      ...{ parameters: ['shop', 'id'].flatMap((name) => parameter(name).parameters) },
      get: answers(ref('Bin')),
    },
    '/orders': { get: list('Order') },
    '/orders/{id}': { get: { ...parameter('id', { example: '77' }), ...answers(ref('Order')) } },
    '/shelves': {
      get: list('Shelf', {
        example: [{ id: 'a', name: 'A' }, { id: 'b' }, { id: 'c', name: 'C' }],
      }),
    },
    '/shelves/{id}': { get: { ...parameter('id'), ...answers(ref('Shelf')) } },
  },
  components: {
    schemas: {
      Customer: {
        ...item,
        properties: { id: { ...text, format: 'uuid' }, name: text, email: text },
      },
      Note: { ...item, properties: { id: { type: 'integer' }, name: text, customer_id: text } },
      Order: {
        ...item,
        properties: { id: { type: 'integer' }, name: text, customer_id: text, created_at: text },
      },
      Bin: { ...item, properties: { id: text, name: text } },
      Shelf: { ...item, properties: { id: text, name: text } },
    },
  },
};

type Row = { readonly [name: string]: string | number };

function open(options: MockOptions = {}): Promise<Mock> {
  return createMockFromSpec(document, { seed: 1, ...options });
}

async function read(mock: Mock, path: string): Promise<Row[]> {
  const response = await mock.fetch(mock.baseUrl + path);
  expect(response.status).toBe(200);
  return response.json();
}

test('a list that nobody filled has three rows, the newest first, and each is found', async () => {
  const mock = await open();
  const orders = await read(mock, '/orders');
  expect(orders).toHaveLength(3);
  const dates = orders.map(({ created_at: at }) => String(at));
  expect(dates).toEqual([...dates].sort().reverse());
  for (const order of orders) expect(await read(mock, `/orders/${order['id']}`)).toEqual(order);
  expect(mock.violations).toEqual([]);
});

test('ids are of the style of the document, and the one that it shows is there', async () => {
  const mock = await open();
  const ids = (await read(mock, '/orders')).map(({ id }) => id);
  expect(ids).toEqual([77, 2, 1]);
  const [customer] = await read(mock, '/customers');
  expect(customer?.['id']).toMatch(/^[0-9a-f]{8}-/);
});

test('rows refer to rows that exist, whichever is asked for first', async () => {
  const mock = await open();
  const orders = await read(mock, '/orders');
  const ids = (await read(mock, '/customers')).map(({ id }) => id);
  for (const { customer_id: id } of orders) expect(ids).toContain(id);
});

test('every parent that exists has rows of its own, another has none', async () => {
  const mock = await open();
  const [one, other] = await read(mock, '/customers');
  const notes = await read(mock, `/customers/${one?.['id']}/notes`);
  expect(notes.map((note) => note['customer_id'])).toEqual(Array(3).fill(one?.['id']));
  expect(await read(mock, `/customers/${other?.['id']}/notes`)).not.toEqual(notes);
  expect((await mock.fetch(`${mock.baseUrl}/customers/nobody/notes`)).status).toBe(404);
});

test('scopes that nothing vouches for have rows, but not without end', async () => {
  const mock = await open();
  const counts: number[] = [];
  for (let at = 0; at < 120; at++) counts.push((await read(mock, `/shops/s${at}/bins`)).length);
  expect(counts).toEqual([...Array(100).fill(3), ...Array(20).fill(0)]);
  mock.reset();
  expect(await read(mock, '/shops/s119/bins')).toHaveLength(3);
});

test('what the document shows of a list is there, as far as its schema accepts it', async () => {
  const mock = await open({ firstRows: 1 });
  expect(await read(mock, '/shelves')).toEqual([
    { id: 'a', name: 'A' },
    { id: 'c', name: 'C' },
  ]);
});

test('the same seed gives the same rows, in whatever order tables are first asked for', async () => {
  const [one, other] = [await open(), await open()];
  const shelves = await read(one, '/shelves');
  const customers = await read(one, '/customers');
  expect(await read(other, '/customers')).toEqual(customers);
  expect(await read(other, '/shelves')).toEqual(shelves);
  expect(await read(await open({ seed: 2 }), '/customers')).not.toEqual(customers);
});

test.each([1, undefined])('a reset and a snapshot bring back the rows (seed %s)', async (seed) => {
  const mock = await createMockFromSpec(document, seed === undefined ? {} : { seed });
  const customers = await read(mock, '/customers');
  const kept = mock.snapshot();
  mock.reset();
  expect(await read(mock, '/customers')).toEqual(customers);
  mock.reset();
  mock.restore(kept);
  expect(await read(mock, '/customers')).toEqual(customers);
});

test.each<[MockOptions, number]>([
  [{ firstRows: 0 }, 0],
  [{ firstRows: 5 }, 5],
  [{ rows: { customers: [{ name: 'Ada' }] } }, 1],
])('with %j there are %i rows', async (options, count) => {
  expect(await read(await open(options), '/customers')).toHaveLength(count);
});

test.each([-1, 1.5, Number.NaN])('%d rows are refused', async (firstRows) => {
  await expect(open({ firstRows })).rejects.toMatchObject({ code: 'invalid_option' });
});

test('of scopes that any text names, only those with rows take up memory', async () => {
  const mock = await open();
  for (let at = 0; at < 150; at++) await read(mock, `/shops/s${at}/bins`);
  const kept = JSON.stringify(mock.snapshot().parts);
  expect(kept).toContain('"s99"');
  expect(kept).not.toContain('"s100"');
});
