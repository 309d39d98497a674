import type { JsonObject, JsonValue } from '../api-model.ts';
import { isObject } from '../json-reader.ts';
import { pointerTo } from '../reference.ts';
import { ActionError } from './action-error.ts';
import type { Path } from './select-nodes.ts';

/** Takes the path of each value that is added or replaced. */
export type OnChange = (path: Path) => void;

/** Where a merge happens. */
export interface MergePlace {
  /** Of the value that is updated. */
  readonly path: Path;
  /** Hears of each value that is added or replaced. */
  readonly onChange: OnChange;
  /** The member of the action that the update comes from. */
  readonly member: 'update' | 'copy';
}

/**
 * Merges an update into a value: objects member by member, lists one after the other, and a
 * primitive is replaced.
 *
 * @remarks Nothing is changed in place, and members are only ever defined, never assigned:
 * a member named `__proto__` is one like any other.
 *
 * @throws An {@link ActionError} with code `incompatible-update` when the kinds differ.
 * @see Overlay 1.1.0, Action Object
 */
export function mergeValue(value: JsonValue, update: JsonValue, place: MergePlace): JsonValue {
  if (isObject(value) && isObject(update)) {
    return mergeMembers(value, update, place);
  }
  if (isList(value) && isList(update)) {
    return append(value, update, place);
  }
  if (isPrimitive(value) && isPrimitive(update)) {
    place.onChange(place.path);
    return update;
  }
  const message = `cannot merge ${kindOf(update)} into ${kindOf(value)} at ${pointerTo(...place.path.map(String))}: only like goes into like. Remove what is there first.`;
  throw new ActionError(place.member, 'incompatible-update', message);
}

/**
 * Appends to a list.
 *
 * @param value - The list.
 * @param entries - What comes after its last entry.
 * @param place - Of the list.
 */
export function append(
  value: readonly JsonValue[],
  entries: readonly JsonValue[],
  { path, onChange }: MergePlace,
): JsonValue {
  for (const index of entries.keys()) {
    onChange([...path, value.length + index]);
  }
  return [...value, ...entries];
}

/** Tells a list from the other values of JSON. */
export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Names the kind of a value as the Overlay Specification does. */
export function kindOf(value: JsonValue): 'an object' | 'an array' | 'a primitive value' {
  if (isPrimitive(value)) {
    return 'a primitive value';
  }
  return isList(value) ? 'an array' : 'an object';
}

function mergeMembers(value: JsonObject, update: JsonObject, place: MergePlace): JsonObject {
  const merged = new Map(Object.entries(value));
  for (const [name, wanted] of Object.entries(update)) {
    const at = { ...place, path: [...place.path, name] };
    const known = merged.get(name);
    if (known === undefined) {
      place.onChange(at.path);
    }
    merged.set(name, known === undefined ? wanted : mergeValue(known, wanted, at));
  }
  return Object.fromEntries(merged);
}

function isPrimitive(value: JsonValue): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}
