import type { JsonObject, JsonSchema } from '@product/spec-model';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };
const integer = { type: 'integer' };
const content = (schema: JsonSchema, type = 'application/json'): JsonObject => ({
  content: { [type]: { schema } },
});
const answers = (schema: JsonSchema, status = 200): JsonObject => ({
  responses: { [status]: { description: 'Done', ...content(schema) } },
});
const none: JsonObject = { responses: { 204: { description: 'Gone' } } };
const takes = (schema: JsonSchema, type?: string): JsonObject => ({
  requestBody: { required: true, ...content(schema, type) },
});
const inPath = (name: string, schema: JsonObject = text): JsonObject => ({
  ...{ name, in: 'path', required: true, schema },
});
const inQuery = (...names: string[]): JsonObject => ({
  parameters: names.map((name) => ({
    ...{ name, in: 'query' },
    schema: /limit|page|offset|_gte/.test(name) ? integer : text,
  })),
});
const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  ...{ type: 'object', required, properties },
});
const listOf = (name: string): JsonObject => ({ type: 'array', items: ref(name) });
const ours = (schema: JsonObject): JsonObject => ({ ...schema, readOnly: true });
const orNull = (type: string): JsonObject => ({ type: [type, 'null'] });

const schemas = {
  Shop: object(
    {
      ...{ id: ours(integer), slug: text, name: text, open: { type: 'boolean' } },
      createdAt: ours({ type: 'string', format: 'date-time' }),
      updatedAt: ours({ type: 'string', format: 'date-time' }),
      metadata: { type: 'object', additionalProperties: text },
      address: object({ city: text, street: text }, ['city']),
      motto: orNull('string'),
    },
    ['id', 'slug', 'name', 'createdAt', 'updatedAt'],
  ),
  Order: object(
    {
      ...{ id: ours({ type: 'string', format: 'uuid' }), number: ours(integer), total: integer },
      status: ours({ type: 'string', enum: ['canceled', 'open', 'paid'] }),
      ...{ created: ours({ type: 'integer', format: 'unix-time' }), note: orNull('string') },
      ...{ canceled_at: ours(orNull('integer')), archived: ours({ type: 'boolean' }) },
      customer: { anyOf: [text, ref('Customer')] },
    },
    ['id', 'number', 'status', 'created', 'customer', 'archived'],
  ),
  Customer: object(
    {
      ...{ id: ours({ type: 'string', example: 'cus_a1' }), email: { type: 'string' } },
      ...{ referrer_id: orNull('string'), password: { type: 'string', writeOnly: true } },
    },
    ['id', 'email'],
  ),
  Ticket: object({ id: ours(text), customer_id: text, subject: text }, [
    ...['id', 'customer_id', 'subject'],
  ]),
  Settings: object(
    { theme: { type: 'string', enum: ['light', 'dark'] }, tax: { type: 'number' } },
    ['theme'],
  ),
  Badge: object({ name: text, color: text }, ['name']),
};

const page = object(
  {
    ...{ items: listOf('Order'), total: integer, offset: integer },
    ...{ next: orNull('string'), previous: orNull('string') },
  },
  ['items', 'total', 'next'],
);
const stripeList = object(
  {
    ...{ object: { const: 'list' }, data: listOf('Customer'), has_more: { type: 'boolean' } },
    url: { type: 'string', pattern: '^/customers' },
  },
  ['object', 'data', 'has_more', 'url'],
);
const cursorList = object(
  {
    ...{ data: listOf('Ticket'), next_cursor: orNull('string'), has_more: { type: 'boolean' } },
    meta: object({ total: integer }, ['total']),
  },
  ['data', 'next_cursor', 'has_more', 'meta'],
);
const wrapped = object({ order: ref('Order') }, ['order']);
const removed = object({ id: text, deleted: { type: 'boolean' } }, ['id', 'deleted']);
const patches = { 'application/json-patch+json': {}, 'application/merge-patch+json': {} };

/** A shop: a document without any annotation, whose resources differ in style. */
export const shopDocument: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1.0.0' },
  servers: [{ url: 'https://shop.example.com/api' }],
  paths: {
    '/shops': {
      get: { ...inQuery('page', 'per_page', 'sort'), ...answers(listOf('Shop')) },
      post: { ...takes(ref('Shop')), ...answers(ref('Shop'), 201) },
    },
    '/shops/{slug}': {
      parameters: [inPath('slug')],
      get: answers(ref('Shop')),
      put: { ...takes(ref('Shop')), ...answers(ref('Shop')) },
      patch: { requestBody: { content: patches }, ...answers(ref('Shop')) },
      delete: none,
    },
    '/shops/{slug}/orders': {
      parameters: [inPath('slug')],
      get: {
        ...inQuery('offset', 'limit', 'status', 'sort', 'total_gte', 'expand'),
        ...answers(page),
      },
      post: { ...takes(wrapped), ...answers(wrapped, 201) },
    },
    '/shops/{slug}/orders/{number}': {
      parameters: [inPath('slug'), inPath('number', integer)],
      get: { ...inQuery('expand'), ...answers(wrapped) },
      delete: answers(removed),
    },
    '/shops/{slug}/orders/{number}/cancel': {
      ...{ parameters: [inPath('slug'), inPath('number', integer)], post: answers(ref('Order')) },
    },
    '/shops/{slug}/orders/{number}/archive': {
      ...{ parameters: [inPath('slug'), inPath('number', integer)], put: none, delete: none },
    },
    '/shops/{slug}/settings': {
      parameters: [inPath('slug')],
      get: answers(ref('Settings')),
      put: { ...takes(ref('Settings')), ...answers(ref('Settings')) },
    },
    '/customers': {
      get: {
        ...inQuery('starting_after', 'ending_before', 'limit', 'email'),
        ...answers(stripeList),
      },
      post: { ...takes(ref('Customer')), ...answers(ref('Customer'), 201) },
    },
    '/customers/{id}': {
      parameters: [inPath('id')],
      get: answers(ref('Customer')),
      post: {
        ...takes(object({ email: text, metadata: text }), 'application/x-www-form-urlencoded'),
        ...answers(ref('Customer')),
      },
      delete: answers(ref('Customer')),
    },
    '/me': { get: answers(ref('Customer')) },
    '/tickets/{id}': { parameters: [inPath('id')], get: answers(ref('Ticket')) },
    '/tickets': {
      get: { ...inQuery('cursor', 'limit', 'customer_id'), ...answers(cursorList) },
      post: {
        ...takes({ oneOf: [ref('Ticket'), listOf('Ticket')] }),
        ...answers(ref('Ticket'), 201),
      },
    },
    '/customers/{customer_id}/tickets': {
      ...{ parameters: [inPath('customer_id')], get: answers(listOf('Ticket')) },
    },
    '/badges/{name}': {
      ...{ parameters: [inPath('name')], get: answers(ref('Badge')) },
      put: { ...takes(object({ color: text })), ...answers(ref('Badge')) },
    },
    '/badges': { get: answers(listOf('Badge')) },
  },
  components: { schemas },
};
