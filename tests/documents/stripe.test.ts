import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stripeDocument } from './documents.ts';
import { type ServedDocument, serveDocument } from './serve-document.ts';

const title = "the official client of Stripe, against Stripe's document (STRIPE_SPEC)";

describe.skipIf(stripeDocument === undefined)(title, () => {
  let service: ServedDocument;
  let stripe: Stripe;

  function clientOf(more: Stripe.StripeConfig = {}, key = 'sk_test_mock_1'): Stripe {
    const { hostname, port } = new URL(service.url);
    const where = { host: hostname, port, protocol: 'http' } as const;
    return new Stripe(key, {
      ...{ ...where, maxNetworkRetries: 0, telemetry: false },
      ...more,
    });
  }

  const errorOf = (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => 'no error',
      (error: unknown) => error,
    );

  beforeAll(async () => {
    service = await serveDocument(String(stripeDocument));
    stripe = clientOf();
  });
  afterAll(async () => {
    expect(service.mock.violations).toEqual([]);
    await service.close();
  });

  test('what is created is retrieved', async () => {
    const made = await stripe.customers.create({
      ...{ name: 'Ada', email: 'ada@example.com', description: 'First' },
      metadata: { plan: 'gold' },
    });
    expect(made).toMatchObject({ object: 'customer', name: 'Ada', metadata: { plan: 'gold' } });
    const found = await stripe.customers.retrieve(made.id);
    expect({ ...found }).toEqual({ ...made });
  });

  test('an update merges metadata, and what is sent empty is cleared', async () => {
    const { id } = await stripe.customers.create({
      ...{ name: 'Ada', description: 'First', metadata: { plan: 'gold', kept: 'yes' } },
    });
    const changes = { description: '', metadata: { plan: '', more: 'too' } };
    const changed = await stripe.customers.update(id, changes);
    const want = { id, name: 'Ada', description: null, metadata: { kept: 'yes', more: 'too' } };
    expect(changed).toMatchObject(want);
    expect(changed.metadata).not.toHaveProperty('plan');
    expect(await stripe.customers.retrieve(id)).toMatchObject(want);
  });

  test('all of 250 rows are paged through, from new to old', async () => {
    const email = 'many@example.com';
    const made: string[] = [];
    for (let at = 0; at < 250; at++) made.unshift((await stripe.customers.create({ email })).id);
    const found: string[] = [];
    for await (const { id } of stripe.customers.list({ email, limit: 60 })) found.push(id);
    expect(found).toEqual(made);
    const [, , third = ''] = made;
    const page = await stripe.customers.list({ email, limit: 2, ending_before: third });
    expect(page).toMatchObject({ object: 'list', url: '/v1/customers', has_more: false });
    expect(page.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
    const query = `email:'${email}'`;
    const hits = await stripe.customers.search({ query, limit: 100 });
    expect([hits.object, hits.data.length, hits.has_more]).toEqual(['search_result', 100, true]);
    const all: string[] = [];
    for await (const { id } of stripe.customers.search({ query, limit: 100 })) all.push(id);
    expect(new Set(all)).toEqual(new Set(made));
  });

  test('what is deleted is told so once, and is gone', async () => {
    const { id } = await stripe.products.create({ name: 'Shirt' });
    expect(await stripe.products.del(id)).toMatchObject({ id, object: 'product', deleted: true });
    const gone = { statusCode: 404, code: 'resource_missing', rawType: 'invalid_request_error' };
    for (const call of [stripe.products.retrieve(id), stripe.products.del(id)]) {
      const error = await errorOf(call);
      expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
      expect(error).toMatchObject(gone);
    }
    const customer = await stripe.customers.create();
    expect(await stripe.customers.del(customer.id)).toMatchObject({ deleted: true });
    expect(await errorOf(stripe.customers.update(customer.id, { name: 'A' }))).toMatchObject(gone);
    const rest = await stripe.customers.list({ limit: 100 });
    expect(rest.data.map((one) => one.id)).not.toContain(customer.id);
  });

  test('prices belong to their product, which can be expanded', async () => {
    const product = await stripe.products.create({ name: 'Shirt' });
    const sent = { product: product.id, unit_amount: 500, currency: 'eur' };
    const price = await stripe.prices.create(sent);
    expect(price).toMatchObject({ ...sent, object: 'price' });
    const whole = await stripe.prices.retrieve(price.id, { expand: ['product'] });
    expect(whole.product).toMatchObject({ id: product.id, object: 'product', name: 'Shirt' });
    const listed = await stripe.prices.list({ product: product.id, expand: ['data.product'] });
    expect(listed.data).toMatchObject([{ id: price.id, product: { name: 'Shirt' } }]);
  });

  test('a payment is confirmed or canceled', async () => {
    const { id: customer } = await stripe.customers.create({ name: 'Ada' });
    const sent = { amount: 100, currency: 'eur', customer };
    const intent = await stripe.paymentIntents.create(sent);
    expect(intent).toMatchObject({ ...sent, status: 'requires_payment_method', canceled_at: null });
    const paid = { payment_method: 'pm_card_visa' };
    const confirmed = await stripe.paymentIntents.confirm(intent.id, paid);
    expect(confirmed).toMatchObject({ ...paid, id: intent.id, status: 'succeeded' });
    const other = await stripe.paymentIntents.create(sent);
    const why = { cancellation_reason: 'duplicate' } as const;
    const canceled = await stripe.paymentIntents.cancel(other.id, why);
    const at = { canceled_at: service.mock.clock.now() / 1000 };
    expect(canceled).toMatchObject({ ...why, ...at, id: other.id, status: 'canceled' });
    const { data } = await stripe.paymentIntents.list({ customer });
    expect(data.map(({ status }) => status)).toEqual(['canceled', 'succeeded']);
  });

  test('tax ids and sources belong to their customer', async () => {
    const { id } = await stripe.customers.create();
    const tax = await stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE123' });
    expect(tax).toMatchObject({ object: 'tax_id', type: 'eu_vat', value: 'DE123', customer: id });
    expect({ ...(await stripe.customers.retrieveTaxId(id, tax.id)) }).toEqual({ ...tax });
    expect((await stripe.customers.listTaxIds(id)).data).toHaveLength(1);
    expect(await stripe.customers.deleteTaxId(id, tax.id)).toMatchObject({ deleted: true });
    expect((await stripe.customers.listTaxIds(id)).data).toEqual([]);
    const source = await stripe.customers.createSource(id, { source: 'tok_visa' });
    const { data } = await stripe.customers.listSources(id);
    expect(data.map((one) => one.id)).toEqual([source.id]);
    const stranger = await stripe.customers.create();
    const error = await errorOf(stripe.customers.retrieveSource(stranger.id, source.id));
    expect(error).toMatchObject({ statusCode: 404 });
  });

  test('subscriptions have items, and invoices have lines', async () => {
    const { id: customer } = await stripe.customers.create();
    const { id: product } = await stripe.products.create({ name: 'Plan' });
    const { id: price } = await stripe.prices.create({ product, unit_amount: 5, currency: 'eur' });
    const sent = { customer, items: [{ price }] };
    const { id: subscription, items } = await stripe.subscriptions.create(sent);
    expect(items).toMatchObject({ object: 'list', data: [{ price: { id: price } }] });
    const item = await stripe.subscriptionItems.create({ subscription, price, quantity: 2 });
    expect(item).toMatchObject({ subscription, quantity: 2, price: { id: price } });
    const listed = await stripe.subscriptionItems.list({ subscription });
    expect(listed.data.map(({ id }) => id)).toContain(item.id);
    const [invoice] = (await stripe.invoices.list()).data;
    const lines = await stripe.invoices.listLineItems(String(invoice?.id));
    expect(lines).toMatchObject({ object: 'list', data: [{ object: 'line_item' }, {}, {}] });
    const draft = await stripe.invoices.create({ customer });
    expect(draft).toMatchObject({ customer, status: 'draft' });
    expect(await stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({ status: 'open' });
    expect(await stripe.invoices.pay(draft.id)).toMatchObject({ status: 'paid' });
  });

  test('a request with the key of another one is not carried out again', async () => {
    const again = { idempotencyKey: 'key_1' };
    const first = await stripe.customers.create({ name: 'Once' }, again);
    const second = await stripe.customers.create({ name: 'Once' }, again);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotency-replayed']).toBe('true');
    const error = await errorOf(stripe.customers.create({ name: 'Twice' }, again));
    expect(error).toMatchObject({ statusCode: 422, code: 'idempotency_key_in_use' });
    const stranger = clientOf({}, 'sk_test_mock_2');
    expect((await stranger.customers.create({ name: 'Once' }, again)).id).not.toBe(first.id);
  });

  // What is not in the client's types is sent as a plain object.
  test.each<[string, object, object]>([
    ['a missing parameter', { currency: 'eur' }, { param: 'amount', code: 'parameter_missing' }],
    ['a text for a number', { currency: 'eur', amount: 'lots' }, { param: 'amount' }],
    [
      'a faulty member',
      { amount: 1, currency: 'eur', shipping: { address: { line1: 'x' }, name: { a: 1 } } },
      { param: 'shipping[name]' },
    ],
    [
      'an unknown parameter',
      { amount: 1, currency: 'eur', colour: 'red' },
      { param: 'colour', code: 'parameter_unknown' },
    ],
  ])('%s is refused with its name', async (_, sent, want) => {
    const error = await errorOf(stripe.rawRequest('POST', '/v1/payment_intents', sent));
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error', ...want });
  });

  test('who sends no key is refused', async () => {
    const httpClient = Stripe.createFetchHttpClient(
      (url: RequestInfo | URL, init?: RequestInit) => {
        const headers = new Headers(init?.headers);
        headers.delete('authorization');
        return fetch(url, { ...init, headers });
      },
    );
    const error = await errorOf(clientOf({ httpClient }).customers.list());
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(error).toMatchObject({ statusCode: 401 });
  });
});
