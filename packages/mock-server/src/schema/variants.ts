import type { JsonObject, JsonSchema } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import { keepIn } from '../model/keep-in.ts';
import { asSchema, type SchemaReader } from './schema-shape.ts';

const maxDepth = 8;

/**
 * The schemas that a value may follow, as far as they are alternatives: each without `$ref`, `anyOf`,
 * `oneOf` and an `allOf` of one part around it.
 *
 * @returns In the document's order, each once, null left out.
 */
export function variantsOf(
  schemas: SchemaReader,
  schema: JsonSchema | undefined,
): readonly JsonObject[] {
  if (!isObject(schema)) return [];
  return keepIn(kept, schema, () => {
    const found = new Set<JsonObject>();
    collect({ schemas, found }, schema, 0);
    return [...found];
  });
}

const kept = new WeakMap<JsonObject, readonly JsonObject[]>();

/** Whether two schemas are one, once the references and lone wrappers around them are taken away. */
export function isSameSchema(
  schemas: SchemaReader,
  left: JsonSchema | undefined,
  right: JsonSchema | undefined,
): boolean {
  const [one, ...more] = variantsOf(schemas, left);
  const [other, ...others] = variantsOf(schemas, right);
  if (one === undefined || more.length !== others.length) return false;
  return one === other && more.every((variant, at) => variant === others[at]);
}

interface Search {
  readonly schemas: SchemaReader;
  readonly found: Set<JsonObject>;
}

function collect(search: Search, schema: JsonSchema | undefined, depth: number): void {
  if (!isObject(schema) || depth > maxDepth) return;
  const resolved = search.schemas.resolve(schema);
  const { anyOf, oneOf, allOf, type } = resolved;
  if (type === 'null') return;
  const parts = [anyOf, oneOf].find(Array.isArray) ?? lone(allOf, resolved);
  if (parts === undefined) search.found.add(resolved);
  for (const part of parts ?? []) collect(search, asSchema(part), depth + 1);
}

// `allOf: [{ $ref }]` is how a description is put beside a reference in OpenAPI 3.0.
function lone(allOf: unknown, { properties }: JsonObject): readonly unknown[] | undefined {
  return Array.isArray(allOf) && allOf.length === 1 && properties === undefined ? allOf : undefined;
}
