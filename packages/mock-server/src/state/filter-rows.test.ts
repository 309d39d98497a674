import type { JsonObject, JsonValue } from '@product/spec-model';
import { expect, test } from 'vitest';
import { createSchemaReader } from '../schema/schema-shape.ts';
import { filtersOf, findProperty } from './filter-rows.ts';

const schemas = createSchemaReader({});
const text = { type: 'string' };
const shape = schemas.shapeOf({
  properties: {
    ...{
      id: text,
      title: text,
      labels: { type: 'array' },
      projectId: text,
      owner: { type: 'object' },
    },
    ...{ state: { enum: ['open', 'closed'] }, created: { type: 'integer' }, due_at: text },
    ...{ updated_at: text, price: { type: 'number' }, deleted: { type: 'boolean' } },
    metadata: { type: 'object' },
    address: { properties: { city: text, geo: { properties: { height: { type: 'number' } } } } },
    lines: { type: 'array', items: { properties: { sku: text } } },
  },
});
const others = ['limit'];
const rules = { schemas, shape, others, search: ['q'], prose: ['title'] };

const rows: readonly JsonObject[] = [
  {
    ...{ id: 'a', title: 'Fix the "red" door', labels: ['home'], projectId: 'p1', state: 'open' },
    ...{ owner: { id: 1, login: 'ann' }, created: 1_700_000_000, price: 10, deleted: false },
    ...{ due_at: '2025-01-01T00:00:00Z', updated_at: '2025-02-01T00:00:00Z', metadata: { k: 'v' } },
    ...{ address: { city: 'Oslo', geo: { height: 5 } }, lines: [{ sku: 'x' }, { sku: 'y' }] },
  },
  {
    ...{ id: 'b', title: 'Paint it', labels: [], projectId: null, state: 'closed', price: 20 },
    ...{ owner: { id: 2, login: 'bob' }, created: 1_700_100_000, due_at: null, deleted: true },
    ...{ updated_at: '2025-03-01T00:00:00Z', metadata: {} },
    address: { city: 'Rome', geo: { height: 50 } },
  },
];

test.each<[JsonObject, string]>([
  [{}, 'ab'],
  [{ state: 'open' }, 'a'],
  [{ 'address.city': 'Oslo' }, 'a'],
  [{ 'address.geo.height': 50 }, 'b'],
  [{ 'address.geo.height_gte': 6 }, 'b'],
  [{ 'filter[address.city]': 'Rome' }, 'b'],
  [{ 'filter.state': 'open' }, 'a'],
  [{ filter: { address: { city: 'Rome' } } }, 'b'],
  [{ address_city: 'Oslo' }, 'a'],
  [{ 'lines.sku': 'y' }, 'a'],
  [{ city: 'Oslo' }, 'ab'],
  [{ 'other.state': 'open' }, 'ab'],
  [{ state: ['open', 'closed'] }, 'ab'],
  [{ state: 'open,closed' }, 'ab'],
  [{ state: 'all' }, 'ab'],
  [{ state: 'nonsense' }, ''],
  [{ label: 'home' }, 'a'],
  [{ labels: 'home,work' }, 'a'],
  [{ project_id: 'p1' }, 'a'],
  [{ project: 'p1' }, 'a'],
  [{ project: 'none' }, 'b'],
  [{ owner: 'bob' }, 'b'],
  [{ owner: '1' }, 'a'],
  [{ deleted: true }, 'b'],
  [{ price: '20' }, 'b'],
  [{ limit: 5, nonsense: 'x' }, 'ab'],
  [{ created: { gte: 1_700_100_000 } }, 'b'],
  [{ created: { gt: 1_700_000_000, lt: '1700100000' } }, ''],
  [{ created_after: '2023-11-15T00:00:00Z' }, 'b'],
  [{ createdBefore: 1_700_050_000_000 }, 'a'],
  [{ due_before: '2025-01-02' }, 'a'],
  [{ due_at_gte: '2025-01-01T00:00:00Z' }, 'a'],
  [{ dueSince: '2025-01-01T01:00:00+01:00' }, 'a'],
  [{ min_price: 15 }, 'b'],
  [{ maxPrice: 10 }, 'a'],
  [{ price_lt: 10 }, ''],
  [{ since: '2025-02-15T00:00:00Z' }, 'b'],
  [{ start_date: '2025-02-15' }, 'b'],
  [{ filter: { state: 'open' } }, 'a'],
  [{ metadata: { k: 'v' } }, 'a'],
  [{ q: 'DOOR' }, 'a'],
  [{ q: '"the "' }, 'a'],
  [{ q: 'paint nothing' }, ''],
  [{ q: 'state:open door' }, 'a'],
  [{ q: "title~'paint'" }, 'b'],
  [{ q: 'is:issue' }, 'ab'],
  [{ constructor: 'x', __proto__: 'y' }, 'ab'],
  [{ 'price[gte]': 15 }, 'b'],
  [{ 'filter[state]': 'open' }, 'a'],
  [{ 'filter[price][lt]': '15' }, 'a'],
  [{ price__gt: 10 }, 'b'],
  [{ state_ne: 'open' }, 'b'],
  [{ 'state[$in]': 'open,closed' }, 'ab'],
  [{ title_contains: 'DOOR' }, 'a'],
  [{ title__istartswith: 'x' }, 'ab'],
  [{ 'title[like]': 'paint%' }, 'b'],
  [{ filter: "state eq 'open'" }, 'a'],
  [{ $filter: 'price gt 15 or title eq \'Fix the "red" door\'' }, 'ab'],
  [{ filter: 'state="closed" AND price >= 20' }, 'b'],
  [{ $filter: "startswith(title,'paint') and price lt 5" }, ''],
  [{ filter: 'not (state eq open)' }, 'ab'],
  [{ filter: 'nothing eq 5' }, 'ab'],
  [{ filter: 'state eq' }, 'ab'],
])('the query %j finds %j', (query, ids) => {
  const filters = filtersOf(new Map(Object.entries(query)), rules);
  const found = rows.filter((row) => filters.every((filter) => filter(row)));
  expect(found.map(({ id }) => id).join('')).toBe(ids);
});

test.each<[string, string | undefined]>([
  ['title', 'title'],
  ['project_id', 'projectId'],
  ['label', 'labels'],
  ['due', 'due_at'],
  ['toString', undefined],
])('the parameter %j means the property %j', (name, property) => {
  expect(findProperty({ shape }, name)).toBe(property);
});

test('a search of many quotes is read at once', () => {
  const hostile: JsonValue = `${"'".repeat(50_000)}:${'"'.repeat(50_000)}`;
  const [filter] = filtersOf(new Map([['q', hostile]]), rules);
  expect(filter?.(rows[0] ?? {})).toBeTypeOf('boolean');
});
