import type { JsonValue } from '@product/spec-model';
import { isObject } from '../../model/json-read.ts';

// Values nested deeper than this count as equal below it; nobody writes such a constant.
const maxDepth = 500;

/** Whether two values are the same data; the order of an object's members does not count. */
export function isEqual(one: JsonValue, other: JsonValue, depth = 0): boolean {
  if (one === other || depth > maxDepth) return true;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isEqual(item, other[index], depth + 1))
    );
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [left, right] = [one[name], Object.hasOwn(other, name) ? other[name] : undefined];
      return left !== undefined && right !== undefined && isEqual(left, right, depth + 1);
    })
  );
}

// Below this many items, comparing each with each is faster than a set, and allocates nothing.
const few = 12;

/** The first two items of a list that are equal, as indexes; absent when there are none. */
export function findTwins(list: readonly JsonValue[]): readonly [number, number] | undefined {
  return list.length <= few ? compareAll(list) : compareKeys(list);
}

function compareAll(list: readonly JsonValue[]): readonly [number, number] | undefined {
  for (let later = 1; later < list.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const one = list[earlier];
      const other = list[later];
      if (one !== undefined && other !== undefined && isEqual(one, other)) return [earlier, later];
    }
  }
  return undefined;
}

// A text that equal values share stands for each value, so that the time is linear in the size.
function compareKeys(list: readonly JsonValue[]): readonly [number, number] | undefined {
  const known = new Map<JsonValue, number>();
  const shapes = new Map<JsonValue, number>();
  for (const [index, item] of list.entries()) {
    const isPlain = typeof item !== 'object' || item === null;
    const [seen, key]: [Map<JsonValue, number>, JsonValue] = isPlain
      ? [known, item]
      : [shapes, keyOf(item, 0)];
    const earlier = seen.get(key);
    if (earlier !== undefined) return [earlier, index];
    seen.set(key, index);
  }
  return undefined;
}

function keyOf(value: JsonValue, depth: number): string {
  if (depth > maxDepth) return '';
  if (Array.isArray(value)) return `[${value.map((item) => keyOf(item, depth + 1)).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${keyOf(value[name] ?? null, depth + 1)}`);
  return `{${members.join()}}`;
}
