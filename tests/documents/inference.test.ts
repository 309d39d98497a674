import { readApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { inferCollections } from '../../packages/mock-server/src/infer/infer-collections.ts';
import type { Role } from '../../packages/mock-server/src/infer/role.ts';
import { readListRules } from '../../packages/mock-server/src/model/list-rules.ts';
import { readOperation } from '../../packages/mock-server/src/model/operation.ts';
import { createSchemaReader } from '../../packages/mock-server/src/schema/schema-shape.ts';
import { exampleDocuments, githubDocument, stripeDocument } from './documents.ts';

type Roles = ReadonlyMap<string, Role>;

/** What was inferred, by method and path. */
async function rolesOf(path: string): Promise<Roles> {
  const { model } = await readApi(path);
  const operations = model.operations.map(readOperation);
  const { roles } = inferCollections({
    operations,
    schemas: createSchemaReader(model.schemas),
    lists: readListRules(model),
    extensions: model.extensions,
  });
  return new Map(
    operations.flatMap(({ id, method, path: at }) => {
      const role = roles.get(id);
      return role === undefined ? [] : [[`${method} ${at}`, role]];
    }),
  );
}

/** A line for each operation of the table, in its own words. */
function lines(roles: Roles, table: { readonly [operation: string]: string }): object {
  return Object.fromEntries(Object.keys(table).map((key) => [key, lineOf(roles.get(key))]));
}

function lineOf(role: Role | undefined): string {
  if (role === undefined) return '-';
  const { verb, action, collection, idParameter, rowFrom } = role;
  const what = collection.isSingleton ? 'the one' : collection.idProperty;
  return [
    action === undefined ? verb : `${verb} ${action}`,
    collection.name,
    verb === 'list' || verb === 'create' ? '' : `by ${rowFrom ?? idParameter ?? what}`,
  ]
    .join(' ')
    .trim();
}

/** The whole life of rows below a path: list, create, get, update and delete. */
function life(
  path: string,
  id: string,
  verbs: { readonly update: string; readonly delete?: string },
) {
  return {
    [`GET ${path}`]: `list ${path}`,
    [`POST ${path}`]: `create ${path}`,
    [`GET ${path}/{${id}}`]: `get ${path} by ${id}`,
    [`${verbs.update} ${path}/{${id}}`]: `update ${path} by ${id}`,
    ...(verbs.delete === undefined
      ? {}
      : { [`DELETE ${path}/{${id}}`]: `delete ${path} by ${id}` }),
  };
}

const byPost = { update: 'POST' };
const whole = { update: 'POST', delete: 'DELETE' };
const stripe = {
  ...life('/v1/customers', 'customer', whole),
  ...life('/v1/charges', 'charge', byPost),
  ...life('/v1/invoices', 'invoice', whole),
  ...life('/v1/payment_intents', 'intent', byPost),
  ...life('/v1/products', 'id', whole),
  ...life('/v1/prices', 'price', byPost),
  ...life('/v1/coupons', 'coupon', whole),
  ...life('/v1/refunds', 'refund', byPost),
  ...life('/v1/promotion_codes', 'promotion_code', byPost),
  ...life('/v1/webhook_endpoints', 'webhook_endpoint', whole),
  ...life('/v1/customers/{customer}/sources', 'id', whole),
  'GET /v1/customers/search': 'list /v1/customers',
  'GET /v1/charges/search': 'list /v1/charges',
  'POST /v1/charges/{charge}/capture': 'action capture /v1/charges by charge',
  'GET /v1/charges/{charge}/refunds': 'list /v1/refunds',
  'POST /v1/charges/{charge}/refunds': 'create /v1/refunds',
  'GET /v1/charges/{charge}/refunds/{refund}': 'get /v1/refunds by refund',
  'POST /v1/payment_intents/{intent}/confirm': 'action confirm /v1/payment_intents by intent',
  'POST /v1/payment_intents/{intent}/cancel': 'action cancel /v1/payment_intents by intent',
  'POST /v1/payment_intents/{intent}/capture': 'action capture /v1/payment_intents by intent',
  'POST /v1/invoices/{invoice}/finalize': 'action finalize /v1/invoices by invoice',
  'POST /v1/invoices/{invoice}/pay': 'action pay /v1/invoices by invoice',
  'POST /v1/invoices/{invoice}/void': 'action void /v1/invoices by invoice',
  'GET /v1/invoices/{invoice}/lines': 'list /v1/invoices/{invoice}/lines',
  'GET /v1/subscriptions': 'list /v1/subscriptions',
  'POST /v1/subscriptions': 'create /v1/subscriptions',
  'GET /v1/subscriptions/{subscription_exposed_id}':
    'get /v1/subscriptions by subscription_exposed_id',
  'DELETE /v1/subscriptions/{subscription_exposed_id}':
    'delete /v1/subscriptions by subscription_exposed_id',
  'POST /v1/subscriptions/{subscription}/resume': 'action resume /v1/subscriptions by subscription',
  'GET /v1/customers/{customer}/subscriptions': 'list /v1/subscriptions',
  'POST /v1/customers/{customer}/subscriptions': 'create /v1/subscriptions',
  'GET /v1/customers/{customer}/payment_methods': 'list /v1/payment_methods',
  'GET /v1/customers/{customer}/bank_accounts': 'list /v1/customers/{customer}/bank_accounts',
  'GET /v1/customers/{customer}/tax_ids': 'list /v1/customers/{customer}/tax_ids',
  'DELETE /v1/customers/{customer}/tax_ids/{id}': 'delete /v1/customers/{customer}/tax_ids by id',
  'GET /v1/account': 'me /v1/accounts by caller',
  'GET /v1/balance': 'get /v1/balance by the one',
  'GET /v1/customers/{customer}/cash_balance':
    'get /v1/customers/{customer}/cash_balance by the one',
  'POST /v1/test_helpers/refunds/{refund}/expire': 'action expire /v1/refunds by refund',
  'GET /v1/quotes/{quote}/pdf': '-',
};

test.skipIf(stripeDocument === undefined)(
  "the operations of Stripe's document (STRIPE_SPEC) have the parts that they have at Stripe",
  async () => {
    const roles = await rolesOf(String(stripeDocument));
    expect(lines(roles, stripe)).toEqual(stripe);
    // Four of a hundred may answer what the document shows; today it is nine of 468.
    expect(roles.size).toBeGreaterThan(468 * 0.96);
  },
);

test.skipIf(stripeDocument === undefined)(
  "Stripe's lists (STRIPE_SPEC) are paged by ids, and its searches by tokens",
  async () => {
    const roles = await rolesOf(String(stripeDocument));
    const { list } = roles.get('GET /v1/customers') ?? {};
    expect(list).toMatchObject({
      itemsPointer: '/data',
      paging: {
        style: 'after-id',
        after: 'starting_after',
        before: 'ending_before',
        limit: { name: 'limit', fallback: 10, maximum: 100 },
      },
    });
    const facts = [...(list?.facts ?? [])];
    expect(facts).toEqual([
      ['/has_more', 'has-more'],
      ['/url', 'self-url'],
    ]);
    const search = roles.get('GET /v1/customers/search')?.list;
    expect(search?.paging).toMatchObject({ style: 'cursor', cursor: 'page' });
    expect(search?.facts.get('/next_page')).toBe('next-cursor');
    expect(roles.get('GET /v1/customers/{customer}/subscriptions')?.scope).toEqual([
      { parameter: 'customer', property: 'customer', parent: '/v1/customers' },
    ]);
  },
);

const repo = '/repos/{owner}/{repo}';
const patched = { update: 'PATCH', delete: 'DELETE' };
const github = {
  ...life('/gists', 'gist_id', patched),
  ...life(`${repo}/labels`, 'name', patched),
  ...life(`${repo}/issues`, 'issue_number', { update: 'PATCH' }),
  ...life(`${repo}/milestones`, 'milestone_number', patched),
  ...life(`${repo}/releases`, 'release_id', patched),
  ...life('/orgs/{org}/teams', 'team_slug', patched),
  [`GET ${repo}`]: 'get /repos/{owner} by repo',
  [`PATCH ${repo}`]: 'update /repos/{owner} by repo',
  [`DELETE ${repo}`]: 'delete /repos/{owner} by repo',
  'GET /orgs/{org}/repos': 'list /repos/{owner}',
  'POST /orgs/{org}/repos': 'create /repos/{owner}',
  'POST /user/repos': 'create /repos/{owner}',
  'GET /users/{username}/repos': 'list /repos/{owner}',
  'GET /repositories': 'list /repos/{owner}',
  'GET /issues': `list ${repo}/issues`,
  [`PUT ${repo}/issues/{issue_number}/lock`]: `action lock ${repo}/issues by issue_number`,
  [`DELETE ${repo}/issues/{issue_number}/lock`]: `action lock ${repo}/issues by issue_number`,
  [`GET ${repo}/issues/{issue_number}/comments`]: `list ${repo}/issues/comments`,
  [`POST ${repo}/issues/{issue_number}/comments`]: `create ${repo}/issues/comments`,
  [`PATCH ${repo}/issues/comments/{comment_id}`]: `update ${repo}/issues/comments by comment_id`,
  [`GET ${repo}/releases/latest`]: `get ${repo}/releases by newest`,
  [`GET ${repo}/releases/tags/{tag}`]: `get ${repo}/releases by tag`,
  [`GET ${repo}/topics`]: `get ${repo}/topics by the one`,
  [`PUT ${repo}/topics`]: `replace ${repo}/topics by the one`,
  'GET /user': 'me /users by caller',
  'PATCH /user': 'update /users by caller',
  'GET /organizations': 'list /orgs',
  'GET /orgs/{org}': 'get /orgs by org',
  'GET /teams/{team_id}': 'get /orgs/{org}/teams by team_id',
  'PUT /gists/{gist_id}/star': 'action star /gists by gist_id',
  'GET /search/issues': `list ${repo}/issues`,
};

test("the operations of GitHub's document have the parts that they have at GitHub", async () => {
  const roles = await rolesOf(githubDocument);
  expect(lines(roles, github)).toEqual(github);
  expect(roles.get('GET /users/{username}/repos')?.scope).toEqual([
    {
      parameter: 'username',
      standsFor: 'owner',
      property: 'owner',
      member: 'login',
      parent: '/users',
    },
  ]);
  expect(roles.get('GET /issues')?.list).toMatchObject({
    itemsPointer: '',
    linkHeader: true,
    paging: {
      style: 'page',
      page: 'page',
      limit: { name: 'per_page', fallback: 30, maximum: 100 },
    },
    sort: { by: 'sort', direction: 'direction' },
  });
});

const petstore = {
  'POST /pet': 'create /pet',
  'PUT /pet': 'replace /pet by body',
  'GET /pet/findByStatus': 'list /pet',
  'GET /pet/{petId}': 'get /pet by petId',
  'POST /pet/{petId}': 'update /pet by petId',
  'DELETE /pet/{petId}': 'delete /pet by petId',
  'POST /pet/{petId}/uploadImage': 'action uploadImage /pet by petId',
  'GET /store/inventory': '-',
  'POST /store/order': 'create /store/order',
  'GET /store/order/{orderId}': 'get /store/order by orderId',
  'DELETE /store/order/{orderId}': 'delete /store/order by orderId',
  'POST /user/createWithList': 'create /user',
  'GET /user/login': '-',
  'GET /user/{username}': 'get /user by username',
  'PUT /user/{username}': 'replace /user by username',
};
const trains = {
  'GET /stations': 'list /stations',
  'GET /bookings': 'list /bookings',
  'POST /bookings': 'create /bookings',
  'GET /bookings/{bookingId}': 'get /bookings by bookingId',
  'DELETE /bookings/{bookingId}': 'delete /bookings by bookingId',
  'POST /bookings/{bookingId}/payment': 'action payment /bookings by bookingId',
};
const stars = {
  'GET /animal/search': 'list /animal/search',
  'POST /animal/search': 'list /animal/search',
};

test.each([
  ['2.0/json/petstore.json', petstore],
  ['3.0/json/petstore.json', petstore],
  ['3.1/json/petstore.json', petstore],
  ['3.1/json/train-travel.json', trains],
  ['3.0/json/star-trek.json', stars],
])('the operations of %s have the parts that people give them', async (name, table) => {
  const { path } = exampleDocuments().find((one) => one.name === name) ?? { path: name };
  expect(lines(await rolesOf(path), table)).toEqual(table);
});
