/**
 * How many values a parsed document holds when each YAML alias is written out.
 *
 * @remarks Aliases let a few lines stand for billions of values, or for themselves; a reader that
 * walks such a document does not come back.
 *
 * @param value - The parsed document.
 * @returns `Infinity` when it holds itself.
 */
export function expandedSize(value: unknown): number {
  const sizes = new Map<object, number>();
  const measure = (part: unknown): number => {
    if (typeof part !== 'object' || part === null) {
      return 1;
    }
    const known = sizes.get(part);
    if (known !== undefined) {
      return known;
    }
    sizes.set(part, Number.POSITIVE_INFINITY); // found again below itself: endless
    const size = Object.values(part).reduce<number>((sum, held) => sum + measure(held), 1);
    sizes.set(part, size);
    return size;
  };
  return measure(value);
}
