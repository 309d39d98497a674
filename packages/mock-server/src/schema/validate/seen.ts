/**
 * What schemas evaluated of one object or array: the annotations that `unevaluatedProperties` and
 * `unevaluatedItems` depend on (JSON Schema 2020-12 core, section 11).
 */
export interface Seen {
  readonly names: Set<string>;
  readonly indexes: Set<number>;
  /** Items before this one are evaluated. */
  items: number;
}

/** Nothing seen yet. */
export function nothingSeen(): Seen {
  return { names: new Set(), indexes: new Set(), items: 0 };
}

/** Adds what one schema saw to what another did. */
export function addSeen(to: Seen, from: Seen): void {
  for (const name of from.names) to.names.add(name);
  for (const index of from.indexes) to.indexes.add(index);
  to.items = Math.max(to.items, from.items);
}
