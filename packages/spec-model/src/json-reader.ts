import type { Extensions, JsonObject, JsonValue } from './api-model.ts';

/** Tells an object from the other values of JSON. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own member of an object; inherited names (`constructor`, `__proto__`) are absent. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Own member when it is text. */
export function textOf(value: JsonValue | undefined, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** Own member when it is a list, else an empty list. */
export function listOf(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}

/** Name and value of each member of an object member, else nothing. */
export function entriesOf(value: JsonValue | undefined, name: string): [string, JsonValue][] {
  const found = member(value, name);
  return isObject(found) ? Object.entries(found) : [];
}

/** The `x-` fields of an object. */
export function extensionsOf(value: JsonValue | undefined): Extensions {
  const entries = isObject(value) ? Object.entries(value) : [];
  // The filter kept the names that begin with x-, which the entries' type cannot say.
  return Object.fromEntries(entries.filter(([name]) => name.startsWith('x-'))) as Extensions;
}

/** Leaves out members that are undefined: a model has no holes. */
export function compact<T extends object>(value: T): Compact<T> {
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  return Object.fromEntries(entries) as Compact<T>; // the same members but for the undefined
}

/** An object whose possibly undefined members are optional instead. */
export type Compact<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
