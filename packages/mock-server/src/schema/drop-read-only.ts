import type { JsonSchema, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
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
