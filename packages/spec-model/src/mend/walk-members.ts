import type { JsonObject, JsonValue } from '../api-model.ts';
import type { Mender } from './mender.ts';

/** Gives what stands in for a value: itself when nothing is to change, `undefined` to leave it out. */
export type Mend = (mender: Mender, value: JsonValue, name: string) => JsonValue | undefined;

/** Walks the members of an object; the same object comes back when none changes. */
export function mendMembers(mender: Mender, object: JsonObject, mend: Mend): JsonObject {
  let copy: { [name: string]: JsonValue } | undefined;
  for (const [name, value] of Object.entries(object)) {
    mender.path.push(name);
    const mended = mend(mender, value, name);
    mender.path.pop();
    if (mended === value) continue;
    // A spread copies `__proto__` as the own member it is, so that later writes reach that one.
    copy ??= { ...object };
    if (mended === undefined) delete copy[name];
    else copy[name] = mended;
  }
  return copy ?? object;
}

/** Walks the items of a list; the same list comes back when none changes. */
export function mendItems(
  mender: Mender,
  list: readonly JsonValue[],
  mend: Mend,
): readonly JsonValue[] {
  const mended = list.map((value, index) => {
    const name = String(index);
    mender.path.push(name);
    const item = mend(mender, value, name);
    mender.path.pop();
    return item;
  });
  if (mended.every((item, index) => item === list[index])) return list;
  return mended.filter((item) => item !== undefined);
}
