import type { JsonObject, JsonValue } from '@product/spec-model';
import { MockError } from '../mock-error.ts';
import { isObject } from '../model/json-read.ts';
import { suggestName } from '../options/nearest-name.ts';
import { escapeToken } from '../schema/schema-fault.ts';

/** An object of the document that says something about its mock. */
export interface WishMembers {
  readonly members: JsonObject;
  /** The pointer of a member. */
  at(name: string): string;
}

/**
 * Opens an object, its names checked.
 *
 * @param value - As the document has it.
 * @param pointer - Where it stands.
 * @param known - The names that it may have; any when left out.
 * @throws {@link MockError} with code `invalid_model`.
 */
export function openWish(
  value: JsonValue,
  pointer: string,
  known?: readonly string[],
): WishMembers {
  if (!isObject(value)) throw refuseWish(pointer, 'is no object', 'Write an object.');
  const at = (name: string): string => `${pointer}/${escapeToken(name)}`;
  for (const name of Object.keys(value)) {
    if (known === undefined || known.includes(name)) continue;
    throw refuseWish(at(name), 'is unknown', suggestName(name, known));
  }
  return { members: value, at };
}

/** A member that is a text. */
export function readText({ members, at }: WishMembers, name: string): string | undefined {
  const value = members[name];
  if (value === undefined || typeof value === 'string') return value;
  throw refuseWish(at(name), 'is no text', 'Write a text.');
}

/** A member that is one of some texts. */
export function readChoice<T extends string>(
  wish: WishMembers,
  name: string,
  known: readonly T[],
): T | undefined {
  const value = readText(wish, name);
  const found = known.find((one) => one === value);
  if (value === undefined || found !== undefined) return found;
  throw refuseWish(wish.at(name), `is "${value}"`, suggestName(value, known));
}

/** A member that names a property, or is null. */
export function readName(wish: WishMembers, name: string): string | null {
  return wish.members[name] === null ? null : (readText(wish, name) ?? null);
}

/** A member that is true or false. */
export function readFlag({ members, at }: WishMembers, name: string): boolean | undefined {
  const value = members[name];
  if (value === undefined || typeof value === 'boolean') return value;
  throw refuseWish(at(name), 'is neither true nor false', 'Write one of them.');
}

/** The refusal of what a document says about its mock. */
export function refuseWish(pointer: string, reason: string, advice: string): MockError {
  return new MockError('invalid_model', `cannot mock this model: ${pointer} ${reason}. ${advice}`);
}
