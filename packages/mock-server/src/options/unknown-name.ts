import { MockError, type MockErrorCode } from '../mock-error.ts';
import { suggestName } from './nearest-name.ts';

/** A name that stands for nothing. */
export interface UnknownName {
  /** What was to be done: `add a fault`. */
  readonly purpose: string;
  /** What it would be the name of: `operation`. */
  readonly kind: string;
  readonly name: string;
  /** Every name there is. */
  readonly known: Iterable<string>;
}

/** The error that says so, with the name that was probably meant. */
export function unknownName(
  code: MockErrorCode,
  { purpose, kind, name, known }: UnknownName,
): MockError {
  const hint = suggestName(name, [...new Set(known)]);
  return new MockError(code, `cannot ${purpose}: there is no ${kind} "${name}". ${hint}`);
}
