import { unknownName } from './unknown-name.ts';

/**
 * Refuses options that do not exist, since a misspelt one would silently do nothing.
 *
 * @param purpose - What was to be done: `create a mock`.
 * @param options - As they were given.
 * @param known - Every name there is.
 * @throws {@link MockError} with code `invalid_option`.
 */
export function checkOptionNames(purpose: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw unknownName('invalid_option', { purpose, kind: 'option', name: unknown, known });
}
