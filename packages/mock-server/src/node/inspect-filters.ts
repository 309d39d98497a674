import type { JsonSchema, JsonValue } from '@product/spec-model';
import { rulesOf } from '../handlers/rows/find/select-rows.ts';
import type { Role } from '../infer/role.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';
import { filtersOf } from '../state/filter-rows.ts';

/** The parameters of a list that choose among its rows, in the order of the document. */
export function filterNames(schemas: SchemaReader, { api }: Operation, role: Role): string[] {
  if (role.list === undefined) return [];
  const rules = { ...rulesOf({ schemas }, role, role.list), search: [] };
  const searching = new Set(role.list.search);
  return api.parameters
    .filter((one) => one.in === 'query' && !searching.has(one.name))
    .filter(({ name, schema }) => filtersOf(new Map([[name, sampleOf(schemas, schema)]]), rules)[0])
    .map(({ name }) => name);
}

// Whether a parameter filters is told by its name, and of an object by those of its members.
function sampleOf(schemas: SchemaReader, schema: JsonSchema): JsonValue {
  const { properties } = schemas.shapeOf(schema);
  const isObject = schemas.typesOf(schema).includes('object') && properties.size > 0;
  return isObject ? Object.fromEntries([...properties.keys()].map((name) => [name, 'a'])) : 'a';
}
