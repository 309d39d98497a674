import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { instantMs } from '../clock/instant.ts';
import { ownValue } from '../model/json-read.ts';
import type { SchemaReader } from '../schema/schema-shape.ts';

type Filter = (row: JsonObject) => boolean;

/**
 * A test that a row passes when it passes every filter of the query.
 *
 * @remarks What a parameter filters is read from its name: `q` searches the texts of a row,
 * `due_before` and `due_after` compare `due_at` (or `due`), `label` looks into `labels`, anything
 * else compares the property of its name. A parameter that names no property of the row filters
 * nothing.
 * @param query - Parameters in their types.
 * @param rules - Parameters that are no filters, such as `limit`, and the properties to search.
 */
export function buildFilter(
  query: ReadonlyMap<string, JsonValue>,
  rules: { readonly others: readonly string[]; readonly prose: readonly string[] },
): Filter {
  const filters = [...query]
    .filter(([name]) => !rules.others.includes(name))
    .map(([name, value]) => filterFor(name, value, rules.prose));
  return (row) => filters.every((filter) => filter(row));
}

function filterFor(name: string, wanted: JsonValue, prose: readonly string[]): Filter {
  if (name === 'q' || name === 'search') return textFilter(String(wanted), prose);
  const range = /^(.+)_(before|after)$/.exec(name);
  if (range !== null) return rangeFilter(range[1] ?? '', range[2] === 'before', wanted);
  return equalFilter(name, wanted);
}

function rangeFilter(base: string, before: boolean, wanted: JsonValue): Filter {
  const limit = instantMs(wanted);
  return (row) => {
    const at = instantMs(ownValue(row, `${base}_at`) ?? ownValue(row, base));
    return before ? at < limit : at > limit;
  };
}

function equalFilter(name: string, wanted: JsonValue): Filter {
  const accepted: readonly JsonValue[] = Array.isArray(wanted) ? wanted : [wanted];
  return (row) => {
    const value = ownValue(row, Object.hasOwn(row, name) ? name : `${name}s`);
    if (value === undefined) return true;
    const held: readonly JsonValue[] = Array.isArray(value) ? value : [value];
    return held.some((entry) => accepted.includes(entry));
  };
}

function textFilter(wanted: string, prose: readonly string[]): Filter {
  const needle = wanted.toLowerCase();
  return (row) =>
    prose.some((name) => {
      const value = ownValue(row, name);
      return typeof value === 'string' && value.toLowerCase().includes(needle);
    });
}

// A pattern that lets any character or a blank through, such as that of a text that is not empty.
const loose = /[. ]|\\s/i;

/**
 * The properties of a row that people write and search: texts that are free in form, or an e-mail.
 */
export function proseProperties(schemas: SchemaReader, row: JsonSchema): readonly string[] {
  const names: string[] = [];
  for (const [name, schema] of schemas.shapeOf(row).properties) {
    const { enum: choices, pattern, format, readOnly } = schemas.resolve(schema);
    const shape = typeof pattern === 'string' && loose.test(pattern) ? undefined : pattern;
    const bound = choices ?? shape ?? (format === 'email' ? undefined : format);
    const isText = schemas.typesOf(schema).includes('string');
    if (isText && bound === undefined && readOnly !== true) names.push(name);
  }
  return names;
}
