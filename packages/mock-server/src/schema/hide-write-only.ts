import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import { keepIn } from '../model/keep-in.ts';
import { extensionOf } from './fill-schema.ts';
import type { SchemaReader, SchemaShape } from './schema-shape.ts';

/**
 * Splits a row into what the API shows and what its schema calls `writeOnly`, such as a password:
 * of that, a keyed hash is kept and nothing else.
 */
export function hideWriteOnly(
  { schemas, pepper }: Pick<Core, 'schemas' | 'pepper'>,
  schema: JsonSchema,
  row: JsonObject,
): { readonly shown: JsonObject; readonly hidden: JsonObject } {
  const names = hiddenNames(schemas, schemas.shapeOf(schema));
  if (names.size === 0) return { shown: row, hidden: {} };
  const shown: [string, JsonValue][] = [];
  const hidden: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(row)) {
    if (!names.has(name)) shown.push([name, value]);
    else if (typeof value === 'string' && value !== '') hidden.push([name, pepper.hash()(value)]);
  }
  return { shown: Object.fromEntries(shown), hidden: Object.fromEntries(hidden) };
}

const kept = new WeakMap<SchemaShape, ReadonlySet<string>>();

function hiddenNames(schemas: SchemaReader, shape: SchemaShape): ReadonlySet<string> {
  return keepIn(kept, shape, () => {
    const hidden = [...shape.properties].filter(
      ([, property]) => extensionOf(schemas, property, 'writeOnly') === true,
    );
    return new Set(hidden.map(([name]) => name));
  });
}
