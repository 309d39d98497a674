import type { JsonSchema, JsonValue } from '@product/spec-model';
import { coerce, coerceList } from '../schema/coerce.ts';
import { itemSchema, type SchemaReader } from '../schema/schema-shape.ts';

/**
 * A header's text in the type that its schema wants: lists and objects as style `simple` writes
 * them.
 *
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#header-object | OpenAPI 3.1, Header Object}
 */
export function readHeaderValue(
  schemas: SchemaReader,
  schema: JsonSchema,
  text: string,
): JsonValue {
  const types = schemas.typesOf(schema);
  if (types.includes('array')) {
    const items = itemSchema(schemas.resolve(schema));
    return coerceList(text === '' ? [] : text.split(/ *, */), schemas.typesOf(items));
  }
  return types.includes('object') ? readObject(schemas, schema, text) : coerce(text, types);
}

function readObject(schemas: SchemaReader, schema: JsonSchema, text: string): JsonValue {
  const { properties } = schemas.shapeOf(schema);
  const parts = text.split(/ *, */);
  const members: [string, JsonValue][] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [name = '', value = ''] = parts.slice(at, at + 2);
    members.push([name, coerce(value, schemas.typesOf(properties.get(name)))]);
  }
  return Object.fromEntries(members);
}
