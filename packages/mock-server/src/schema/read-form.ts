import type { JsonSchema, JsonValue } from '@product/spec-model';
import { decodeQuery, readQuery } from '../exchange/read-query.ts';
import { coerce, coerceList } from './coerce.ts';
import { itemSchema, type SchemaReader } from './schema-shape.ts';

/**
 * A form body as an object, each field in the type that its property wants.
 *
 * @returns Absent when its percent-encoding is broken.
 * @see https://url.spec.whatwg.org/#application/x-www-form-urlencoded
 */
export function readForm(
  schemas: SchemaReader,
  schema: JsonSchema | undefined,
  text: string,
): JsonValue | undefined {
  const pairs = readQuery(text);
  if (pairs === undefined) return undefined;
  const fields = new Map<string, string[]>();
  for (const [name, raw] of pairs) {
    fields.set(name, [...(fields.get(name) ?? []), decodeQuery(raw) ?? '']);
  }
  const { properties } = schemas.shapeOf(schema);
  const entries = [...fields].map(([name, texts]): [string, JsonValue] => {
    const property = properties.get(name);
    return [name, readField(schemas, property, texts)];
  });
  // fromEntries defines properties, so that a field called __proto__ is only a field.
  return Object.fromEntries(entries);
}

function readField(
  schemas: SchemaReader,
  property: JsonSchema | undefined,
  texts: readonly string[],
): JsonValue {
  const types = schemas.typesOf(property);
  if (types.includes('array')) {
    return coerceList(texts, schemas.typesOf(itemSchema(schemas.resolve(property))));
  }
  const [first = ''] = texts;
  // A field that came twice must not silently be one: as a list it fails the schema.
  return texts.length === 1 ? coerce(first, types) : [...texts];
}
