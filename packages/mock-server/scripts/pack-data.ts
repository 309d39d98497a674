import type { JsonValue } from '@product/spec-model';
import type { Packed } from '../src/model/packed-model.ts';

// Shorter data costs more as a reference than it saves once everything is compressed.
const minLength = 150;

/** Writes once what occurs several times in data; see `unpack`. */
export function packData(data: JsonValue): Packed {
  const counts = new Map<string, number>();
  count(data, counts);
  const shared: JsonValue[] = [];
  const places = new Map<string, number>();

  function pack(value: JsonValue): JsonValue {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    if (text.length < minLength || (counts.get(text) ?? 0) < 2) return packMembers(value);
    const place = places.get(text) ?? share(text, packMembers(value));
    return { $: place };
  }

  function packMembers(value: JsonValue & object): JsonValue {
    if (Array.isArray(value)) return value.map(pack);
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]): [string, JsonValue] => [name, pack(entry)]),
    );
  }

  function share(text: string, value: JsonValue): number {
    places.set(text, shared.length);
    return shared.push(value) - 1;
  }

  const rest = pack(data);
  return { shared, rest };
}

function count(value: JsonValue, counts: Map<string, number>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '$')) throw new TypeError('cannot pack data with a member "$".');
  const text = JSON.stringify(value);
  const before = counts.get(text) ?? 0;
  counts.set(text, before + 1);
  if (before > 0) return;
  for (const entry of Object.values(value)) count(entry, counts);
}
