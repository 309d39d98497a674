// Most names are, and this is asked all the time.
const plain = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

/** A name in snake case: `firstName` and `First-Name` are `first_name`. */
export function snakeCase(name: string): string {
  if (plain.test(name)) return name;
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}
