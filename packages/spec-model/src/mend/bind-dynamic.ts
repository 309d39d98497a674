import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject, member, textOf } from '../json-reader.ts';
import { segmentsOf } from '../reference.ts';

// Deeper than any schema that was written by hand or from code.
const MOST_LEVELS = 1_000;

/** Schemas that stand for `$dynamicRef`, by the anchor that it names. */
type Bindings = ReadonlyMap<string, JsonObject>;

interface Templates {
  /** Components that leave a part open with `$dynamicRef`, by name. */
  readonly open: ReadonlyMap<string, JsonObject>;
}

/**
 * Writes out what `$dynamicRef` leaves open: `Page<Item>` as JSON Schema 2020-12 says it, a schema
 * that refers to a template and has a `$dynamicAnchor` for its open part in `$defs`.
 *
 * @remarks All readers then find plain schemas. Of a document without templates nothing is walked
 * but its named schemas.
 * @param document - Is not changed.
 * @see JSON Schema 2020-12 Core §8.2.3.2
 */
export function bindDynamic(document: JsonObject): JsonObject {
  const schemas = member(member(document, 'components'), 'schemas');
  const open = new Map<string, JsonObject>();
  for (const [name, schema] of Object.entries(isObject(schemas) ? schemas : {})) {
    if (isObject(schema) && hasOpenPart(schema, 0)) open.set(name, schema);
  }
  if (open.size === 0) return document;
  const bound = bindIn({ open }, document, 0);
  return isObject(bound) ? bound : document;
}

function hasOpenPart(value: JsonValue, level: number): boolean {
  if (typeof value !== 'object' || value === null || level > MOST_LEVELS) return false;
  if (isObject(value) && typeof value['$dynamicRef'] === 'string') return true;
  return Object.values(value).some((held: JsonValue) => hasOpenPart(held, level + 1));
}

/** The same, with each use of a template in it written out. */
function bindIn(templates: Templates, value: JsonValue, level: number): JsonValue {
  if (typeof value !== 'object' || value === null || level > MOST_LEVELS) return value;
  const bindings = isObject(value) ? bindingsOf(value) : undefined;
  const template = isObject(value) ? templateOf(templates, value) : undefined;
  const goOn = (held: JsonValue): JsonValue => bindIn(templates, held, level + 1);
  if (!isObject(value)) return value.map(goOn);
  if (bindings === undefined || template === undefined) return mapMembers(value, goOn);
  const { $ref: _, $defs: __, ...own } = value;
  const filled = fill({ templates, bindings, level }, template);
  const written = isObject(filled) ? filled : {};
  const isClear = Object.keys(own).every((name) => !(name in written) || isRemark(name));
  return isClear ? { ...written, ...own } : { ...own, allOf: [written, ...listed(own['allOf'])] };
}

function isRemark(name: string): boolean {
  return ['$id', 'title', 'description', 'xml', 'example', 'examples'].includes(name);
}

function listed(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function bindingsOf(schema: JsonObject): Bindings | undefined {
  const defs = member(schema, '$defs');
  const found = new Map<string, JsonObject>();
  for (const held of Object.values(isObject(defs) ? defs : {})) {
    const anchor = isObject(held) ? textOf(held, '$dynamicAnchor') : undefined;
    if (anchor === undefined || !isObject(held)) continue;
    const { $dynamicAnchor: _, ...bound } = held;
    found.set(anchor, bound);
  }
  return found.size === 0 ? undefined : found;
}

function templateOf({ open }: Templates, schema: JsonObject): JsonObject | undefined {
  const ref = textOf(schema, '$ref');
  if (ref === undefined || !ref.startsWith('#/components/schemas/')) return undefined;
  return open.get(segmentsOf(ref)[2] ?? '');
}

interface Filling {
  readonly templates: Templates;
  readonly bindings: Bindings;
  readonly level: number;
}

/** A template with what is bound in its open parts; templates within it are filled as well. */
function fill({ templates, bindings, level }: Filling, value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null || level > MOST_LEVELS) return value;
  const goOn = (held: JsonValue): JsonValue =>
    fill({ templates, bindings, level: level + 1 }, held);
  if (!isObject(value)) return value.map(goOn);
  const { $dynamicRef: ref, $defs: _, $id: __, ...rest } = value;
  const bound = typeof ref === 'string' ? bindings.get(ref.slice(1)) : undefined;
  if (bound !== undefined) return { ...rest, ...bound };
  return mapMembers(ref === undefined ? rest : { ...rest, $dynamicRef: ref }, goOn);
}

function mapMembers(value: JsonObject, change: (held: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, change(held)]));
}
