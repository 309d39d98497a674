import type { JsonObject, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import type { SchemaFault } from '../schema/schema-fault.ts';

const maxRounds = 6;

/**
 * An object without the members in which its faults lie, as long as that helps.
 *
 * @param check - What is wrong with an object.
 * @param kept - Members that stay.
 * @returns Absent when the fault is not in a member, or in one that stays.
 */
export function prune(
  value: JsonObject,
  check: (value: JsonObject) => readonly SchemaFault[],
  kept: JsonObject = {},
): JsonObject | undefined {
  let pruned: JsonObject = value;
  for (let round = 0; round < maxRounds; round++) {
    const faults = check(pruned);
    if (faults.length === 0) return pruned;
    for (const { pointer } of faults) {
      const [, ...path] = pointer.split('/').map(unescapeToken);
      const [first] = path;
      if (first === undefined || Object.hasOwn(kept, first)) return undefined;
      const less = removeAt(pruned, path);
      if (!isObject(less)) return undefined;
      pruned = less;
    }
  }
  return undefined;
}

const unescapeToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

// What is missing cannot be removed: then what lacks it goes.
function removeAt(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  const [name = '', ...rest] = path;
  if (Array.isArray(value)) {
    const entries: readonly JsonValue[] = value;
    const inner = entries[Number(name)];
    const less = rest.length === 0 || inner === undefined ? undefined : removeAt(inner, rest);
    return entries.flatMap((entry, at) =>
      at !== Number(name) ? [entry] : less === undefined ? [] : [less],
    );
  }
  if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
  const inner = value[name];
  const less = rest.length === 0 || inner === undefined ? undefined : removeAt(inner, rest);
  const entries = Object.entries(value).flatMap(([key, entry]): [string, JsonValue][] => {
    if (key !== name) return [[key, entry]];
    return less === undefined ? [] : [[key, less]];
  });
  return Object.fromEntries(entries);
}
