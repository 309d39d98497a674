import type { JsonValue } from '@product/spec-model';

/** An object of data that is being put together. */
export type ObjectDraft = { [name: string]: JsonValue };

/** Gives an object a member; one called `__proto__` is a member like any other. */
export function setMember(object: ObjectDraft, name: string, value: JsonValue | undefined): void {
  if (value === undefined) return;
  if (name !== '__proto__') object[name] = value;
  else {
    const isPlain = { writable: true, enumerable: true, configurable: true };
    Object.defineProperty(object, name, { value, ...isPlain });
  }
}
