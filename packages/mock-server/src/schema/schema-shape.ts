import type { ApiModel, JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { asTexts, isObject, ownValue } from '../model/json-read.ts';
import { keepIn } from '../model/keep-in.ts';

/** The properties that an object schema names, its references followed and its `allOf` merged. */
export interface SchemaShape {
  readonly properties: ReadonlyMap<string, JsonSchema>;
  readonly required: ReadonlySet<string>;
}

/** Reads schemas without compiling them. */
export interface SchemaReader {
  /** Follows `$ref` to the schema itself; gives up after 32 steps and answers the last. */
  resolve(schema: JsonSchema | undefined): JsonObject;
  /** The object's properties; kept once read. */
  shapeOf(schema: JsonSchema | undefined): SchemaShape;
  /** The value that stands for a missing one: of the schema, or of what it refers to. */
  defaultOf(schema: JsonSchema | undefined): JsonValue | undefined;
  /** The types that a schema allows by name; empty when it names none. */
  typesOf(schema: JsonSchema | undefined): readonly string[];
}

const prefix = '#/components/schemas/';
const maxDepth = 32;

/** The name of the component that a schema refers to; absent when it is not a reference. */
export function componentName(schema: JsonSchema | undefined): string | undefined {
  const ref = isObject(schema) ? schema['$ref'] : undefined;
  if (typeof ref !== 'string' || !ref.startsWith(prefix)) return undefined;
  return decodeName(ref.slice(prefix.length));
}

/** Reads the schemas of a model. */
export function createSchemaReader(schemas: ApiModel['schemas']): SchemaReader {
  const shapes = new WeakMap<JsonObject, SchemaShape>();
  const targets = new Map<string, JsonObject>();

  function resolve(schema: JsonSchema | undefined): JsonObject {
    if (!isObject(schema)) return {};
    const ref = schema['$ref'];
    if (typeof ref !== 'string' || !ref.startsWith(prefix)) return schema;
    return keepIn(targets, ref, () => follow(schema));
  }

  function follow(schema: JsonObject): JsonObject {
    let here: JsonSchema | undefined = schema;
    for (let step = 0; step < maxDepth; step++) {
      const name = componentName(here);
      if (name === undefined) break;
      here = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    }
    return isObject(here) ? here : {};
  }

  function shapeOf(schema: JsonSchema | undefined): SchemaShape {
    const resolved = resolve(schema);
    return keepIn(shapes, resolved, () => {
      const draft = { properties: new Map(), required: new Set<string>() };
      mergeInto(draft, resolved, new Set());
      return draft;
    });
  }

  // A part that was merged adds nothing the second time, and parts may hold each other.
  function mergeInto(draft: ShapeDraft, schema: JsonObject, merged: Set<JsonObject>): void {
    if (merged.has(schema)) return;
    merged.add(schema);
    for (const part of asList(schema['allOf'])) {
      mergeInto(draft, resolve(asSchema(part)), merged);
    }
    addOwn(draft, schema);
  }

  function typesOf(schema: JsonSchema | undefined): readonly string[] {
    const resolved = resolve(schema);
    const { type, anyOf, oneOf, allOf } = resolved;
    if (typeof type === 'string') return [type];
    if (Array.isArray(type)) return asTexts(type);
    const parts = [anyOf, oneOf, allOf].find(Array.isArray) ?? [];
    return parts.flatMap((part) => shallowTypes(resolve(asSchema(part))));
  }

  const defaultOf = (schema: JsonSchema | undefined): JsonValue | undefined =>
    isObject(schema) && schema['default'] !== undefined
      ? schema['default']
      : resolve(schema)['default'];

  return { resolve, shapeOf, defaultOf, typesOf };
}

/** The value as a schema; absent when it is neither an object nor a boolean. */
export function asSchema(value: unknown): JsonSchema | undefined {
  return typeof value === 'boolean' || isObject(value) ? value : undefined;
}

/** The schema of an array's items. */
export function itemSchema(array: JsonObject): JsonSchema | undefined {
  return asSchema(ownValue(array, 'items'));
}

interface ShapeDraft {
  readonly properties: Map<string, JsonSchema>;
  readonly required: Set<string>;
}

function addOwn(draft: ShapeDraft, { properties, required }: JsonObject): void {
  for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) {
    draft.properties.set(name, asSchema(property) ?? {});
  }
  for (const name of asTexts(required)) draft.required.add(name);
}

function asList(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function shallowTypes({ type }: JsonObject): readonly string[] {
  return typeof type === 'string' ? [type] : asTexts(type);
}

function decodeName(name: string): string {
  // Nearly all names are plain, and references are followed all the time.
  if (!name.includes('%') && !name.includes('~')) return name;
  return decodePercents(name).replaceAll('~1', '/').replaceAll('~0', '~');
}

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
