import {
  type ApiModel,
  isObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  listOf,
  member,
  textOf,
} from '@product/spec-model';

/** Reads a value of the document as a schema. */
export function asSchema(value: JsonValue | undefined): JsonSchema | undefined {
  return typeof value === 'boolean' || isObject(value) ? value : undefined;
}

/** The members of an object schema, in document order. */
export function propertiesOf(schema: JsonSchema): [string, JsonSchema][] {
  const written = typeof schema === 'object' ? member(schema, 'properties') : undefined;
  return isObject(written)
    ? Object.entries(written).map(([name, property]) => [name, asSchema(property) ?? true])
    : [];
}

/** The members that must be there. */
export function requiredOf(schema: JsonSchema): readonly string[] {
  return typeof schema === 'object'
    ? listOf(schema, 'required').filter((name) => typeof name === 'string')
    : [];
}

/** The schemas of `allOf`, `oneOf`, `anyOf` or `prefixItems`. */
export function schemasOf(schema: JsonObject, keyword: string): JsonSchema[] {
  return listOf(schema, keyword)
    .map(asSchema)
    .filter((part) => part !== undefined);
}

/** The `type` keyword as a list. */
export function typesOf(schema: JsonObject): readonly JsonValue[] {
  const type = member(schema, 'type');
  return Array.isArray(type) ? type : type === undefined ? [] : [type];
}

/** The name in `#/components/schemas/<name>`. */
export function schemaName(schema: JsonSchema | undefined): string | undefined {
  const ref = typeof schema === 'object' ? textOf(schema, '$ref') : undefined;
  const [, name] = /^#\/components\/schemas\/([^/]+)$/.exec(ref ?? '') ?? [];
  return name?.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Follows a reference to a named schema; other schemas are given back. */
export function followSchema(
  schema: JsonSchema | undefined,
  schemas: ApiModel['schemas'],
): JsonSchema | undefined {
  let found = schema;
  const seen = new Set<string>();
  for (let name = schemaName(found); name !== undefined; name = schemaName(found)) {
    if (seen.has(name) || !Object.hasOwn(schemas, name)) {
      return undefined;
    }
    seen.add(name);
    found = schemas[name];
  }
  return found;
}

/** The example that the document gives of a schema, if any. */
export function exampleOf(schema: JsonSchema | undefined): JsonValue | undefined {
  return typeof schema === 'object'
    ? (listOf(schema, 'examples')[0] ?? member(schema, 'example'))
    : undefined;
}
