import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { instantText } from '../clock/instant.ts';
import { isObject } from '../model/json-read.ts';
import { plainValue } from './complete-row.ts';
import { asSchema, itemSchema, type SchemaReader } from './schema-shape.ts';

/** A value to write: data, or an instant in the form that the schema has for it. */
export type Fillable = JsonValue | Date | undefined;

/** Where the values of an answer come from. */
export interface Filling {
  readonly schemas: SchemaReader;
  /** The value of a property; absent when it knows none. */
  readonly lookUp: (name: string, property: JsonSchema) => Fillable;
  /** The entries of an array that is no property of its own; absent when there are none. */
  readonly entriesOf?: ((items: JsonSchema) => readonly JsonValue[]) | undefined;
}

/**
 * The value that a schema describes, its properties filled one by one.
 *
 * @remarks A property is the value that is known of it, else its only possible value, else an object
 * that is filled in the same way. What is left is null, or left out where it may be.
 */
export function fillSchema(filling: Filling, schema: JsonSchema): JsonValue {
  const { schemas, entriesOf } = filling;
  const resolved = schemas.resolve(schema);
  if (entriesOf !== undefined && schemas.typesOf(schema).includes('array')) {
    return entriesOf(itemSchema(resolved) ?? true);
  }
  const { properties, required } = schemas.shapeOf(schema);
  const filled: [string, JsonValue][] = [];
  for (const [name, property] of properties) {
    const value =
      valueFor(filling, name, property) ?? missing(schemas, property, required.has(name));
    if (value !== undefined) filled.push([name, value]);
  }
  return Object.fromEntries(filled);
}

function valueFor(filling: Filling, name: string, property: JsonSchema): JsonValue | undefined {
  const { schemas } = filling;
  const known = filling.lookUp(name, property);
  if (known instanceof Date) return writeInstant(schemas, property, known);
  if (known !== undefined) return known;
  const { const: constant, enum: choices } = schemas.resolve(property);
  if (constant !== undefined) return constant;
  if (Array.isArray(choices) && choices.length === 1) return choices[0];
  const isNested = schemas.shapeOf(property).properties.size > 0;
  const isList = filling.entriesOf !== undefined && schemas.typesOf(property).includes('array');
  return isNested || isList ? fillSchema(filling, property) : undefined;
}

function missing(
  schemas: SchemaReader,
  property: JsonSchema,
  required: boolean,
): JsonValue | undefined {
  if (schemas.typesOf(property).includes('null')) return null;
  return required ? plainValue(schemas, property) : undefined;
}

// Seconds are what an API means by an integer instant, unless the format speaks of milliseconds.
function writeInstant(schemas: SchemaReader, property: JsonSchema, at: Date): JsonValue {
  const types = schemas.typesOf(property);
  if (!types.includes('integer') && !types.includes('number')) return instantText(at.getTime());
  const isMs = /ms|milli/i.test(String(schemas.resolve(property)['format']));
  return isMs ? at.getTime() : Math.floor(at.getTime() / 1000);
}

/** A property's own `x-` field, or that of the schema it refers to. */
export function extensionOf(
  schemas: SchemaReader,
  property: JsonSchema,
  name: string,
): JsonValue | undefined {
  const own = isObject(property) ? property[name] : undefined;
  return own ?? schemas.resolve(asSchema(property))[name];
}

/** An object's property by any of its customary names. */
export function byAnyName(object: JsonObject, names: readonly string[]): JsonValue | undefined {
  const name = names.find((candidate) => Object.hasOwn(object, candidate));
  return name === undefined ? undefined : object[name];
}
