import type { ApiModel, JsonValue } from '@product/spec-model';
import type { StoredCollections } from '../infer/stored-collections.ts';
import { isObject } from './json-read.ts';

/** A document that comes with the package: its model, and what was inferred from it. */
export interface BuiltIn {
  readonly model: ApiModel;
  readonly collections: StoredCollections;
}

/** Data in which what occurs several times is written once. */
export interface Packed {
  /** What occurs several times. Each may refer to those before it. */
  readonly shared: readonly JsonValue[];
  /** All the rest. `{ "$": 3 }` stands for the fourth of what is shared. */
  readonly rest: JsonValue;
}

/**
 * Reads what the generator packed.
 *
 * @remarks What was written once is one object, wherever it occurs: a schema that twenty operations
 * share is compiled once.
 */
export function unpack<T = BuiltIn>({ shared, rest }: Packed): T {
  const known: JsonValue[] = [];
  for (const value of shared) known.push(fillIn(value, known));
  return fillIn(rest, known) as JsonValue & T; // the generator wrote it, and says what it is
}

function fillIn(value: JsonValue, known: readonly JsonValue[]): JsonValue {
  if (Array.isArray(value)) return value.map((item) => fillIn(item, known));
  if (!isObject(value)) return value;
  const place = value['$'];
  if (typeof place === 'number') return known[place] ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]): [string, JsonValue] => [name, fillIn(entry, known)]),
  );
}
