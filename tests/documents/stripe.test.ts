import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stripeDocument } from './documents.ts';
import { type ServedDocument, serveDocument } from './serve-document.ts';

const title = "the official client of Stripe, against Stripe's document (STRIPE_SPEC)";

describe.skipIf(stripeDocument === undefined)(title, () => {
  let service: ServedDocument;
  let stripe: Stripe;

  function clientOf(
    more: Stripe.StripeConfig = {},
    key = 'sk_test_mock_1',
    { url } = service,
  ): Stripe {
    const { hostname, port } = new URL(url);
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
    const what = { code: 'resource_missing', rawType: 'invalid_request_error', param: 'id' };
    const gone = { statusCode: 404, ...what };
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
    expect(intent.cancellation_reason ?? null).toBeNull();
    const atOnce = await stripe.paymentIntents.create({ ...sent, confirm: true });
    expect(atOnce.status).toBe('succeeded');
    const paid = { payment_method: 'pm_card_visa' };
    const confirmed = await stripe.paymentIntents.confirm(intent.id, paid);
    expect(confirmed).toMatchObject({ ...paid, id: intent.id, status: 'succeeded' });
    const other = await stripe.paymentIntents.create(sent);
    const why = { cancellation_reason: 'duplicate' } as const;
    const canceled = await stripe.paymentIntents.cancel(other.id, why);
    const at = { canceled_at: service.mock.clock.now() / 1000 };
    expect(canceled).toMatchObject({ ...why, ...at, id: other.id, status: 'canceled' });
    const { data } = await stripe.paymentIntents.list({ customer });
    expect(data.map(({ status }) => status)).toEqual(['canceled', 'succeeded', 'succeeded']);
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
    expect(source).toMatchObject({ object: 'card', customer: id });
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
    const [first] = items.data;
    expect(first).toMatchObject({
      object: 'subscription_item',
      subscription,
      price: { id: price },
    });
    const item = await stripe.subscriptionItems.create({ subscription, price, quantity: 2 });
    expect(item).toMatchObject({ subscription, quantity: 2, price: { id: price } });
    const listed = await stripe.subscriptionItems.list({ subscription });
    expect(listed.data.map(({ id }) => id)).toEqual([item.id, first?.id]);
    expect(await stripe.subscriptionItems.retrieve(String(first?.id))).toMatchObject({
      subscription,
    });
    await stripe.subscriptionItems.del(item.id);
    const after = await stripe.subscriptions.retrieve(subscription, { expand: ['customer'] });
    expect(after).toMatchObject({ customer: { object: 'customer' }, items: { data: [first] } });
    const [invoice] = (await stripe.invoices.list()).data;
    const lines = await stripe.invoices.listLineItems(String(invoice?.id));
    expect(lines).toMatchObject({ object: 'list', data: [{ object: 'line_item' }, {}] });
    expect(lines.data).toEqual(invoice?.lines.data);
    const draft = await stripe.invoices.create({ customer });
    expect(draft).toMatchObject({ customer, status: 'draft', lines: { data: [] } });
    const extra = { customer, invoice: draft.id, amount: 700, currency: 'eur' };
    const { id: invoice_item } = await stripe.invoiceItems.create(extra);
    const line = { object: 'line_item', amount: 700, currency: 'eur', invoice_item };
    const url = `/v1/invoices/${draft.id}/lines`;
    expect(await stripe.invoices.listLineItems(draft.id)).toMatchObject({ url, data: [line] });
    expect(await stripe.invoices.retrieve(draft.id)).toMatchObject({
      lines: { url, data: [line] },
    });
    const now = service.mock.clock.now() / 1000;
    const open = { status: 'open', status_transitions: { finalized_at: now } };
    expect(await stripe.invoices.finalizeInvoice(draft.id)).toMatchObject(open);
    const paid = { status: 'paid', status_transitions: { finalized_at: now, paid_at: now } };
    expect(await stripe.invoices.pay(draft.id)).toMatchObject(paid);
  });

  test('a subscription that is canceled stays, and is not listed unless asked for', async () => {
    const { id: customer } = await stripe.customers.create();
    const { id: price } = await stripe.prices.create({
      ...{ unit_amount: 500, currency: 'eur', recurring: { interval: 'month' } },
      product_data: { name: 'Plan' },
    });
    const { id, status } = await stripe.subscriptions.create({ customer, items: [{ price }] });
    expect(status).toBe('incomplete');
    const at = service.mock.clock.now() / 1000;
    const ended = { id, status: 'canceled', canceled_at: at, ended_at: at, cancel_at: null };
    expect(await stripe.subscriptions.cancel(id)).toMatchObject(ended);
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject(ended);
    expect((await stripe.subscriptions.list({ customer })).data).toEqual([]);
    const all = await stripe.subscriptions.list({ customer, status: 'all' });
    expect(all.data).toMatchObject([ended]);
  });

  test('payment methods are attached and detached, and set up', async () => {
    const { id: customer } = await stripe.customers.create();
    const token = { type: 'card', card: { token: 'tok_visa' } } as const;
    const { id, billing_details } = await stripe.paymentMethods.create(token);
    expect(Object.values(billing_details ?? {}).filter((value) => value !== null)).toEqual([]);
    expect(await stripe.paymentMethods.attach(id, { customer })).toMatchObject({ customer });
    const listed = await stripe.customers.listPaymentMethods(customer);
    expect(listed).toMatchObject({
      url: `/v1/customers/${customer}/payment_methods`,
      data: [{ id }],
    });
    const intent = await stripe.setupIntents.create({ customer });
    expect(intent).toMatchObject({ status: 'requires_payment_method', usage: 'off_session' });
    const done = await stripe.setupIntents.confirm(intent.id, { payment_method: id });
    expect(done).toMatchObject({ status: 'succeeded', payment_method: id });
    expect(await stripe.paymentMethods.detach(id)).toMatchObject({ customer: null });
  });

  test('a checkout has its items, and a portal is for the customer who was sent', async () => {
    const { id: customer } = await stripe.customers.create();
    const { data: prices } = await stripe.prices.list({ limit: 1 });
    const price = String(prices[0]?.id);
    const session = await stripe.checkout.sessions.create({
      ...{ mode: 'payment', success_url: 'https://shop.test/done', customer },
      line_items: [{ price, quantity: 2 }],
    });
    expect(session).toMatchObject({ status: 'open', customer, mode: 'payment' });
    const items = await stripe.checkout.sessions.listLineItems(session.id);
    expect(items.data).toMatchObject([{ quantity: 2, price: { id: price } }]);
    expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired' });
    const back = { customer, return_url: 'https://shop.test/account' };
    expect(await stripe.billingPortal.sessions.create(back)).toMatchObject(back);
  });

  test('refunds are pending or canceled, and say nothing of a failure', async () => {
    const charge = await stripe.charges.create({ amount: 5, currency: 'eur', source: 'tok_visa' });
    const refund = await stripe.refunds.create({ charge: charge.id, amount: 2 });
    expect(refund).toMatchObject({ charge: charge.id, amount: 2, status: 'pending' });
    expect(refund.failure_reason ?? null).toBeNull();
    expect((await stripe.refunds.list({ charge: charge.id })).data).toHaveLength(1);
    expect(await stripe.refunds.cancel(refund.id)).toMatchObject({ status: 'canceled' });
  });

  test('empty texts unset, also what is taken from a list', async () => {
    const made = await stripe.customers.create({ email: '', tax_exempt: '', metadata: { a: '1' } });
    expect([made.email, made.tax_exempt ?? null]).toEqual([null, null]);
    const changed = await stripe.customers.update(made.id, { metadata: '', shipping: '' });
    expect(changed).toMatchObject({ metadata: {}, shipping: null });
  });

  test('references to nothing are refused where that is asked for', async () => {
    const strict = await serveDocument(String(stripeDocument), { references: 'strict' });
    const client = clientOf({}, 'sk_test_mock_1', strict);
    const { id: customer } = await client.customers.create();
    const items = [{ price: 'price_nope' }];
    const what = { statusCode: 400, code: 'resource_missing' };
    const nobody = await errorOf(client.subscriptions.create({ customer: 'cus_nope', items }));
    expect(nobody).toMatchObject({ ...what, param: 'customer' });
    const nothing = await errorOf(client.subscriptions.create({ customer, items }));
    expect(nothing).toMatchObject({ ...what, param: 'items[0][price]' });
    const listed = await errorOf(client.invoices.list({ customer: 'cus_nope' }));
    expect(listed).toMatchObject({ ...what, param: 'customer' });
    await strict.close();
  });

  test('a request with the key of another one is not carried out again', async () => {
    const again = { idempotencyKey: 'key_1' };
    const first = await stripe.customers.create({ name: 'Once' }, again);
    const second = await stripe.customers.create({ name: 'Once' }, again);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotency-replayed']).toBe('true');
    const error = await errorOf(stripe.customers.create({ name: 'Twice' }, again));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(error).toMatchObject({ statusCode: 400, rawType: 'idempotency_error' });
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
