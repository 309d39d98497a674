import type { JsonObject, JsonValue } from './api-model.ts';
import { isObject, member, textOf } from './json-reader.ts';

/** Gives the object that a place in the document means: itself, or what its `$ref` leads to. */
export type Resolve = (value: JsonValue | undefined) => JsonObject;

const EMPTY: JsonObject = {};

/**
 * Makes the resolver of one bundled document.
 *
 * @remarks Members written beside a `$ref` win over the target's, as OpenAPI 3.1 says for
 * `summary` and `description`. A cycle of references ends in an empty object. A reference with
 * nothing beside it gives the target itself, so that what is shared in the document stays shared.
 */
export function createResolve(document: JsonObject): Resolve {
  const resolve = (value: JsonValue | undefined, seen: readonly string[]): JsonObject => {
    if (!isObject(value)) {
      return EMPTY;
    }
    const ref = textOf(value, '$ref');
    if (ref === undefined) {
      return value;
    }
    if (seen.includes(ref)) {
      return EMPTY;
    }
    const { $ref: _followed, ...beside } = value;
    const target = resolve(lookUp(document, ref), [...seen, ref]);
    return Object.keys(beside).length === 0 ? target : { ...target, ...beside };
  };
  return (value) => resolve(value, []);
}

// More than anybody writes; a document may lead round in circles.
const MOST_JUMPS = 32;

/**
 * What a local reference (`#/components/schemas/Task`) points at, if anything. A pointer that leads
 * through a reference (`#/components/schemas/Task/properties/owner/properties/id`) goes on at its end.
 */
export function lookUp(document: JsonObject, ref: string): JsonValue | undefined {
  const jumps = { left: MOST_JUMPS };
  const walk = (from: string): JsonValue | undefined => {
    let found: JsonValue | undefined = document;
    for (const segment of segmentsOf(from)) {
      const through = textOf(found, '$ref');
      const here = step(found, segment);
      if (here !== undefined || through === undefined || jumps.left === 0) {
        found = here;
      } else {
        jumps.left -= 1;
        found = step(walk(through), segment);
      }
    }
    return found;
  };
  return walk(ref);
}

function step(value: JsonValue | undefined, segment: string): JsonValue | undefined {
  return Array.isArray(value) ? value[Number(segment)] : member(value, segment);
}

/** Writes a JSON pointer as a URI fragment: `#/paths/~1tasks/get`. */
export function pointerTo(...segments: readonly string[]): string {
  return `#/${segments.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
}

/** Reads a JSON pointer in a URI fragment into its segments (RFC 6901 section 6). */
export function segmentsOf(ref: string): readonly string[] {
  const [, pointer = ''] = ref.split('#/');
  return pointer.split('/').filter(Boolean).map(unescapeSegment);
}

function unescapeSegment(segment: string): string {
  const plain = segment.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
