import type { ApiProfile } from '../client/profile.ts';
import { resolvePointer } from '../pages/pointer.ts';

/** JSON pointers into the body of a refusal. */
export interface ErrorPlaces {
  /** Leads to the word that programs tell errors apart by: `/error`. */
  readonly code?: string;
  /** Leads to the sentence for people. */
  readonly message?: string;
}

/**
 * Reads refusals of an API that says in its own places why it refuses.
 *
 * @param places - Where code and message stand.
 */
export function errorAt({ code, message }: ErrorPlaces): NonNullable<ApiProfile['readError']> {
  return (body) => ({
    code: code !== undefined && resolvePointer(body, code),
    message: message !== undefined && resolvePointer(body, message),
  });
}
