import type { JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { all, body, limit, object, refusal, tags, text, title } from './faulty-request.ts';

test.each<[string, JsonValue, JsonValue]>([
  ['a message', object({ message: text }), { message: all }],
  ['a bare text', text, all],
  ['a list of texts', { type: 'array', items: text }, [limit, title, tags]],
  [
    'code and message',
    object({ code: { type: 'integer', format: 'int32' }, message: text }, 'code', 'message'),
    { code: 422, message: all },
  ],
  [
    'OAuth',
    object({ error: text, error_description: text }, 'error'),
    { error: 'validation_failed', error_description: all },
  ],
  [
    'an enumeration of codes',
    object(
      { code: { enum: ['NOT_FOUND', 'INVALID_ARGUMENT', 'INTERNAL'] }, message: text },
      'code',
    ),
    { code: 'INVALID_ARGUMENT', message: all },
  ],
  [
    'Stripe',
    object(
      {
        error: object(
          {
            charge: text,
            code: text,
            message: text,
            param: text,
            payment: object({ status: text, message: text }),
            type: { enum: ['api_error', 'card_error', 'invalid_request_error'] },
          },
          'type',
        ),
      },
      'error',
    ),
    { error: { message: all, param: 'limit', type: 'invalid_request_error' } },
  ],
  [
    'GitHub',
    object(
      {
        message: text,
        documentation_url: text,
        errors: {
          type: 'array',
          items: object({ resource: text, field: text, message: text, code: text }, 'code'),
        },
      },
      'message',
      'documentation_url',
    ),
    {
      message: all,
      documentation_url: 'https://api.test/problems/validation-failed',
      errors: [
        { resource: 'x', field: 'limit', message: limit, code: 'invalid' },
        { resource: 'x', field: 'title', message: title, code: 'missing_field' },
        { resource: 'x', field: 'tags', message: tags, code: 'invalid' },
      ],
    },
  ],
  [
    'Google',
    object({
      error: object({
        code: { type: 'integer' },
        message: text,
        status: text,
        details: { type: 'array' },
      }),
    }),
    { error: { code: 422, message: all, status: 'VALIDATION_FAILED' } },
  ],
  [
    'FastAPI',
    object({
      detail: {
        type: 'array',
        items: object(
          {
            loc: { type: 'array', items: { anyOf: [text, { type: 'integer' }] } },
            msg: text,
            type: text,
          },
          'loc',
          'msg',
          'type',
        ),
      },
    }),
    {
      detail: [
        { loc: ['query', 'limit'], msg: limit, type: 'type' },
        { loc: ['body', 'title'], msg: title, type: 'required' },
        { loc: ['body', 'tags'], msg: tags, type: 'type' },
      ],
    },
  ],
  [
    'JSON:API',
    object({
      errors: {
        type: 'array',
        items: object({
          status: text,
          code: text,
          title: text,
          detail: text,
          source: object({ pointer: text, parameter: text }),
        }),
      },
    }),
    {
      errors: [
        {
          status: '422',
          code: 'type',
          title: 'Type',
          detail: limit,
          source: { parameter: 'limit' },
        },
        {
          status: '422',
          code: 'required',
          title: 'Required',
          detail: title,
          source: { pointer: '/title' },
        },
        { status: '422', code: 'type', title: 'Type', detail: tags, source: { pointer: '/tags' } },
      ],
    },
  ],
  [
    'Laravel',
    object({
      message: text,
      errors: { type: 'object', additionalProperties: { type: 'array', items: text } },
    }),
    { message: all, errors: { limit: [limit], title: [title], tags: [tags] } },
  ],
  [
    'Spring',
    object({
      timestamp: { type: 'string', format: 'date-time' },
      status: { type: 'integer' },
      error: text,
      message: text,
      path: text,
    }),
    {
      timestamp: '2025-10-14T10:30:00Z',
      status: 422,
      error: 'Validation failed',
      message: all,
      path: '/x',
    },
  ],
  [
    'alternatives: the one that tells the most',
    {
      anyOf: [
        object({ message: text }),
        object({ errors: { type: 'array', items: text } }, 'errors'),
      ],
    },
    { errors: [limit, title, tags] },
  ],
  [
    'alternatives of which only one may fit',
    { oneOf: [object({ message: text }), object({ errors: { type: 'array' } }, 'errors')] },
    { message: all },
  ],
  [
    'a message that must be short',
    object({ message: { type: 'string', maxLength: 5 } }),
    { message: 'limit' },
  ],
  [
    'success and a message',
    object({ success: { type: 'boolean' }, message: text }),
    { success: false, message: all },
  ],
])('a refusal is told in the form of the document: %s', async (_, schema, want) => {
  const { json, status, type } = await refusal({ 422: body(schema) });
  expect({ status, type, json }).toEqual({ status: 422, type: 'application/json', json: want });
});
