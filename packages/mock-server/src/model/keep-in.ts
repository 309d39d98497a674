interface Keep<Key, Value> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  set(key: Key, value: Value): unknown;
}

/**
 * What a map has for a key; made when it has nothing.
 *
 * @remarks To set what is there already would cost more than to look it up.
 */
export function keepIn<Key, Value>(map: Keep<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  // What is there is a value, be it `undefined`.
  if (known !== undefined || map.has(key)) return known as Value;
  const made = make();
  map.set(key, made);
  return made;
}
