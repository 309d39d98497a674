import type { JsonObject, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';

/** Why a patch was not applied. */
export interface PatchFault {
  /** Which of the operations failed, from 0. */
  readonly index: number;
  /** `test` when a `test` did not hold; `pointer` for a place that does not exist; else `operation`. */
  readonly code: 'test' | 'pointer' | 'operation';
  readonly message: string;
}

/** A value after a patch, or why there is none. */
export type Patched = { readonly value: JsonValue } | { readonly fault: PatchFault };

/** Whether a body can be a JSON patch: a list of objects that each name an operation. */
export function isJsonPatch(body: JsonValue | undefined): body is readonly JsonObject[] {
  return (
    Array.isArray(body) && body.every((step) => isObject(step) && typeof step['op'] === 'string')
  );
}

/**
 * What a value is after a JSON patch; all of it is applied, or nothing.
 *
 * @see RFC 6902
 */
export function applyJsonPatch(value: JsonValue, patch: readonly JsonObject[]): Patched {
  let here = value;
  for (const [index, step] of patch.entries()) {
    try {
      here = applyStep(here, step);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { fault: { index, code: error.code, message: error.message } };
    }
  }
  return { value: here };
}

class Refused extends Error {
  readonly code: PatchFault['code'];

  constructor(code: PatchFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

function applyStep(root: JsonValue, step: JsonObject): JsonValue {
  const { op, value } = step;
  const path = tokensOf(step, 'path');
  if (op === 'remove') return change(root, path, removeMember);
  if (op === 'move' || op === 'copy') return transfer(root, step, path);
  if (value === undefined) throw new Refused('operation', `${String(op)} needs a value`);
  if (op === 'add') return change(root, path, addMember(value));
  if (op === 'replace') return change(root, path, replaceMember(value));
  if (op !== 'test') throw new Refused('operation', `there is no operation ${String(op)}`);
  if (!isEqual(read(root, path), value)) throw new Refused('test', 'the value is another one');
  return root;
}

function transfer(root: JsonValue, step: JsonObject, path: readonly string[]): JsonValue {
  const from = tokensOf(step, 'from');
  const value = read(root, from);
  if (step['op'] === 'copy') return change(root, path, addMember(value));
  const isInside = path.length > from.length && from.every((token, at) => token === path[at]);
  if (isInside) throw new Refused('pointer', 'a value cannot be moved into itself');
  return change(change(root, from, removeMember), path, addMember(value));
}

function tokensOf(step: JsonObject, member: 'path' | 'from'): readonly string[] {
  const pointer = step[member];
  if (typeof pointer !== 'string') throw new Refused('operation', `${member} is missing`);
  if (pointer !== '' && !pointer.startsWith('/')) {
    throw new Refused('operation', `${member} is no JSON pointer`);
  }
  const tokens = pointer.split('/').slice(1);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What becomes of the object or array that holds the place, and of what stands there. */
type Change = (parent: Holder, token: string) => void;
type Holder = Map<string, JsonValue> | JsonValue[];

// Every object on the way is copied, so that the former value stays as it was.
function change(root: JsonValue, path: readonly string[], apply: Change): JsonValue {
  const [token, ...rest] = path;
  if (token === undefined) {
    const holder = new Map([['', root]]);
    apply(holder, '');
    return holder.get('') ?? null;
  }
  const holder = holderOf(root);
  if (rest.length === 0) apply(holder, token);
  else if (holder instanceof Map) holder.set(token, change(memberOf(root, token), rest, apply));
  else holder[indexOf(holder, token)] = change(memberOf(root, token), rest, apply);
  return holder instanceof Map ? Object.fromEntries(holder) : holder;
}

function holderOf(value: JsonValue): Holder {
  if (Array.isArray(value)) return [...value];
  if (isObject(value)) return new Map(Object.entries(value));
  throw new Refused('pointer', 'the place does not exist');
}

function read(root: JsonValue, path: readonly string[]): JsonValue {
  return path.reduce(memberOf, root);
}

function memberOf(value: JsonValue, token: string): JsonValue {
  const holder = holderOf(value);
  const member = holder instanceof Map ? holder.get(token) : holder[indexOf(holder, token)];
  if (member === undefined) throw new Refused('pointer', 'the place does not exist');
  return member;
}

function indexOf(list: readonly JsonValue[], token: string, end = list.length - 1): number {
  const index = /^(0|[1-9]\d{0,8})$/.test(token) ? Number(token) : Number.NaN;
  if (!(index <= end)) throw new Refused('pointer', 'the list has no such place');
  return index;
}

const addMember =
  (value: JsonValue): Change =>
  (parent, token) => {
    if (parent instanceof Map) parent.set(token, value);
    else if (token === '-') parent.push(value);
    else parent.splice(indexOf(parent, token, parent.length), 0, value);
  };

const replaceMember =
  (value: JsonValue): Change =>
  (parent, token) => {
    if (!(parent instanceof Map)) parent[indexOf(parent, token)] = value;
    else if (parent.has(token)) parent.set(token, value);
    else throw new Refused('pointer', 'the place does not exist');
  };

const removeMember: Change = (parent, token) => {
  if (!(parent instanceof Map)) parent.splice(indexOf(parent, token), 1);
  else if (!parent.delete(token)) throw new Refused('pointer', 'the place does not exist');
};

function isEqual(left: JsonValue, right: JsonValue): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((one, at) => isEqual(one, right[at] ?? null));
  }
  if (!isObject(left) || !isObject(right)) return left === right;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every(
      (name) => Object.hasOwn(right, name) && isEqual(left[name] ?? null, right[name] ?? null),
    )
  );
}
