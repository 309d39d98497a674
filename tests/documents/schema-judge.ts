import { dereference, initialBaseURI, type Schema, validate } from '@cfworker/json-schema';
import { type Json, members } from '../contract/open-document.ts';
import { findAt, listOf, type Node } from './open-document.ts';

/** Says what a schema of the document refuses about a value. */
export type SchemaJudge = (schema: Json, value: unknown) => string | undefined;

const ONE = [
  ...['items', 'contains', 'additionalProperties', 'unevaluatedProperties', 'not', 'if'],
  ...['then', 'else', 'propertyNames', 'unevaluatedItems'],
];
const LISTS = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const PLAIN = [
  ...['type', 'const', 'enum', 'multipleOf', 'maximum', 'minimum', 'maxLength', 'minLength'],
  ...['exclusiveMaximum', 'exclusiveMinimum', 'maxItems', 'minItems', 'uniqueItems', 'format'],
  ...['maxContains', 'minContains', 'maxProperties', 'minProperties', 'dependentRequired'],
];

/** Formats of OpenAPI's registry that the validator does not know. */
const RANGES: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['int32', { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 }],
  ['int64', { minimum: -(2 ** 63), maximum: 2 ** 63 }],
  ['byte', { pattern: '^[A-Za-z0-9+/]*={0,2}$' }],
]);

type Plain = { [name: string]: Json };

/**
 * Holds answers against the document's schemas with `@cfworker/json-schema`.
 *
 * @remarks What is `writeOnly` need not be in an answer (OpenAPI 3.1, Fixed Fields of a schema).
 * @param root - The document in OpenAPI 3.1.
 * @param direction - Requests need nothing that is `readOnly`, and may have anything there.
 */
export function createSchemaJudge(
  root: Node,
  direction: 'request' | 'response' = 'response',
): SchemaJudge {
  const absent = direction === 'request' ? 'readOnly' : 'writeOnly';
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
    keep(convert(findAt(root, ref) ?? true, { root, define, absent }), name);
    return name;
  };
  const own = (schema: Json): Schema | boolean => {
    const kept =
      known.get(schema) ?? keep(convert(schema, { root, define, absent }), `own${known.size}`);
    known.set(schema, kept);
    return kept;
  };
  return (schema, value) => {
    const { valid, errors } = validate(value, own(schema), '2020-12', lookup, false);
    if (valid) return undefined;
    const told = errors.filter(({ keyword }) => !/^(\$ref|properties|items)$/.test(keyword));
    const lines = told
      .slice(-4)
      .map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
    return lines.join(' ');
  };
}

interface Conversion {
  readonly root: Node;
  /** Converts what a reference leads to, once. */
  readonly define: (ref: string) => string;
  /** What need not be there. */
  readonly absent: 'readOnly' | 'writeOnly';
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
  for (const [keyword, held] of Object.entries(node)) {
    const converted = convertKeyword(keyword, { held, node, how });
    if (converted !== undefined) own[keyword] = converted;
  }
  const range = RANGES.get(String(node['format']));
  if (range !== undefined) own['allOf'] = [...listOf(own['allOf']), range];
  // Scalar's upgrader leaves it where there is no `type`; Stripe and others mean it there, too.
  return node['nullable'] === true ? { anyOf: [{ type: 'null' }, own] } : own;
}

interface Keyword {
  readonly held: Json;
  /** The schema that has it. */
  readonly node: Node;
  readonly how: Conversion;
}

/** A keyword of JSON Schema as the validator takes it; nothing for all others. */
function convertKeyword(keyword: string, { held, node, how }: Keyword): Json | undefined {
  if (PLAIN.includes(keyword)) return held;
  if (ONE.includes(keyword)) return convert(held, how);
  if (LISTS.includes(keyword)) return listOf(held).map((one) => convert(one, how));
  if (MAPS.includes(keyword)) return convertMap(members(held), how);
  if (keyword === '$ref') return `#/$defs/${how.define(String(held))}`;
  if (keyword === 'pattern') return isUsable(String(held)) ? held : undefined;
  if (keyword !== 'required') return undefined;
  const { properties } = node;
  return listOf(held).filter((name) => !isAbsent(members(properties)[String(name)], how));
}

function convertMap(map: Node, how: Conversion): Plain {
  return Object.fromEntries(
    Object.entries(map).map(([name, schema]) => {
      const isFree = how.absent === 'readOnly' && isAbsent(schema, how);
      return [name, isFree || convert(schema, how)];
    }),
  );
}

function isAbsent(schema: Json | undefined, { root, absent }: Conversion): boolean {
  const written = members(schema);
  const ref = written['$ref'];
  const property = typeof ref === 'string' ? members(findAt(root, ref)) : written;
  return property[absent] === true;
}

function isUsable(pattern: string): boolean {
  // The mock does not hold a look-around against a long text: its README says so.
  if (pattern.includes('(?!') || pattern.includes('(?=') || pattern.includes('(?<')) return false;
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false; // not ECMA 262: the document's own fault
  }
}
