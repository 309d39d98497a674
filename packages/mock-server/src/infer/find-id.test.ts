import type { ApiParameter, JsonObject, JsonSchema } from '@product/spec-model';
import { expect, test } from 'vitest';
import { createSchemaReader } from '../schema/schema-shape.ts';
import { findId } from './find-id.ts';
import { readRowKind } from './row-kind.ts';

const schemas = createSchemaReader({});
const text: JsonSchema = { type: 'string' };
const number: JsonSchema = { type: 'integer' };

function idOf(
  properties: JsonObject,
  {
    word = 'things',
    parameter,
    schema = text,
  }: { word?: string; parameter?: string; schema?: JsonSchema },
): string {
  const row = readRowKind(schemas, { type: 'object', properties });
  const described: ApiParameter | undefined =
    parameter === undefined
      ? undefined
      : {
          ...{ name: parameter, in: 'path', required: true, deprecated: false },
          ...{ style: 'simple', explode: false, schema, extensions: {} },
        };
  const { idProperty, idStyle, idPrefix } = findId({ schemas, row, word, parameter: described });
  return `${idProperty} ${idStyle} ${idPrefix}`.trim();
}

const cases: readonly {
  readonly parameter?: string;
  readonly schema?: JsonSchema;
  readonly word?: string;
  readonly row: JsonObject;
  readonly want: string;
}[] = [
  { parameter: 'id', row: { id: number, name: text }, want: 'id integer' },
  { parameter: 'task_id', word: 'tasks', row: { id: text }, want: 'id prefixed task_' },
  {
    parameter: 'taskId',
    word: 'tasks',
    row: { taskId: text, id: text },
    want: 'taskId prefixed task_',
  },
  { parameter: 'task-id', word: 'tasks', row: { task_id: text }, want: 'task_id prefixed task_' },
  {
    parameter: 'issue_number',
    word: 'issues',
    schema: number,
    row: { id: number, number },
    want: 'number integer',
  },
  {
    parameter: 'team_slug',
    word: 'teams',
    row: { id: number, slug: text, name: text },
    want: 'slug text',
  },
  {
    parameter: 'username',
    word: 'users',
    row: { id: number, name: text, login: text },
    want: 'login text',
  },
  {
    parameter: 'org',
    word: 'orgs',
    row: { id: number, login: text, name: text },
    want: 'login text',
  },
  { parameter: 'repo', word: 'repos', row: { id: number, name: text }, want: 'name text' },
  {
    parameter: 'customer',
    word: 'customers',
    row: { id: text, name: text },
    want: 'id prefixed customer_',
  },
  {
    parameter: 'promotion_code',
    word: 'promotion_codes',
    row: { id: text, code: text },
    want: 'id prefixed promotion_code_',
  },
  {
    parameter: 'tag',
    word: 'tags',
    row: { id: number, tag_name: text, name: text },
    want: 'tag_name text',
  },
  { parameter: 'ref', word: 'commits', row: { sha: text, url: text }, want: 'sha prefixed' },
  { parameter: 'thing', row: { id: { type: 'string', format: 'uuid' } }, want: 'id uuid' },
  {
    parameter: 'thing',
    row: { id: { type: 'string', pattern: '^task_[0-9a-z]+$' } },
    want: 'id prefixed task_',
  },
  {
    parameter: 'thing',
    row: { id: { type: 'string', example: 'cus_9s6XKzkNRiz8i3' } },
    want: 'id prefixed cus_',
  },
  {
    parameter: 'secret_name',
    word: 'secrets',
    row: { name: { type: 'string', example: 'MY_KEY' } },
    want: 'name text',
  },
  {
    parameter: 'thing',
    row: { id: { type: 'string', example: 'my_thing' } },
    want: 'id prefixed thing_',
  },
  { parameter: 'thing', row: { thing: { type: 'object' }, key: text }, want: 'key text' },
  { parameter: 'date', row: { total: number }, want: 'text' },
  { word: 'emails', row: { email: text, primary: { type: 'boolean' } }, want: 'email text' },
  { row: { uid: text, name: text }, want: 'uid prefixed thing_' },
  { row: { id: { type: 'string', maxLength: 20 } }, want: 'id prefixed' },
  { row: { id: { type: 'string', pattern: '^[a-z]{4}$' } }, want: 'id prefixed' },
];

test.each(cases)('of $row, {$parameter} names $want', ({ row, want, ...path }) => {
  expect(idOf(row, path)).toBe(want);
});
