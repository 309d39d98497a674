import type { JsonObject, JsonValue } from './api-model.ts';
import { isObject, member, textOf } from './json-reader.ts';

/** Gives the object that a place in the document means: itself, or what its `$ref` leads to. */
export type Resolve = (value: JsonValue | undefined) => JsonObject;

const EMPTY: JsonObject = {};

/**
 * Makes the resolver of one bundled document.
 *
 * @remarks Members written beside a `$ref` win over the target's, as OpenAPI 3.1 says for
 * `summary` and `description`. A cycle of references ends in an empty object.
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
    return { ...resolve(lookUp(document, ref), [...seen, ref]), ...beside };
  };
  return (value) => resolve(value, []);
}

/** What a local reference (`#/components/schemas/Task`) points at, if anything. */
export function lookUp(document: JsonObject, ref: string): JsonValue | undefined {
  let found: JsonValue | undefined = document;
  for (const segment of segmentsOf(ref)) {
    found = Array.isArray(found) ? found[Number(segment)] : member(found, segment);
  }
  return found;
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
