import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import { keepIn } from '../model/keep-in.ts';
import { itemSchema, type SchemaReader } from './schema-shape.ts';

/**
 * A value without the properties that its schema calls `readOnly`.
 *
 * @remarks They are ignored rather than refused, so that an object that was read can be sent back
 * with one field changed (OpenAPI 3.1 leaves the choice to the server).
 */
export function dropReadOnly(
  schemas: SchemaReader,
  schema: JsonSchema | undefined,
  value: JsonValue,
): JsonValue {
  if (typeof value !== 'object' || value === null || !holdsReadOnly(schemas, schema)) return value;
  if (Array.isArray(value)) {
    const items = itemSchema(schemas.resolve(schema));
    return items === undefined ? value : value.map((item) => dropReadOnly(schemas, items, item));
  }
  if (!isObject(value)) return value;
  const { properties } = schemas.shapeOf(schema);
  const kept = Object.entries(value)
    .filter(([name]) => !isReadOnly(schemas, properties.get(name)))
    .map(([name, entry]): [string, JsonValue] => [
      name,
      properties.has(name) ? dropReadOnly(schemas, properties.get(name), entry) : entry,
    ]);
  return Object.fromEntries(kept);
}

/** Whether a property is one that only the server writes. */
export function isReadOnly(schemas: SchemaReader, property: JsonSchema | undefined): boolean {
  if (!isObject(property)) return false;
  return property['readOnly'] === true || schemas.resolve(property)['readOnly'] === true;
}

const kept = new WeakMap<JsonObject, boolean>();

// Most schemas hold nothing of the kind, and then no value need be walked.
function holdsReadOnly(schemas: SchemaReader, schema: JsonSchema | undefined): boolean {
  const resolved = schemas.resolve(schema);
  return keepIn(kept, resolved, () => findsReadOnly(schemas, resolved, new Set()));
}

function findsReadOnly(schemas: SchemaReader, schema: JsonObject, seen: Set<JsonObject>): boolean {
  if (seen.has(schema)) return false;
  seen.add(schema);
  const below = [...schemas.shapeOf(schema).properties.values()];
  const items = itemSchema(schema);
  return (
    below.some((property) => isReadOnly(schemas, property)) ||
    [...below, ...(items === undefined ? [] : [items])].some((part) =>
      findsReadOnly(schemas, schemas.resolve(part), seen),
    )
  );
}
