import type { ClientError, ErrorContext } from '../errors/client-error.ts';
import { type ConfigurationCode, ConfigurationError } from '../errors/configuration-error.ts';
import type { Masker } from '../errors/mask-cause.ts';

/** A token that can be sent, and when it expires. */
export interface Grant {
  /** The token. */
  readonly token: string;
  /** When it expires, in milliseconds since the epoch; `Infinity` if it does not tell. */
  readonly expiresAt: number;
}

/** Makes the error of one caller: many may wait for a token, and each throws an error of its own. */
export type TokenFailure = (context?: ErrorContext, masker?: Masker) => ClientError;

/** What a bearer token may not hold: anything outside of `token68`. */
export const NOT_TOKEN68: RegExp = /[^A-Za-z0-9\-._~+/=]|=(?=[^=])|^=/;
/** What a header's value may not hold, as far as keys go: anything but visible ASCII. */
export const NOT_VISIBLE: RegExp = /[^\x21-\x7e]/;
/** What a text may not hold that is sent in another form: control characters and halves of characters. */
export const NOT_TEXT: RegExp = /[\p{Cc}\p{Cs}]/u;

/** Most characters that a token may have: servers refuse a block of headers beyond 8 to 16 kB. */
const LONGEST = 16_384;

/**
 * Reads what a user, or their function, gave as a token.
 *
 * @remarks `Headers.set` would throw an error that holds the whole key; these name a position and a
 * length.
 * @param given - A text, or an object with `token` and `expiresAt`.
 * @param forbidden - Finds a character that may not stand in a token of this kind.
 * @returns The token, or what is wrong with it: `missing_key` or `malformed_key`.
 * @see RFC 9110 section 11.2, RFC 6750 section 2.1
 */
export function readGrant(given: unknown, forbidden: RegExp): Grant | TokenFailure {
  const isObject = typeof given === 'object' && given !== null;
  const { token, expiresAt } = isObject
    ? (Object(given) as Record<string, unknown>)
    : { token: given }; // members are checked below
  const until = expiresAt === undefined ? Number.POSITIVE_INFINITY : Number(expiresAt);
  if (typeof token !== 'string') {
    return failure('malformed_key', `it is of type ${typeof token}. Give a string`);
  }
  if (Number.isNaN(until))
    return failure(
      'malformed_key',
      'its expiresAt is no instant. Give milliseconds since the epoch',
    );
  if (token === '') return failure('missing_key', 'it is empty. Look at where it comes from');
  if (token.length > LONGEST) {
    return failure(
      'malformed_key',
      `it has ${token.length} characters. No server takes more than ${LONGEST}`,
    );
  }
  const at = token.search(forbidden);
  return at === -1
    ? { token, expiresAt: until }
    : failure(
        'malformed_key',
        `character ${at + 1} of ${token.length} may not stand in a key. ` +
          'Look for spaces, line breaks, quotes or a scheme that was copied along with it',
      );
}

function failure(code: ConfigurationCode, why: string): TokenFailure {
  return (context) => new ConfigurationError(code, `cannot use the API key: ${why}.`, context);
}
