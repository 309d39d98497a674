/**
 * The value that a JSON pointer leads to.
 *
 * @param document - Where it starts.
 * @param pointer - The pointer: `/data`.
 * @returns `undefined` if it leads nowhere.
 * @see RFC 6901
 */
export function resolvePointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.hasOwn(Object(value), name) ? Object(value)[name] : undefined;
  }
  return value;
}
