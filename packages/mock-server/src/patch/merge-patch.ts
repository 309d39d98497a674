import type { JsonObject, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';

/**
 * What a value is after a JSON merge patch.
 *
 * @see RFC 7396 §2
 */
export function mergePatch(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isObject(patch)) return patch;
  const members = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) members.delete(name);
    else members.set(name, mergePatch(members.get(name), value));
  }
  // fromEntries defines members, so that one called __proto__ is only a member.
  return Object.fromEntries(members) satisfies JsonObject;
}
