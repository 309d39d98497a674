import type { JsonObject, JsonValue } from '@product/spec-model';
import { asObject, asTexts, isObject, ownValue } from '../../model/json-read.ts';
import type { Link } from './schema-source.ts';

/** A property by whose value the branches of a union exclude each other. */
export interface Tags {
  readonly property: string;
  /** The index of the branch, by its constant. */
  readonly branches: ReadonlyMap<string, number>;
}

/**
 * Finds the property that tells the branches of a union apart: in each of them it has constants of
 * its own.
 *
 * @remarks Such a union is decided by asking one branch, and the answer is that of asking all. The
 * document's `discriminator` is not believed: what it maps, the branches need not bear out.
 * @returns Absent when there is none; then every branch must be asked.
 */
export function readTags(parts: readonly JsonValue[], link: Link): Tags | undefined {
  const all = parts.map((part) => propertiesOf(part, link));
  const [first] = all;
  if (all.length < 2 || first === undefined) return undefined;
  for (const property of Object.keys(first)) {
    const branches = new Map<string, number>();
    if (
      all.every((properties, index) => addTags(branches, ownValue(properties, property), index))
    ) {
      return { property, branches };
    }
  }
  return undefined;
}

/**
 * The index of the one branch that a value can match; -1 when it can match none.
 *
 * @returns Absent when the value does not say: it is no object, or has no tag.
 */
export function branchOf({ property, branches }: Tags, value: JsonValue): number | undefined {
  const tag = isObject(value) ? ownValue(value, property) : undefined;
  if (tag === undefined) return undefined;
  return (typeof tag === 'string' ? branches.get(tag) : undefined) ?? -1;
}

function addTags(
  branches: Map<string, number>,
  schema: JsonValue | undefined,
  index: number,
): boolean {
  if (!isObject(schema) || schema['nullable'] === true) return false;
  const { const: only, enum: several } = schema;
  const tags = only === undefined ? several : [only];
  if (!Array.isArray(tags) || tags.length === 0 || asTexts(tags).length < tags.length) return false;
  if (tags.some((tag) => branches.has(tag))) return false;
  for (const tag of tags) branches.set(tag, index);
  return true;
}

function propertiesOf(schema: JsonValue, link: Link): JsonObject {
  let here: JsonValue | undefined = schema;
  for (let step = 0; step < 32 && isObject(here); step++) {
    const ref: JsonValue | undefined = here['$ref'];
    if (typeof ref !== 'string') return asObject(here['properties']);
    here = link.peek(ref);
  }
  return {};
}
