import type { JsonValue } from '@product/spec-model';
import { isObject, ownValue } from '../model/json-read.ts';
import { compareValues } from './sequence.ts';

/** Whether the value of a row is one that is asked for. */
export type Comparison = (value: JsonValue | undefined, wanted: JsonValue) => boolean;

const equals: Comparison = (value, wanted) => holds(value, textsOf(wanted));
const includes: Comparison = (value, wanted) =>
  has(value, wanted, (text, part) => text.includes(part));

const ranges: { readonly [word: string]: Comparison } = {
  ...{ before: range(true, false), after: range(false, false) },
  ...{ lt: range(true, false), gt: range(false, false) },
  ...{ lte: range(true, true), gte: range(false, true) },
  ...{ le: range(true, true), ge: range(false, true) },
  ...{ max: range(true, true), min: range(false, true) },
  ...{ until: range(true, true), since: range(false, true) },
  ...{ to: range(true, true), from: range(false, true) },
  ...{ end: range(true, true), start: range(false, true) },
};

const others: { readonly [word: string]: Comparison } = {
  ...{ eq: equals, in: equals, exact: equals },
  ...{ ne: not(equals), neq: not(equals), nin: not(equals) },
  ...{ contains: includes, icontains: includes, like: includes, ilike: includes },
  startswith: (value, wanted) => has(value, wanted, (text, part) => text.startsWith(part)),
  endswith: (value, wanted) => has(value, wanted, (text, part) => text.endsWith(part)),
};

/** What a word before or behind the name of a property compares: `gte`, `before`, `min`. */
export function rangeNamed(word: string): Comparison | undefined {
  return Object.hasOwn(ranges, word) ? ranges[word] : undefined;
}

/** What a word compares that stands by itself: `gte` as well as `ne`, `in` and `contains`. */
export function comparisonNamed(word: string): Comparison | undefined {
  const bare = word.replace(/^[$_]/, '').toLowerCase().replaceAll('_', '');
  return rangeNamed(bare) ?? (Object.hasOwn(others, bare) ? others[bare] : undefined);
}

/** The values that are asked for, as texts: those of a list, or of a text with commas. */
export function textsOf(wanted: JsonValue): ReadonlySet<string> {
  const all = (Array.isArray(wanted) ? wanted : [wanted]).flatMap((one: JsonValue) =>
    typeof one === 'string' && one.includes(',') ? one.split(',') : [one],
  );
  return new Set(all.map(String));
}

/** Whether a value is one of some texts, or contains one. */
export function holds(value: JsonValue | undefined, texts: ReadonlySet<string>): boolean {
  if (value === undefined || value === null) return texts.has('null') || texts.has('none');
  if (Array.isArray(value)) return value.some((entry) => holds(entry, texts));
  if (!isObject(value)) return texts.has(String(value));
  // A reference that is an object is asked for by its id, or by what people call it.
  return ['id', 'name', 'login', 'slug', 'key', 'number', 'title'].some((name) => {
    const member = ownValue(value, name);
    return member !== undefined && texts.has(String(member));
  });
}

function not(comparison: Comparison): Comparison {
  return (value, wanted) => !comparison(value, wanted);
}

// `%` is how SQL says that anything may stand there.
function has(
  value: JsonValue | undefined,
  wanted: JsonValue,
  test: (text: string, part: string) => boolean,
): boolean {
  const part = String(wanted).replaceAll(/^%|%$/g, '').toLowerCase();
  const values = Array.isArray(value) ? value : [value];
  return values.some((one) => typeof one === 'string' && test(one.toLowerCase(), part));
}

function range(below: boolean, inclusive: boolean): Comparison {
  return (value, wanted) => {
    if (value === undefined || value === null) return false;
    const [left, right] = comparable(value, wanted);
    const order = compareValues(left, right);
    return order === 0 ? inclusive : order < 0 === below;
  };
}

// An instant is a text on one side and a number on the other, in seconds or milliseconds.
function comparable(value: JsonValue, wanted: JsonValue): readonly [JsonValue, JsonValue] {
  const [left, right] = [numberOf(value), numberOf(wanted)];
  if (left === undefined || right === undefined) return [value, wanted];
  const isAge = Math.min(left, right) > 1e8 && Math.max(left, right) > 1e11;
  if (typeof value === typeof wanted && !(isAge && typeof value === 'number')) return [left, right];
  return [asMs(value, left), asMs(wanted, right)];
}

function numberOf(value: JsonValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  const at = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : number;
  return Number.isNaN(at) ? undefined : at;
}

function asMs(source: JsonValue, value: number): number {
  const isDate = typeof source === 'string' && source.includes('-');
  return isDate || Math.abs(value) > 1e11 ? value : value * 1000;
}
