interface Keep<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/**
 * What a map has for a key; made when it has nothing.
 *
 * @remarks To set what is there already would cost more than to look it up.
 */
export function keepIn<Key, Value>(map: Keep<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
