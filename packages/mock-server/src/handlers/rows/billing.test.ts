import type { JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { asObject, ownValue } from '../../model/json-read.ts';
import type { MockOptions } from '../../options/mock-options.ts';
import { createMockFromSpec } from '../../spec.ts';
import { billingDocument } from './test-billing-document.ts';

type Fields = { readonly [name: string]: string };

async function openBilling(options: MockOptions = {}) {
  const mock = await createMockFromSpec(billingDocument, { seed: 1, firstRows: 0, ...options });
  const call = async (target: string, fields?: Fields, headers: Fields = {}) => {
    const [method = '', path = ''] = target.split(' ');
    const body = fields === undefined ? {} : { body: new URLSearchParams(fields).toString() };
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const url = mock.baseUrl + path;
    const response = await mock.fetch(url, { method, headers: { ...type, ...headers }, ...body });
    const read = await response.text();
    const json: unknown = read === '' ? {} : JSON.parse(read);
    return { status: response.status, body: asObject(json as JsonValue) }; // what the mock wrote
  };
  const make = async (path: string, fields: Fields = {}) =>
    (await call(`POST ${path}`, fields)).body;
  return { mock, call, make, now: mock.clock.now() / 1000 };
}

test('a fresh row has not failed, ended or been canceled', async () => {
  const { make, mock } = await openBilling();
  const { id: customer } = await make('/v1/customers');
  const made = await make('/v1/subscriptions', { customer: String(customer) });
  expect(made).toMatchObject({
    ...{ status: 'draft', canceled_at: null, ended_at: null, cancel_at: null },
    ...{ terms: { auto: false, note: null }, transitions: { canceled_at: null, started_at: null } },
  });
  for (const name of ['cancellation_reason', 'last_error', 'transfer']) {
    expect(made).not.toHaveProperty(name);
  }
  expect(mock.violations).toEqual([]);
});

test('a DELETE that the document says cancels leaves the row canceled', async () => {
  const { make, call, mock, now } = await openBilling();
  const { id: customer } = await make('/v1/customers');
  const { id } = await make('/v1/subscriptions', { customer: String(customer) });
  const ended = await call(`DELETE /v1/subscriptions/${id}`);
  const want = { id, status: 'canceled', canceled_at: now, ended_at: now, cancel_at: null };
  expect(ended).toMatchObject({
    status: 200,
    body: { ...want, transitions: { canceled_at: now } },
  });
  expect((await call(`GET /v1/subscriptions/${id}`)).body).toMatchObject(want);
  expect(mock.violations).toEqual([]);
});

test('what one action does, its opposite takes back', async () => {
  const { make, call, now } = await openBilling();
  const { id: customer } = await make('/v1/customers');
  const { id, tier } = await make('/v1/plans');
  expect(tier).toBe('basic');
  const attached = await make(`/v1/plans/${id}/attach`, { customer: String(customer) });
  expect(attached).toMatchObject({ customer, locked: false });
  expect(await make(`/v1/plans/${id}/lock`)).toMatchObject({ locked: true, locked_at: now });
  expect(await make(`/v1/plans/${id}/unlock`)).toMatchObject({ locked: false, locked_at: null });
  expect(await make(`/v1/plans/${id}/detach`)).toMatchObject({ customer: null });
  expect((await call(`GET /v1/plans/${id}`)).body).toMatchObject({ customer: null });
});

test('the rows that a row lists are rows of their own, and stay the same in both places', async () => {
  const { make, call, mock } = await openBilling();
  const { id: customer } = await make('/v1/customers');
  const { id: plan } = await make('/v1/plans');
  const sent = {
    customer: String(customer),
    'items[0][plan]': String(plan),
    'items[0][quantity]': '2',
  };
  const { id: subscription, items } = await make('/v1/subscriptions', sent);
  const url = `/v1/items?subscription=${subscription}`;
  expect(items).toMatchObject({ url, data: [{ subscription, quantity: 2, plan: { id: plan } }] });
  const listed = await call(`GET ${url}`);
  expect(listed.body['data']).toEqual(ownValue(asObject(items), 'data'));
  const second = await make('/v1/items', {
    plan: String(plan),
    subscription: String(subscription),
  });
  await make(`/v1/items/${second['id']}`, { quantity: '7' });
  const read = async () => (await call(`GET /v1/subscriptions/${subscription}`)).body;
  expect(await read()).toMatchObject({ items: { data: [{ quantity: 2 }, { quantity: 7 }] } });
  await call(`DELETE /v1/items/${second['id']}`);
  expect(await read()).toMatchObject({ items: { data: [{ quantity: 2 }] } });
  expect(ownValue(asObject((await read())['items']), 'data')).toHaveLength(1);
  expect(mock.violations).toEqual([]);
});

test('rows below a row stand in its list', async () => {
  const { make, call } = await openBilling();
  const { id: customer } = await make('/v1/customers');
  const { id } = await make('/v1/subscriptions', { customer: String(customer) });
  const line = await make(`/v1/subscriptions/${id}/lines`, { text: 'One' });
  const url = `/v1/subscriptions/${id}/lines`;
  const read = async () => (await call(`GET /v1/subscriptions/${id}`)).body;
  expect((await read())['lines']).toMatchObject({ url, data: [line] });
  expect((await call(`GET ${url}`)).body).toMatchObject({ url, data: [line] });
  await call(`DELETE ${url}/${line['id']}`);
  expect((await read())['lines']).toMatchObject({ data: [] });
});

test('of several kinds a row is the one that was sent, else the one that is spoken of', async () => {
  const { make, mock } = await openBilling();
  const { id: customer } = await make('/v1/customers');
  const path = `/v1/customers/${customer}/sources`;
  expect(await make(path, { source: 'tok_visa' })).toMatchObject({ object: 'card', customer });
  expect(await make(path, { 'bank[number]': '1' })).toMatchObject({ object: 'bank', customer });
  expect(mock.violations).toEqual([]);
});

test('what is sent empty in a form is unset', async () => {
  const { make, mock } = await openBilling();
  const made = await make('/v1/customers', { name: '', tax: '', 'metadata[a]': '1' });
  expect(made).toMatchObject({ name: null, metadata: { a: '1' } });
  expect(made).not.toHaveProperty('tax');
  expect(await make(`/v1/customers/${made['id']}`, { metadata: '' })).toMatchObject({
    metadata: {},
  });
  expect(mock.violations).toEqual([]);
});

test('errors say what is missing, and what was there before, as the document would', async () => {
  const { call, make } = await openBilling();
  const missing = await call('GET /v1/customers/nobody');
  const type = 'invalid_request_error';
  expect(missing).toMatchObject({
    status: 404,
    body: {
      error: {
        ...{ type, param: 'id', code: 'resource_missing' },
        doc_url: 'https://docs.test/error-codes/resource-missing',
      },
    },
  });
  const below = await call('GET /v1/customers/nobody/sources');
  expect(below).toMatchObject({ status: 404, body: { error: { param: 'customer' } } });
  await make('/v1/customers', { id: 'ada' });
  const taken = await call('POST /v1/customers', { id: 'ada' });
  const code = 'resource_already_exists';
  expect(taken).toMatchObject({ status: 400, body: { error: { type, code } } });
  const key = { 'idempotency-key': 'one' };
  await call('POST /v1/customers', { name: 'A' }, key);
  const reused = await call('POST /v1/customers', { name: 'B' }, key);
  expect(reused).toMatchObject({ status: 400, body: { error: { type: 'idempotency_error' } } });
});

test('references to nothing are taken, unless they are to be refused', async () => {
  const sent = { customer: 'nobody', 'items[0][plan]': 'none' };
  const open = await openBilling();
  expect((await open.call('POST /v1/subscriptions', sent)).status).toBe(200);
  const { call, make } = await openBilling({ references: 'strict' });
  const code = 'resource_missing';
  const refused = await call('POST /v1/subscriptions', sent);
  expect(refused).toMatchObject({ status: 400, body: { error: { code, param: 'customer' } } });
  const { id: customer } = await make('/v1/customers');
  const nested = await call('POST /v1/subscriptions', { ...sent, customer: String(customer) });
  expect(nested).toMatchObject({ status: 400, body: { error: { code, param: 'items[0][plan]' } } });
  const listed = await call('GET /v1/subscriptions?customer=nobody');
  expect(listed).toMatchObject({ status: 400, body: { error: { code, param: 'customer' } } });
  const { id: plan } = await make('/v1/plans');
  const right = { customer: String(customer), 'items[0][plan]': String(plan) };
  expect((await call('POST /v1/subscriptions', right)).status).toBe(200);
  expect((await call(`GET /v1/subscriptions?customer=${customer}`)).status).toBe(200);
});

test('who does not ask for all states does not see what has ended', async () => {
  const { make, call } = await openBilling();
  const { id: customer } = await make('/v1/customers');
  const [first, second] = [
    await make('/v1/subscriptions', { customer: String(customer) }),
    await make('/v1/subscriptions', { customer: String(customer) }),
  ];
  await call(`DELETE /v1/subscriptions/${first['id']}`);
  const ids = async (query: string) => {
    const { body } = await call(`GET /v1/subscriptions${query}`);
    const rows = body['data'];
    return Array.isArray(rows) ? rows.map((row) => ownValue(asObject(row), 'id')) : [];
  };
  expect(await ids('')).toEqual([second['id']]);
  expect(await ids('?status=canceled')).toEqual([first['id']]);
  expect(await ids('?status=all')).toEqual([second['id'], first['id']]);
});

test('what a body says is done at once is done', async () => {
  const { make, now } = await openBilling();
  expect(await make('/v1/plans', { lock: 'true' })).toMatchObject({ locked: true, locked_at: now });
  expect(await make('/v1/plans', { lock: 'false' })).toMatchObject({ locked: false });
});

test('rows that nobody makes come of those that they name', async () => {
  const { make, call, mock } = await openBilling();
  const { id: customer } = await make('/v1/customers');
  const { id } = await make('/v1/subscriptions', { customer: String(customer) });
  const fee = await make('/v1/fees', { subscription: String(id), text: 'Late' });
  const { body } = await call(`GET /v1/subscriptions/${id}/entries`);
  expect(body).toMatchObject({ data: [{ fee: fee['id'], text: 'Late', type: 'fee' }] });
  expect(mock.violations).toEqual([]);
});

test('without state, the answer is made of what was sent', async () => {
  const { make, now, mock } = await openBilling();
  const answer = await make('/v1/portal', { customer: 'ada', secret: 'x' });
  expect(answer).toMatchObject({ customer: 'ada', created: now });
  expect(answer).not.toHaveProperty('secret');
  expect(mock.violations).toEqual([]);
});

test('an unknown way with references is refused', async () => {
  // As JavaScript would give it.
  const options = JSON.parse('{"references":"strikt"}');
  await expect(openBilling(options)).rejects.toMatchObject({ code: 'invalid_option' });
});

test('first rows list rows that are found where they belong', async () => {
  const { call, mock } = await openBilling({ firstRows: 2 });
  const { body } = await call('GET /v1/subscriptions?status=all');
  const [first] = Array.isArray(body['data']) ? body['data'].map(asObject) : [];
  const { id, items = null, lines = null } = first ?? {};
  expect(items).toMatchObject({ data: [{ subscription: id }, { subscription: id }] });
  for (const list of [asObject(items), asObject(lines)]) {
    const listed = await call(`GET ${list['url']}`);
    expect(listed.body['data']).toEqual(list['data']);
  }
  expect(mock.violations).toEqual([]);
});
