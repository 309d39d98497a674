import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import { extensionOf } from './fill-schema.ts';

/**
 * Splits a row into what the API shows and what its schema calls `writeOnly`, such as a password:
 * of that, a keyed hash is kept and nothing else.
 */
export function hideWriteOnly(
  { schemas, pepper }: Pick<Core, 'schemas' | 'pepper'>,
  schema: JsonSchema,
  row: JsonObject,
): { readonly shown: JsonObject; readonly hidden: JsonObject } {
  const { properties } = schemas.shapeOf(schema);
  const shown: [string, JsonValue][] = [];
  const hidden: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(row)) {
    const property = properties.get(name) ?? {};
    if (extensionOf(schemas, property, 'writeOnly') !== true) shown.push([name, value]);
    else if (typeof value === 'string' && value !== '') hidden.push([name, pepper.hash()(value)]);
  }
  return { shown: Object.fromEntries(shown), hidden: Object.fromEntries(hidden) };
}
