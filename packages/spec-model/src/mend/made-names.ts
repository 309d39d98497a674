import type { JsonObject } from '../api-model.ts';
import { entriesOf, member } from '../json-reader.ts';
import { segmentsOf } from '../reference.ts';

/** The kinds of components that a reference can lead to. */
export type ComponentKind =
  | 'schemas'
  | 'responses'
  | 'parameters'
  | 'examples'
  | 'requestBodies'
  | 'headers'
  | 'callbacks'
  | 'pathItems'
  | 'mediaTypes';

/** A place that is referred to, and the component that it becomes. */
export interface Named {
  readonly kind: ComponentKind;
  readonly name: string;
  /** The reference as it was written. */
  readonly ref: string;
}

// Of a pointer, the words that say nothing about what it points at.
const SAYS_NOTHING = [
  'components',
  'schemas',
  'paths',
  'properties',
  'schema',
  'content',
  'responses',
];

/**
 * Names for what is referred to by its place (`#/paths/~1a/get/…/schema`).
 *
 * @remarks Readers of a model follow references to named components only.
 */
export class MadeNames {
  readonly #document: JsonObject;
  readonly #names = new Map<string, Named>();
  readonly #taken = new Map<ComponentKind, Set<string>>();

  /** @param document - Whose names are taken. */
  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** Every name made, in order; it may grow while it is walked. */
  all(): Iterable<Named> {
    return this.#names.values();
  }

  /** The name of a place, the same each time. */
  nameOf(kind: ComponentKind, ref: string): string {
    const key = `${kind} ${ref}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known.name;
    const taken = this.#takenOf(kind);
    const wanted = wordsOf(ref);
    let name = wanted;
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
    taken.add(name);
    this.#names.set(key, { kind, name, ref });
    return name;
  }

  #takenOf(kind: ComponentKind): Set<string> {
    const known = this.#taken.get(kind);
    if (known !== undefined) return known;
    const written = entriesOf(member(this.#document, 'components'), kind);
    const taken = new Set(written.map(([name]) => name));
    this.#taken.set(kind, taken);
    return taken;
  }
}

function wordsOf(ref: string): string {
  const words = segmentsOf(ref).filter((word) => !SAYS_NOTHING.includes(word));
  const joined = words.join('_').replace(/[^A-Za-z0-9]+/g, '_');
  return joined.replace(/^_|_$/g, '') || 'Schema';
}
