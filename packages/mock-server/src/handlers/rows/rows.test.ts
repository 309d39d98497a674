import { expect, test } from 'vitest';
import { entriesOf, openShop, type ShopCall } from './test-shop.ts';

async function openOrders(count: number): Promise<{ call: ShopCall; customer: string }> {
  const { call } = await openShop();
  await call('POST /shops', { slug: 'blue', name: 'Blue' });
  const made = await call('POST /customers', { email: 'a@example.com' });
  const customer = String(made.body['id']);
  for (let total = 0; total < count; total++) {
    await call('POST /shops/blue/orders', { order: { customer, total } });
  }
  return { call, customer };
}

test('what was posted comes back, with what only the server gives', async () => {
  const { call, mock } = await openShop();
  const sent = { slug: 'blue', name: 'Blue', address: { city: 'Oslo' }, id: 7, createdAt: 'x' };
  const made = await call('POST /shops', sent);
  const now = '2025-10-14T10:30:00Z';
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toBe('/api/shops/blue');
  expect(made.body).toEqual({
    ...{ id: expect.any(Number), slug: 'blue', name: 'Blue', createdAt: now, updatedAt: now },
    ...{ metadata: {}, address: { city: 'Oslo' }, motto: null, open: true },
  });
  expect((await call('GET /shops/blue')).body).toEqual(made.body);
  expect(mock.violations).toEqual([]);
});

test('an id that the client chooses is taken once', async () => {
  const { call } = await openShop();
  expect((await call('POST /shops', { slug: 'blue', name: 'A' })).status).toBe(201);
  const again = await call('POST /shops', { slug: 'blue', name: 'B' });
  expect([again.status, again.body['code']]).toEqual([409, 'already_exists']);
});

test('rows are numbered for each parent, and parents do not see the rows of others', async () => {
  const { call, customer } = await openOrders(2);
  await call('POST /shops', { slug: 'red', name: 'Red' });
  const other = await call('POST /shops/red/orders', { order: { customer } });
  expect(other.body['order']?.['number']).toBe(1);
  expect(other.headers.get('location')).toBe('/api/shops/red/orders/1');
  expect((await call('GET /shops/red/orders')).body['total']).toBe(1);
  expect((await call('GET /shops/blue/orders/2')).body['order']?.['total']).toBe(1);
  expect((await call('GET /shops/red/orders/2')).status).toBe(404);
});

test.each(['/shops/none/orders', '/shops/none/settings', '/shops/none'])(
  '%s is not found, for there is no such shop',
  async (path) => {
    const { call } = await openShop();
    expect((await call(`GET ${path}`)).status).toBe(404);
  },
);

test('an order begins open, and a verb brings it to the state that it names', async () => {
  const { call } = await openOrders(1);
  const before = (await call('GET /shops/blue/orders/1')).body['order'];
  expect(before).toMatchObject({ status: 'open', canceled_at: null, archived: false, note: null });
  const done = await call('POST /shops/blue/orders/1/cancel');
  expect(done.body).toEqual({ ...before, status: 'canceled', canceled_at: 1_760_437_800 });
});

test('a DELETE of a verb takes it back', async () => {
  const { call } = await openOrders(1);
  const states = [];
  for (const method of ['PUT', 'DELETE']) {
    expect((await call(`${method} /shops/blue/orders/1/archive`)).status).toBe(204);
    states.push((await call('GET /shops/blue/orders/1')).body['order']?.['archived']);
  }
  expect(states).toEqual([true, false]);
});

test('deleting a parent takes its children along, and tells what the document says', async () => {
  const { call, mock } = await openShop();
  await call('POST /shops', { slug: 'blue', name: 'Blue' });
  await call('POST /shops/blue/orders', { order: { customer: 'x' } });
  const order = (await call('GET /shops/blue/orders/1')).body['order'];
  await call('POST /shops/blue/orders', { order: { customer: 'x' } });
  const gone = await call('DELETE /shops/blue/orders/1');
  expect(gone.body).toEqual({ id: order?.['id'], deleted: true });
  expect((await call('DELETE /shops/blue')).status).toBe(204);
  await call('POST /shops', { slug: 'blue', name: 'Blue again' });
  expect((await call('GET /shops/blue/orders')).body['total']).toBe(0);
  expect(mock.violations).toEqual([]);
});

test('what cannot do without a deleted row goes with it, all else loses the reference', async () => {
  const { call } = await openShop();
  const first = (await call('POST /customers', { email: 'a@example.com' })).body['id'];
  const friend = { email: 'b@example.com', referrer_id: first };
  const second = (await call('POST /customers', friend)).body['id'];
  const ticket = await call('POST /tickets', { customer_id: first, subject: 'Help' });
  expect((await call(`DELETE /customers/${first}`)).body['id']).toBe(first);
  expect((await call(`GET /tickets/${ticket.body['id']}`)).status).toBe(404);
  expect((await call(`GET /customers/${second}`)).status).toBe(200);
});

test('a view of another collection shows the rows that the path names', async () => {
  const { call } = await openShop();
  const ids = [];
  for (const email of ['a@example.com', 'b@example.com']) {
    const id = (await call('POST /customers', { email })).body['id'];
    await call('POST /tickets', { customer_id: id, subject: email });
    ids.push(id);
  }
  const seen = await call(`GET /customers/${ids[1]}/tickets`);
  expect(seen.body).toEqual([expect.objectContaining({ subject: 'b@example.com' })]);
});

test('the one object of a parent is there from the start and remembers', async () => {
  const { call } = await openOrders(0);
  const first = await call('GET /shops/blue/settings');
  expect((await call('GET /shops/blue/settings')).body).toEqual(first.body);
  expect((await call('PUT /shops/blue/settings', { theme: 'dark' })).body).toEqual({
    theme: 'dark',
  });
  expect((await call('GET /shops/blue/settings')).body).toEqual({ theme: 'dark' });
});

test('me is a row like others', async () => {
  const { call } = await openShop();
  const me = await call('GET /me');
  expect((await call(`GET /customers/${me.body['id']}`)).body).toEqual(me.body);
  expect((await call('GET /me')).body).toEqual(me.body);
});

test('what is only written is never shown', async () => {
  const { call } = await openShop();
  const made = await call('POST /customers', { email: 'a@example.com', password: 'secret' });
  expect(made.body).toEqual({ id: expect.any(String), email: 'a@example.com', referrer_id: null });
});

test('a reference is shown whole to those who ask', async () => {
  const { call, customer } = await openOrders(1);
  const plain = await call('GET /shops/blue/orders/1');
  expect(plain.body['order']?.['customer']).toBe(customer);
  const whole = await call('GET /shops/blue/orders/1?expand=customer');
  expect(whole.body['order']?.['customer']).toMatchObject({ id: customer, email: 'a@example.com' });
  const list = await call('GET /shops/blue/orders?expand=items,customer');
  expect(entriesOf(list.body['items'])[0]?.['customer']).toMatchObject({ id: customer });
});

test('a row that is only ever put is made by it, and put again', async () => {
  const { call, mock } = await openShop();
  expect((await call('GET /badges/gold')).status).toBe(404);
  expect((await call('PUT /badges/gold', { color: 'yellow' })).body).toEqual({
    ...{ name: 'gold', color: 'yellow' },
  });
  await call('PUT /badges/gold', { color: 'gold' });
  expect((await call('GET /badges')).body).toEqual([{ name: 'gold', color: 'gold' }]);
  expect(mock.violations).toEqual([]);
});

test('several rows are made at once', async () => {
  const { call } = await openShop();
  const tickets = ['a', 'b', 'c'].map((subject) => ({ customer_id: 'x', subject }));
  expect((await call('POST /tickets', tickets)).status).toBe(201);
  const { body } = await call('GET /tickets');
  expect(entriesOf(body['data']).map((row) => row['subject'])).toEqual(['c', 'b', 'a']);
  expect(body['meta']).toEqual({ total: 3 });
});

test('names that objects inherit are names like others', async () => {
  const { call, mock } = await openShop();
  const hostile = '{"slug":"__proto__","name":"x","metadata":{"__proto__":"y","constructor":"z"}}';
  const made = await call('POST /shops', hostile);
  expect(Object.entries(made.body['metadata'] ?? {})).toEqual([
    ['__proto__', 'y'],
    ['constructor', 'z'],
  ]);
  expect((await call('GET /shops/__proto__')).body['slug']).toBe('__proto__');
  expect((await call('GET /shops/constructor')).status).toBe(404);
  expect(mock.violations).toEqual([]);
});
