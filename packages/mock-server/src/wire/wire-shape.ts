import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { asTexts, isObject, ownValue } from '../model/json-read.ts';
import { asSchema, type SchemaReader } from '../schema/schema-shape.ts';

/** What a schema says of a value whose type does not travel with it, all its branches put together. */
export interface WireShape {
  /** Names of the types that some branch allows; empty when any will do. */
  readonly types: ReadonlySet<string>;
  /** Whether a text is what it is: nothing else is allowed, or nothing is said. */
  readonly isText: boolean;
  /** Whether a list or an object is allowed. */
  readonly isStructured: boolean;
  /** The branches of `anyOf` and `oneOf` that may be objects; only one of them need hold. */
  readonly alternatives: readonly JsonObject[];
  /** Whether a property of this name is declared. */
  has(name: string): boolean;
  /** The names of the declared properties. */
  names(): Iterable<string>;
  /** What the property of this name is; absent when nothing is said of it. */
  propertyOf(name: string): JsonSchema | undefined;
  /** What the item at this place of a list is. */
  itemAt(index: number): JsonSchema | undefined;
  /** Whether properties that are not declared are described. */
  readonly isOpen: boolean;
}

// Cycles end at what was seen before; this bounds what no real document has.
const maxBranches = 256;

/** Reads the shape of a schema, its references followed. */
export function readWireShape(schemas: SchemaReader, schema: JsonSchema | undefined): WireShape {
  const branches = branchesOf(schemas, schemas.resolve(schema));
  const named = new Map<string, JsonSchema[]>();
  for (const { properties } of branches) {
    if (!isObject(properties)) continue;
    for (const [name, property] of Object.entries(properties)) {
      named.set(name, [...(named.get(name) ?? []), asSchema(property) ?? true]);
    }
  }
  const unions = new Map<string, JsonSchema | undefined>();
  const others = unionOf(branches.flatMap(otherProperties));
  const items = unionOf(schemasIn(branches.map(({ items: each }) => each)));
  const types = new Set(typesOf(schemas, schemas.resolve(schema), 0));
  return {
    types,
    isText: types.size === 0 || (types.size === 1 && types.has('string')),
    isStructured: types.has('array') || types.has('object'),
    alternatives: alternativesOf(schemas, schemas.resolve(schema)),
    has: (name) => named.has(name),
    names: () => named.keys(),
    propertyOf: (name) => {
      const found = named.get(name);
      if (found === undefined) return others;
      if (!unions.has(name)) unions.set(name, unionOf(found));
      return unions.get(name);
    },
    itemAt: (index) => prefixItem(branches, index) ?? items,
    isOpen: others !== undefined,
  };
}

/** The schema and every part of it that describes the same value. */
function branchesOf(schemas: SchemaReader, schema: JsonObject): readonly JsonObject[] {
  const seen = new Set([schema]);
  for (const branch of seen) {
    for (const part of partsOf(branch)) {
      if (seen.size < maxBranches) seen.add(schemas.resolve(part));
    }
  }
  return [...seen];
}

function partsOf({ allOf, anyOf, oneOf, then, else: otherwise }: JsonObject): JsonSchema[] {
  return schemasIn([...listOf(allOf), ...listOf(anyOf), ...listOf(oneOf), then, otherwise]);
}

// A pattern for names is not tried on what strangers send; the validator does that with care.
function otherProperties(branch: JsonObject): JsonSchema[] {
  const { additionalProperties, unevaluatedProperties, patternProperties } = branch;
  const patterned = isObject(patternProperties) ? Object.values(patternProperties) : [];
  const others = schemasIn([additionalProperties, unevaluatedProperties, ...patterned]);
  return others.filter((other) => other !== false);
}

function prefixItem(branches: readonly JsonObject[], index: number): JsonSchema | undefined {
  return unionOf(schemasIn(branches.map(({ prefixItems }) => listOf(prefixItems)[index])));
}

function unionOf(found: readonly JsonSchema[]): JsonSchema | undefined {
  const different = [...new Set(found)];
  return different.length < 2 ? different[0] : { anyOf: different };
}

const maxDepth = 32;

// The schema's own word counts; without one, those of its alternatives, then of what it includes.
function typesOf(schemas: SchemaReader, schema: JsonObject, depth: number): readonly string[] {
  const own = ownTypes(schema);
  if (own.length > 0 || depth > maxDepth) return own;
  const { anyOf, oneOf, allOf, properties, additionalProperties, items } = schema;
  for (const parts of [anyOf, oneOf, allOf]) {
    const found = listOf(parts).map((part) =>
      typesOf(schemas, schemas.resolve(asSchema(part)), depth + 1),
    );
    if (found.some((types) => types.length > 0)) return found.flat();
  }
  if (isObject(properties) || isObject(additionalProperties)) return ['object'];
  return items === undefined ? [] : ['array'];
}

function ownTypes(schema: JsonObject): readonly string[] {
  const { type } = schema;
  const named = typeof type === 'string' ? [type] : asTexts(type);
  if (named.length > 0) return named;
  const constant = ownValue(schema, 'const');
  const values = constant === undefined ? listOf(schema['enum']) : [constant];
  return values.map(typeOf);
}

function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function alternativesOf(schemas: SchemaReader, schema: JsonObject): readonly JsonObject[] {
  const { anyOf, oneOf } = schema;
  return [...listOf(anyOf), ...listOf(oneOf)]
    .map((part) => schemas.resolve(asSchema(part)))
    .filter((part) => {
      const types = typesOf(schemas, part, 0);
      return types.length === 0 || types.includes('object');
    });
}

function schemasIn(values: readonly (JsonValue | undefined)[]): JsonSchema[] {
  return values.map(asSchema).filter((schema) => schema !== undefined);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
