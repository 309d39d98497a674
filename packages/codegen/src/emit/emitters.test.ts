import type { JsonSchema } from '@product/spec-model';
import { loadApi } from '@product/spec-model';
import { expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { errorClassOf } from './error-classes.ts';

const OPTIONS = { clientName: 'NoteClient', packageName: '@notes/client' };
const HEADER = '// Generated from Notes 2.0 by product-codegen. Do not edit.\n';

function notes(more: object = {}): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Notes', version: '2.0' },
    servers: [{ url: 'https://notes.example' }],
    'x-pagination': {
      query: { cursor: 'after', limit: 'limit' },
      response: { items: '/items', next_cursor: '/next' },
    },
    paths: {},
    ...more,
  };
}

async function emitted(document: object, path: string): Promise<string | undefined> {
  const files = await generate(await loadApi(document), OPTIONS);
  return files.find((file) => file.path === path)?.content;
}

/** A schema named `Note` and its declaration, without the comment above it. */
const DECLARATIONS: readonly [title: string, given: JsonSchema, want: string][] = [
  ['an object', { properties: { a: {} } }, 'export interface Note {'],
  [
    'an object or null',
    { type: ['object', 'null'], properties: { a: {} } },
    'export type Note = {',
  ],
  ['a choice of words', { enum: ['a', 'b'] }, "export type Note = 'a' | 'b';"],
  [
    'an object with more',
    { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { b: {} } }] },
    'export interface Note extends Base {',
  ],
  [
    'an object that says a member again',
    { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { a: {} } }] },
    'export type Note = Base & {',
  ],
  [
    'itself or itself',
    { anyOf: [{ $ref: '#/components/schemas/Note' }] },
    'export type Note = unknown;',
  ],
];

for (const [title, given, want] of DECLARATIONS) {
  test(`${title} is declared as ${want}`, async () => {
    const schemas = { Base: { type: 'object', properties: { a: {} } }, Note: given };
    const models = await emitted(notes({ components: { schemas } }), 'models.ts');
    const after = models?.slice(models.indexOf('Base {')) ?? '';
    expect(after).toContain(want);
  });
}

for (const [status, want] of [
  ['200', undefined],
  ['2XX', undefined],
  ['304', undefined],
  ['404', 'NotFoundError'],
  ['418', 'ApiError'],
  ['4XX', 'ApiError'],
  ['503', 'ServerError'],
  ['default', 'ApiError'],
] as const) {
  test(`the status ${status} is thrown as ${want ?? 'nothing'}`, () => {
    expect(errorClassOf(status)).toBe(want);
  });
}

test('the profile says what the document says of the API as a whole', async () => {
  const document = notes({
    'x-env': { api_key: 'NOTES_KEY' },
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          'x-api-key-policy': { modes: { live: { prefix: 'n_live_' } } },
        },
      },
    },
  });
  expect(await emitted(document, 'profile.ts')).toBe(`${HEADER}
import { type ApiProfile, bearer, noCredential } from '@product/client-runtime';

/** What the document says of the API as a whole. */
export const profile: ApiProfile = {
  clientName: 'NoteClient',
  packageName: '@notes/client',
  apiVersion: '2.0',
  baseUrl: 'https://notes.example',
  env: { apiKey: 'NOTES_KEY', baseUrl: 'NOTE_BASE_URL', log: 'NOTE_LOG' },
  keyPrefixes: { live: 'n_live_' },
  credential: bearer,
  withoutKey: noCredential,
};
`);
});

test('an API without webhooks has no file of events', async () => {
  expect(await emitted(notes(), 'webhooks.ts')).toBeUndefined();
});

test('events are listed by name and as a union', async () => {
  const content = { 'application/json': { schema: { type: 'object' } } };
  const document = notes({
    webhooks: { 'note.made': { post: { summary: 'A note was made', requestBody: { content } } } },
  });
  expect(await emitted(document, 'webhooks.ts')).toBe(`${HEADER}
/** The events that the API sends, by name. */
export interface WebhookEventMap {
  /** A note was made. */
  'note.made': { [name: string]: unknown };
}

/** Any event that the API sends. */
export type WebhookEvent = WebhookEventMap[keyof WebhookEventMap];
`);
});

const LIST = {
  operationId: 'notes.list',
  summary: 'List notes',
  description: 'Newest first.',
  security: [{ key: ['notes:read'] }],
  parameters: [
    { name: 'after', in: 'query', schema: { type: 'string' } },
    {
      name: 'colour',
      in: 'query',
      description: 'Only these.',
      schema: { enum: ['red'] },
      example: 'red',
    },
  ],
  responses: {
    '200': {
      description: 'One page.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Note' } } },
          },
        },
      },
    },
    '404': {
      description: 'None.',
      content: { 'application/problem+json': { examples: { no_notes: { value: {} } } } },
    },
  },
};

test('a resource reads as if written by hand', async () => {
  const document = notes({
    paths: { '/notes': { get: LIST } },
    components: {
      schemas: { Note: { type: 'object', properties: { id: { type: 'string' } } } },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
  });
  expect(await emitted(document, 'resources/notes.ts')).toBe(`${HEADER}
import {
  type ListOptions,
  type NotFoundError,
  type Page,
  type PagePromise,
  Resource,
  byCursor,
  paginate,
} from '@product/client-runtime';
import type { Note } from '../models.ts';
import { operations } from '../operations.ts';

/** The query of {@link Notes.list}. */
export interface NotesListQuery {
  /** The member \`after\`. */
  after?: string;
  /** Only these. */
  colour?: 'red';
}

/** What {@link Notes.list} can be answered. */
export interface NotesListAnswers {
  /** One page. */
  200: Page<Note>;
  /** None. */
  404: unknown;
}

/** The resource notes: \`list\`. */
export class Notes extends Resource {
  /**
   * List notes.
   *
   * @remarks
   * Newest first.
   *
   * \`GET /notes\`. Needs the scope \`notes:read\`.
   *
   * @param query - Filters, size and place of the page.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns One page. Await it for one page, or iterate it for every item of every page.
   * @throws 404 {@link NotFoundError}: \`no_notes\`.
   * @example
   * \`\`\`ts
   * for await (const note of client.notes.list({ colour: 'red' })) {
   *   console.log(note);
   * }
   * \`\`\`
   */
  list(query: NotesListQuery = {}, options?: ListOptions): PagePromise<Note, NotesListAnswers> {
    return paginate(this.caller, byCursor, {
      operation: operations['notes.list'],
      input: { query },
      options,
    });
  }
}
`);
});

test('the facts of an operation are what the runtime decides by', async () => {
  const document = notes({
    paths: {
      '/notes/{id}': {
        post: {
          operationId: 'notes.copy',
          'x-rate-limit-policy': 'copies',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'idempotency-key', in: 'header', schema: { type: 'string' } },
          ],
          requestBody: { content: { 'application/x-www-form-urlencoded': { schema: {} } } },
          responses: { '204': { description: 'Done.' } },
        },
      },
    },
  });
  expect(await emitted(document, 'operations.ts')).toBe(`${HEADER}
/** What the document says of each operation, by its operationId. */
export const operations = {
  'notes.copy': {
    id: 'notes.copy',
    method: 'POST',
    path: '/notes/{id}',
    idempotencyHeader: 'idempotency-key',
    bodyType: 'application/x-www-form-urlencoded',
    mayBeEmpty: true,
    anonymous: true,
    rateLimitPolicy: 'copies',
  },
} as const;
`);
});
