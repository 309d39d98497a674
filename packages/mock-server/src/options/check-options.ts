import { MockError } from '../mock-error.ts';
import { suggestName } from './nearest-name.ts';

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
  const message = `cannot ${purpose}: there is no option "${unknown}". ${suggestName(unknown, known)}`;
  throw new MockError('invalid_option', message);
}
