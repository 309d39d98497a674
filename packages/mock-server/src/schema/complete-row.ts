import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { instantText } from '../clock/instant.ts';
import type { SchemaReader } from './schema-shape.ts';

/** The schemas that say what a row lacks. */
export interface RowSchemas {
  readonly schemas: SchemaReader;
  /** As the API shows it. */
  readonly row: JsonSchema;
  /** As it is sent; its defaults come first. */
  readonly sent?: JsonSchema | undefined;
}

/**
 * A row with everything that the schema names, in the schema's order.
 *
 * @remarks What was given stays. What is missing is, the first that there is: the default of the
 * sent schema, the default of the row's, the present time (`created_at`, `updated_at`), null where
 * null is allowed, and for a required field the plainest value of its type.
 * @param given - Fields that are known.
 * @param now - Epoch milliseconds.
 */
export function completeRow(rules: RowSchemas, given: JsonObject, now: number): JsonObject {
  const shape = rules.schemas.shapeOf(rules.row);
  const entries: [string, JsonValue][] = [];
  for (const [name, property] of shape.properties) {
    const value = Object.hasOwn(given, name)
      ? given[name]
      : missingValue(rules, { name, property, required: shape.required.has(name) }, now);
    if (value !== undefined) entries.push([name, value]);
  }
  const others = Object.entries(given).filter(([name]) => !shape.properties.has(name));
  return Object.fromEntries([...entries, ...others]);
}

interface Missing {
  readonly name: string;
  readonly property: JsonSchema;
  readonly required: boolean;
}

function missingValue(
  { schemas, sent }: RowSchemas,
  { name, property, required }: Missing,
  now: number,
): JsonValue | undefined {
  const fallback =
    schemas.defaultOf(schemas.shapeOf(sent).properties.get(name)) ?? schemas.defaultOf(property);
  if (fallback !== undefined) return fallback;
  if (name === 'created_at' || name === 'updated_at') return instantText(now);
  if (schemas.typesOf(property).includes('null')) return null;
  return required ? plainValue(schemas, property) : undefined;
}

const plainValues: { readonly [type: string]: JsonValue } = {
  string: '',
  number: 0,
  integer: 0,
  boolean: false,
  array: [],
};

/**
 * The plainest value of a schema: its constant, first choice or example, else an empty one.
 *
 * @param depth - How deep it stands in another; leave it out.
 */
export function plainValue(schemas: SchemaReader, schema: JsonSchema, depth = 0): JsonValue {
  const resolved = schemas.resolve(schema);
  const [chosen] = Array.isArray(resolved['enum']) ? resolved['enum'] : [];
  const [example] = Array.isArray(resolved['examples']) ? resolved['examples'] : [];
  const known = resolved['const'] ?? chosen ?? resolved['example'] ?? example;
  if (known !== undefined) return known;
  const [type] = schemas.typesOf(schema);
  if (type !== 'object' && type !== undefined) return plainValues[type] ?? null;
  return plainObject(schemas, schema, depth);
}

function plainObject(schemas: SchemaReader, schema: JsonSchema, depth: number): JsonObject {
  const { properties, required } = schemas.shapeOf(schema);
  // A schema that requires itself has no finite value; the answer is then refused as invalid.
  if (depth > 8) return {};
  const names = [...required].filter((name) => properties.has(name));
  return Object.fromEntries(
    names.map((name) => [name, plainValue(schemas, properties.get(name) ?? {}, depth + 1)]),
  );
}
