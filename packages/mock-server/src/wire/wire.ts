import type { JsonValue } from '@product/spec-model';

/**
 * A value as it travels in a query, path, header or form: texts whose types are not known yet, in
 * lists and by name.
 */
export type Wire = string | Typed | readonly Wire[] | ReadonlyMap<string, Wire>;

/** A part that came with its type: JSON of its own inside a form. */
export interface Typed {
  readonly data: JsonValue;
}

/** Whether the value is a list; `Array.isArray` does not narrow read-only ones. */
export function isList(wire: Wire): wire is readonly Wire[] {
  return Array.isArray(wire);
}

/** Whether the value has named members. */
export function isNamed(wire: Wire): wire is ReadonlyMap<string, Wire> {
  return wire instanceof Map;
}

/** Whether the value came with its type. */
export function isTyped(wire: Wire): wire is Typed {
  return typeof wire === 'object' && 'data' in wire;
}
