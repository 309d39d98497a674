import { dereference, initialBaseURI, type Schema, validate } from '@cfworker/json-schema';
import { type Json, members } from '../contract/open-document.ts';
import { findAt, listOf, type Node } from './open-document.ts';

/** Says what a schema of the document refuses about a value. */
export type SchemaJudge = (schema: Json, value: unknown) => string | undefined;

const ONE = ['items', 'contains', 'additionalProperties', 'unevaluatedProperties', 'not', 'if'];
const MORE_ONE = ['then', 'else', 'propertyNames', 'unevaluatedItems'];
const LISTS = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const PLAIN = [
  ...['type', 'const', 'enum', 'multipleOf', 'maximum', 'minimum', 'maxLength', 'minLength'],
  ...['exclusiveMaximum', 'exclusiveMinimum', 'maxItems', 'minItems', 'uniqueItems', 'format'],
  ...['maxContains', 'minContains', 'maxProperties', 'minProperties', 'dependentRequired'],
];

type Plain = { [name: string]: Json };

/**
 * Holds answers against the document's schemas with `@cfworker/json-schema`.
 *
 * @remarks What is `writeOnly` need not be in an answer (OpenAPI 3.1, Fixed Fields of a schema).
 * @param root - The document in OpenAPI 3.1.
 */
export function createSchemaJudge(root: Node): SchemaJudge {
  const named = new Set<string>();
  const known = new Map<Json, Schema | boolean>();
  const lookup: { [address: string]: Schema | boolean } = Object.create(null);
  const keep = (schema: Json, name: string): Schema | boolean => {
    const kept = schema as Schema | boolean; // `convert` leaves nothing else
    dereference(kept, lookup, initialBaseURI, `/$defs/${name}`);
    return kept;
  };
  const define = (ref: string): string => {
    const name = nameOf(ref);
    if (named.has(name)) return name;
    named.add(name); // before it is converted: it may refer to itself
    keep(convert(findAt(root, ref) ?? true, { root, define }), name);
    return name;
  };
  const own = (schema: Json): Schema | boolean => {
    const kept = known.get(schema) ?? keep(convert(schema, { root, define }), `own${known.size}`);
    known.set(schema, kept);
    return kept;
  };
  return (schema, value) => {
    const { valid, errors } = validate(value, own(schema), '2020-12', lookup, false);
    if (valid) return undefined;
    const told = errors.filter(({ keyword }) => !/^(\$ref|properties|items)$/.test(keyword));
    const lines = told.slice(-4).map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
    return lines.join(' ');
  };
}

interface Conversion {
  readonly root: Node;
  /** Converts what a reference leads to, once. */
  readonly define: (ref: string) => string;
}

// The name must be the same text in a reference and in a pointer.
function nameOf(ref: string): string {
  return `d${Buffer.from(ref).toString('hex')}`;
}

/** Only keywords of JSON Schema: examples and extensions may hold what looks like schemas. */
function convert(schema: Json, how: Conversion): Json {
  if (typeof schema === 'boolean') return schema;
  const node = members(schema);
  const own: Plain = {};
  for (const name of PLAIN) if (node[name] !== undefined) own[name] = node[name];
  for (const name of [...ONE, ...MORE_ONE]) {
    if (node[name] !== undefined) own[name] = convert(node[name], how);
  }
  for (const name of LISTS) {
    if (node[name] !== undefined) own[name] = listOf(node[name]).map((one) => convert(one, how));
  }
  for (const name of MAPS) {
    if (node[name] !== undefined) own[name] = convertMap(members(node[name]), how);
  }
  if (typeof node['pattern'] === 'string' && isUsable(node['pattern'])) {
    own['pattern'] = node['pattern'];
  }
  const required = listOf(node['required']).filter((name) => !isWriteOnly(node, { name, how }));
  if (required.length > 0) own['required'] = required;
  const ref = node['$ref'];
  if (typeof ref === 'string') own['$ref'] = `#/$defs/${how.define(ref)}`;
  return own;
}

function convertMap(map: Node, how: Conversion): Plain {
  return Object.fromEntries(
    Object.entries(map).map(([name, schema]) => [name, convert(schema, how)]),
  );
}

function isWriteOnly(
  node: Node,
  { name, how }: { readonly name: Json; readonly how: Conversion },
): boolean {
  let property = members(members(node['properties'])[String(name)]);
  const ref = property['$ref'];
  if (typeof ref === 'string') property = members(findAt(how.root, ref));
  return property['writeOnly'] === true;
}

function isUsable(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false; // not ECMA 262: the document's own fault
  }
}
