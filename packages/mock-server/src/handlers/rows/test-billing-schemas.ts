import type { JsonObject } from '@product/spec-model';

/** A text. */
export const text: JsonObject = { type: 'string' };
const instant = { type: 'integer', format: 'unix-time' };
const nullable = (schema: JsonObject): JsonObject => ({ ...schema, nullable: true });
/** A component. */
export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const orWhole = (name: string): JsonObject => ({ anyOf: [text, ref(name)] });
/** An object with these properties, and those of them that it must have. */
export const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  properties,
  required,
});
/** A page of a list. */
export const listOf = (items: JsonObject, url: JsonObject = text): JsonObject =>
  object(
    {
      object: { enum: ['list'] },
      data: { type: 'array', items },
      has_more: { type: 'boolean' },
      url,
    },
    ...['object', 'data', 'has_more', 'url'],
  );
/** Of every error. */
export const error: JsonObject = object(
  {
    error: object(
      {
        code: text,
        doc_url: { ...text, description: 'See the [codes](https://docs.test/error-codes).' },
        message: text,
        param: text,
        type: { type: 'string', enum: ['api_error', 'idempotency_error', 'invalid_request_error'] },
      },
      'type',
    ),
  },
  'error',
);
/** What clients see of each. */
export const schemas: JsonObject = {
  customer: object(
    {
      ...{ id: text, object: { enum: ['customer'] }, name: nullable(text) },
      ...{ tax: { type: 'string', enum: ['exempt', 'none'], nullable: true } },
      metadata: { type: 'object', additionalProperties: text },
    },
    'id',
    'object',
  ),
  plan: object(
    {
      ...{ id: text, object: { enum: ['plan'] }, customer: nullable(text), unlisted: text },
      tier: { ...text, description: 'Can be `basic` or `gold`.' },
      ...{ locked: { type: 'boolean' }, locked_at: nullable(instant) },
    },
    ...['id', 'object', 'tier', 'locked'],
  ),
  item: object(
    {
      ...{ id: text, object: { enum: ['item'] }, quantity: { type: 'integer' } },
      ...{ subscription: text, plan: ref('plan') },
    },
    ...['id', 'object', 'plan', 'subscription'],
  ),
  line: object({ id: text, object: { enum: ['line'] }, text }, 'id', 'object', 'text'),
  subscription: object(
    {
      ...{ id: text, object: { enum: ['subscription'] }, customer: orWhole('customer') },
      status: {
        type: 'string',
        enum: ['active', 'canceled', 'draft', 'expired'],
        description: 'How it stands.',
      },
      ...{
        cancel_at: nullable(instant),
        canceled_at: nullable(instant),
        ended_at: nullable(instant),
      },
      cancellation_reason: { type: 'string', enum: ['fraud', 'other'], nullable: true },
      last_error: text,
      terms: object({ auto: { type: 'boolean' }, note: nullable(text) }, 'auto'),
      transitions: object({ canceled_at: nullable(instant), started_at: nullable(instant) }),
      transfer: orWhole('plan'),
      ...{ items: listOf(ref('item')), lines: listOf(ref('line')) },
    },
    ...['id', 'object', 'status', 'customer', 'items', 'lines', 'terms', 'transitions'],
  ),
  fee: object(
    { id: text, object: { enum: ['fee'] }, subscription: orWhole('subscription'), text },
    ...['id', 'object', 'subscription'],
  ),
  entry: object(
    { id: text, fee: orWhole('fee'), text, type: { type: 'string', enum: ['other', 'fee'] } },
    ...['id', 'type'],
  ),
  portal: object(
    { id: text, customer: text, created: instant, url: text },
    ...['id', 'customer', 'created', 'url'],
  ),
  card: object(
    { id: text, object: { enum: ['card'] }, customer: orWhole('customer') },
    ...['id', 'object'],
  ),
  bank: object(
    { id: text, object: { enum: ['bank'] }, customer: orWhole('customer') },
    ...['id', 'object'],
  ),
};
