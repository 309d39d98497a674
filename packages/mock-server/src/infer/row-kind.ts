import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import { keepIn } from '../model/keep-in.ts';
import { kindsOf } from '../schema/kinds.ts';
import { asSchema, componentName, type SchemaReader } from '../schema/schema-shape.ts';
import { foldName, singular, wordsOf } from './fold-name.ts';

/** What a row looks like, so that rows of two operations can be compared. */
export interface RowKind {
  /** Of alternatives, the one that is meant. */
  readonly schema: JsonSchema;
  /** What `schema` refers to. */
  readonly resolved: JsonObject;
  /** The name of the component, undefined for a schema that stands where it is used. */
  readonly component: string | undefined;
  /** The component's noun without words such as `minimal` or `Dto`, folded; empty without one. */
  readonly noun: string;
  readonly properties: ReadonlyMap<string, JsonSchema>;
}

const kinds = new WeakMap<JsonObject, RowKind>();
const folded = new WeakMap<RowKind['properties'], ReadonlyMap<string, string>>();

/**
 * Reads what a row of a schema looks like: of alternatives, the first that is a whole object; where a
 * member tells them apart, rows are of all of them.
 */
export function readRowKind(schemas: SchemaReader, schema: JsonSchema): RowKind {
  const several = areViews(schemas, schema) ? undefined : kindsOf(schemas, schema);
  const main = several === undefined ? mainBranch(schemas, schema) : schema;
  const resolved = schemas.resolve(main);
  const known = kinds.get(resolved);
  if (known !== undefined) return known;
  const component = componentName(main) ?? componentName(onlyPart(resolved));
  const { properties } = several?.shape ?? schemas.shapeOf(main);
  const noun = component === undefined ? '' : componentNoun(component);
  const kind = { schema: main, resolved, component, noun, properties };
  kinds.set(resolved, kind);
  return kind;
}

/** The property of a row that has a folded name: the first of those that are alike. */
export function propertyNamed({ properties }: RowKind, name: string): string | undefined {
  return keepIn(folded, properties, () => {
    const names = [...properties.keys()].reverse();
    return new Map(names.map((one) => [foldName(one), one]));
  }).get(name);
}

// `private-user` and `public-user` are views of one kind of rows, whatever tells them apart, and the
// record of a deletion is none.
function areViews(schemas: SchemaReader, schema: JsonSchema): boolean {
  const { oneOf, anyOf } = schemas.resolve(schema);
  const parts: readonly JsonValue[] = [oneOf, anyOf].find(Array.isArray) ?? [];
  const nouns = new Set(parts.map((part) => componentNoun(componentName(asSchema(part)) ?? '')));
  const isOneNoun = nouns.size === 1 && !nouns.has('');
  return isOneNoun || parts.some((part) => tellsDeletion(schemas, asSchema(part)));
}

/**
 * How alike two rows are: the same schema, or one noun with most properties in common, such as
 * `minimal-repository` and `full-repository`.
 */
export function compareRows(left: RowKind, right: RowKind): 'same' | 'similar' | 'different' {
  if (left.resolved === right.resolved) return 'same';
  if (left.component !== undefined && left.component === right.component) return 'same';
  if (left.noun !== right.noun) return 'different';
  const [less, more] = left.properties.size < right.properties.size ? [left, right] : [right, left];
  let shared = 0;
  for (const name of less.properties.keys()) if (more.properties.has(name)) shared++;
  // Without a name only the properties tell, so nearly all of both have to be there.
  const least = left.noun === '' ? more.properties.size * 0.8 : less.properties.size * 0.6;
  return shared > 0 && shared >= least ? 'similar' : 'different';
}

/**
 * The branch of `anyOf` or `oneOf` that says what is meant: the first object that is no deletion
 * record, else the first that is not null; the schema itself when there are no branches.
 */
export function mainBranch(schemas: SchemaReader, schema: JsonSchema): JsonSchema {
  const resolved = schemas.resolve(schema);
  const { anyOf, oneOf, properties } = resolved;
  const found = [anyOf, oneOf].find(Array.isArray);
  if (found === undefined || isObject(properties)) return schema;
  const known = mains.get(resolved);
  if (known !== undefined) return known === resolved ? schema : known;
  // Until it is known, so that a schema that is its own branch ends here.
  mains.set(resolved, resolved);
  const branches = found.map((branch: JsonValue) => mainBranch(schemas, asSchema(branch) ?? {}));
  const main =
    branches.find((branch) => isRow(schemas, branch)) ??
    branches.find((branch) => !schemas.typesOf(branch).includes('null'));
  if (main === undefined) return schema;
  mains.set(resolved, main);
  return main;
}

const mains = new WeakMap<JsonObject, JsonSchema>();

/** Whether a schema describes an object with properties. */
export function hasProperties(schemas: SchemaReader, schema: JsonSchema | undefined): boolean {
  const { properties } = schemas.resolve(schema);
  // What names some itself needs no reading of all that it is made of.
  if (isObject(properties)) for (const _ in properties) return true;
  return schemas.shapeOf(schema).properties.size > 0;
}

function isRow(schemas: SchemaReader, branch: JsonSchema): boolean {
  return hasProperties(schemas, branch) && !tellsDeletion(schemas, branch);
}

function tellsDeletion(schemas: SchemaReader, branch: JsonSchema | undefined): boolean {
  const deleted = schemas.shapeOf(branch).properties.get('deleted');
  const { enum: choices, const: constant } = schemas.resolve(deleted);
  return constant === true || (Array.isArray(choices) && !choices.includes(false));
}

// `allOf` of one reference is how descriptions were put beside a `$ref` before OpenAPI 3.1.
function onlyPart({ allOf, properties }: JsonObject): JsonSchema | undefined {
  const [part, ...more] = Array.isArray(allOf) ? allOf : [];
  return more.length === 0 && properties === undefined ? asSchema(part) : undefined;
}

const qualifiers = new Set(
  `minimal full simple basic public private short summary detail details detailed base nullable list item
  response dto object model resource read out output view result data entity schema representation
  with extended compact partial search`.split(/\s+/),
);

function componentNoun(component: string): string {
  const words = wordsOf(component);
  const kept = words.filter((word) => !qualifiers.has(word));
  return singular(foldName((kept.length > 0 ? kept : words).join('')));
}
