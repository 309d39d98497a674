import type { JsonObject, JsonValue } from '@product/spec-model';

/** The value as an object; an empty one when it is anything else. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Whether the value is an object, neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a text; the fallback when it is anything else. */
export function asText(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

/** The value as a number; the fallback when it is anything else. */
export function asNumber(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}

/** The texts of a list; none when it is anything else. */
export function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** Own property of an object of data; `undefined` for names such as `constructor` that it inherits. */
export function ownValue(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * The value at an RFC 6901 pointer.
 *
 * @param pointer - With or without the `#` of a fragment.
 */
export function atPointer(value: JsonValue | undefined, pointer: string): JsonValue | undefined {
  let here = value;
  for (const token of pointer.replace(/^#/, '').split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(here)) here = here[Number(name)];
    else here = isObject(here) ? ownValue(here, name) : undefined;
  }
  return here;
}
