import { keepIn } from '../model/keep-in.ts';

/** A function that works out its result once per object and keeps it as long as the object lives. */
export function keepPer<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, Value>();
  return (key) => keepIn(kept, key, () => work(key));
}
