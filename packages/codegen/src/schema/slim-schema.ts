import {
  isObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  member,
} from '@product/spec-model';
import { schemaName } from './schema-reader.ts';

/** Keywords that say nothing about what a value may be. */
const ANNOTATIONS = new Set([
  ...['title', 'description', 'example', 'examples', 'default', 'deprecated', 'readOnly'],
  ...['writeOnly', 'externalDocs', 'discriminator', 'xml', '$comment', '$schema', '$id', 'id'],
]);

/** Keywords whose value is no schema, and is kept as it is. */
const DATA = new Set(['enum', 'const', 'type', 'pattern', 'format']);

/** Keywords whose members are schemas, whatever they are called. */
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);

/**
 * A schema as a validator of answers needs it: no prose, references to `#/$defs/…`, and no duty to send
 * what is only ever received.
 *
 * @param schema - The schema.
 * @param onName - Told each named schema that it refers to.
 */
export function slimSchema(schema: JsonSchema, onName: (name: string) => void): JsonValue {
  if (!isObject(schema)) {
    return schema;
  }
  const slim = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) {
      return value.map(slim);
    }
    return isObject(value) ? slimSchema(value, onName) : value;
  };
  const kept = Object.entries(schema)
    .filter(([keyword]) => !ANNOTATIONS.has(keyword) && !keyword.startsWith('x-'))
    .map(([keyword, value]): [string, JsonValue] => {
      if (keyword === '$ref') {
        return [keyword, rename(schema, onName)];
      }
      if (keyword === 'required') {
        return [keyword, withoutWriteOnly(value, schema)];
      }
      if (MAPS.has(keyword) && isObject(value)) {
        const entries = Object.entries(value).map(([name, part]) => [name, slim(part)] as const);
        return [keyword, Object.fromEntries(entries)];
      }
      return [keyword, DATA.has(keyword) ? value : slim(value)];
    });
  return Object.fromEntries(kept);
}

function rename(schema: JsonObject, onName: (name: string) => void): JsonValue {
  const name = schemaName(schema);
  const ref = schema['$ref'] ?? '';
  if (name === undefined) {
    return ref;
  }
  onName(name);
  return String(ref).replace('#/components/schemas/', '#/$defs/');
}

function withoutWriteOnly(required: JsonValue, schema: JsonObject): JsonValue {
  const properties = member(schema, 'properties');
  return Array.isArray(required)
    ? required.filter((name) => member(member(properties, String(name)), 'writeOnly') !== true)
    : required;
}
