import { ConfigurationError } from '../errors/configuration-error.ts';

const NOT_TOKEN68 = /[^A-Za-z0-9\-._~+/=]|=(?=[^=])/;
const NOT_FIELD_VALUE = /[^\x21-\x7e]/;

/** Rules that a token must follow, by what it is sent as. */
export type TokenRule = 'token68' | 'field-value';

/**
 * Refuses what cannot be sent as a token.
 *
 * @remarks `Headers.set` would throw an error that holds the whole key; this one names a position and a
 * length.
 * @param token - What the user, or their function, gave.
 * @param rule - `token68` for bearer tokens, `field-value` for any visible ASCII.
 * @throws {@link ConfigurationError} `missing_key` or `malformed_key`.
 * @see RFC 9110 section 11.2
 */
export function checkToken(token: unknown, rule: TokenRule): asserts token is string {
  if (typeof token !== 'string') {
    throw new ConfigurationError(
      'malformed_key',
      `cannot use the API key: it is of type ${typeof token}. Give a string.`,
    );
  }
  if (token === '') {
    throw new ConfigurationError('missing_key', 'cannot use the API key: it is empty.');
  }
  const at = token.search(rule === 'token68' ? NOT_TOKEN68 : NOT_FIELD_VALUE);
  if (at === -1) return;
  throw new ConfigurationError(
    'malformed_key',
    `cannot use the API key: character ${at + 1} of ${token.length} may not stand in a key. ` +
      'Look for spaces, line breaks, quotes or a scheme that was copied along with it.',
  );
}
