import type { JsonObject } from '@product/spec-model';
import { error, listOf, object, ref, schemas, text } from './test-billing-schemas.ts';

const json = (schema: JsonObject): JsonObject => ({
  description: '',
  content: { 'application/json': { schema } },
});
const form = (schema: JsonObject): JsonObject => ({
  content: { 'application/x-www-form-urlencoded': { schema } },
});
const answers = (schema: JsonObject): JsonObject => ({ 200: json(schema), default: json(error) });
const at = (name: string): JsonObject => ({ name, in: 'path', required: true, schema: text });
const query = (name: string): JsonObject => ({ name, in: 'query', schema: text });

const item = object({ plan: text, quantity: { type: 'integer' }, subscription: text }, 'plan');

/**
 * A service that bills, in the style of Stripe: forms, expandable references, lists in lists, errors
 * without a status.
 */
export const billingDocument: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Billing', version: '1' },
  servers: [{ url: 'https://billing.test' }],
  components: { schemas },
  paths: {
    '/v1/customers': {
      get: { responses: answers(listOf(ref('customer'), { ...text, pattern: '^/v1/customers' })) },
      post: {
        requestBody: form(
          object({
            ...{ id: text, name: { anyOf: [text, { enum: [''] }] } },
            tax: { type: 'string', enum: ['', 'exempt', 'none'] },
            metadata: {
              anyOf: [{ type: 'object', additionalProperties: text }, { enum: [''] }],
            },
          }),
        ),
        responses: answers(ref('customer')),
      },
    },
    '/v1/customers/{customer}': {
      parameters: [at('customer')],
      get: { responses: answers(ref('customer')) },
      post: {
        requestBody: form(object({ metadata: {} })),
        responses: answers(ref('customer')),
      },
    },
    '/v1/customers/{customer}/sources': {
      parameters: [at('customer')],
      get: { responses: answers(listOf({ anyOf: [ref('bank'), ref('card')] })) },
      post: {
        summary: 'Adds a card.',
        requestBody: form(object({ source: text, bank: {} })),
        responses: answers({ anyOf: [ref('bank'), ref('card')] }),
      },
    },
    '/v1/plans': {
      get: { parameters: [query('customer')], responses: answers(listOf(ref('plan'))) },
      post: {
        requestBody: form(object({ unlisted: text, lock: { type: 'boolean' } })),
        responses: answers(ref('plan')),
      },
    },
    '/v1/plans/{plan}': { get: { parameters: [at('plan')], responses: answers(ref('plan')) } },
    ...Object.fromEntries(
      ['attach', 'detach', 'lock', 'unlock'].map((action) => [
        `/v1/plans/{plan}/${action}`,
        {
          post: {
            parameters: [at('plan')],
            ...(action === 'attach' ? { requestBody: form(object({ customer: text })) } : {}),
            responses: answers(ref('plan')),
          },
        },
      ]),
    ),
    '/v1/subscriptions': {
      get: {
        parameters: [
          query('customer'),
          {
            ...query('status'),
            schema: { type: 'string', enum: ['active', 'all', 'canceled', 'draft'] },
          },
        ],
        responses: answers(listOf(ref('subscription'))),
      },
      post: {
        requestBody: form(
          object({
            ...{ customer: text, items: { type: 'array', items: item } },
            terms: object({ auto: { type: 'boolean' }, note: text }),
          }),
        ),
        responses: answers(ref('subscription')),
      },
    },
    '/v1/subscriptions/{id}': {
      parameters: [at('id')],
      get: { responses: answers(ref('subscription')) },
      delete: {
        description: '<p>Cancels it at once.</p>',
        responses: answers(ref('subscription')),
      },
    },
    '/v1/subscriptions/{subscription}/lines': {
      parameters: [at('subscription')],
      get: { responses: answers(listOf(ref('line'))) },
      post: { requestBody: form(object({ text }, 'text')), responses: answers(ref('line')) },
    },
    '/v1/subscriptions/{subscription}/lines/{line}': {
      parameters: [at('subscription'), at('line')],
      delete: { responses: { 204: { description: '' } } },
    },
    '/v1/subscriptions/{subscription}/entries': {
      parameters: [at('subscription')],
      get: { responses: answers(listOf(ref('entry'))) },
    },
    '/v1/fees': {
      get: { responses: answers(listOf(ref('fee'))) },
      post: {
        requestBody: form(object({ subscription: text, text }, 'subscription')),
        responses: answers(ref('fee')),
      },
    },
    '/v1/fees/{fee}': { get: { parameters: [at('fee')], responses: answers(ref('fee')) } },
    '/v1/portal': {
      post: {
        requestBody: form(object({ customer: text, secret: text })),
        responses: answers(ref('portal')),
      },
    },
    '/v1/items': {
      get: { parameters: [query('subscription')], responses: answers(listOf(ref('item'))) },
      post: { requestBody: form(item), responses: answers(ref('item')) },
    },
    '/v1/items/{item}': {
      parameters: [at('item')],
      get: { responses: answers(ref('item')) },
      post: {
        requestBody: form(object({ quantity: { type: 'integer' } })),
        responses: answers(ref('item')),
      },
      delete: { responses: answers(ref('item')) },
    },
  },
};
