import type { JsonObject } from '@product/spec-model';
import { expect, test } from 'vitest';
import { createSchemaReader } from '../schema/schema-shape.ts';
import { filtersOf } from './filter-rows.ts';

const schemas = createSchemaReader({});
const text = { type: 'string' };
const properties = {
  ...{ title: text, body: text, url: text, locked: { type: 'boolean' } },
  state: { enum: ['open', 'closed'] },
  phase: { type: 'string', description: 'Either `early` or `late`' },
  labels: { type: 'array', items: { type: 'object', properties: { name: text } } },
  ...{ merged_at: { type: ['string', 'null'] }, total: { type: 'integer' } },
  ...{ assignee: { type: ['object', 'null'] }, metadata: { type: 'object' } },
};
const shape = schemas.shapeOf({ properties });
const rules = { schemas, shape, others: [], search: ['q'], prose: ['title', 'body'] };

const rows: { readonly [name: string]: JsonObject } = {
  a: {
    ...{ title: 'Red bug', body: 'It is loud', url: '/repos/octo/one/issues/1', locked: true },
    ...{
      phase: 'early',
      state: 'open',
      labels: [{ name: 'bug' }],
      merged_at: null,
      total: 5,
      assignee: null,
    },
    metadata: { order: '7' },
  },
  b: {
    ...{ title: 'Blue idea', body: 'Not so', url: '/repos/octo/one-more/issues/1', locked: false },
    ...{ phase: 'late', state: 'closed', labels: [], merged_at: '2025-01-01T00:00:00Z', total: 20 },
    ...{ assignee: { login: 'ada' }, metadata: {} },
  },
};

test.each([
  ['is:open', 'a'],
  ['is:closed', 'b'],
  ['is:locked', 'a'],
  ['-is:locked', 'b'],
  ['is:merged', 'b'],
  ['is:issue', 'ab'],
  ['is:late', 'b'],
  ['repo:octo/one', 'a'],
  ['repo:octo/one is:closed', ''],
  ['label:bug', 'a'],
  ['-label:bug', 'b'],
  ['NOT label:bug', 'b'],
  ['assignee:ada', 'b'],
  ['no:assignee', 'a'],
  ['has:assignee', 'b'],
  ['no:labels', 'b'],
  ['total:>5', 'b'],
  ['total>=5', 'ab'],
  ['total<20', 'a'],
  ['total:5..10', 'a'],
  ['total:*..10', 'a'],
  ['red', 'a'],
  ['-red', 'b'],
  ['red OR blue', 'ab'],
  ['red blue', ''],
  ['red is:closed OR blue', 'b'],
  ['"blue idea"', 'b'],
  ["metadata['order']:'7'", 'a'],
  ['title~idea', 'b'],
  ['in:title red', 'a'],
  ['', 'ab'],
])('%o finds %o', (asked, want) => {
  const filters = filtersOf(new Map([['q', asked]]), rules);
  const found = Object.entries(rows).filter(([, row]) => filters.every((filter) => filter(row)));
  expect(found.map(([name]) => name).join('')).toBe(want);
});
