import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Credential } from './credential.ts';
import { inHeader, writeBasic, writeBearer } from './in-header.ts';
import { NOT_TEXT, NOT_TOKEN68, NOT_VISIBLE } from './read-grant.ts';
import { readSource } from './read-source.ts';
import { Secret } from './secret.ts';
import { TokenCredential } from './token-credential.ts';
import type { TokenSource } from './token-source.ts';

/** A user and the password that proves it, or a key and its secret. */
export interface BasicPair {
  /** User, client id or key; without a colon. */
  readonly key: string;
  /** Password or secret; may be empty, as where the key alone is the secret. */
  readonly secret: string;
}

const NOT_COOKIE = /[^\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/;

/**
 * A bearer token: `Authorization: Bearer <token>`.
 *
 * @param token - The token, or a function that gives one.
 * @throws A {@link ConfigurationError} `malformed_key` if it cannot be sent.
 * @see RFC 6750 section 2.1
 * @example
 * ```ts
 * import { bearer } from '@product/client-runtime';
 *
 * const auth = bearer(() => Promise.resolve('token-of-the-hour'));
 * ```
 */
export function bearer(token: TokenSource): Credential {
  return new TokenCredential(
    readSource(token, NOT_TOKEN68),
    inHeader('authorization', writeBearer),
  );
}

/**
 * A key that stands alone in `Authorization`, without a scheme.
 *
 * @param key - The key, or a function that gives one.
 * @throws A {@link ConfigurationError} `malformed_key` if it cannot be sent.
 */
export function rawAuthorization(key: TokenSource): Credential {
  return header('authorization', key);
}

/**
 * A key in a header of its own.
 *
 * @param name - Name of the header: `X-Api-Key`.
 * @param key - The key, or a function that gives one.
 * @param prefix - What stands before the key: `'Token '`.
 * @throws A {@link ConfigurationError} `malformed_key` if it cannot be sent.
 */
export function header(name: string, key: TokenSource, prefix = ''): Credential {
  return new TokenCredential(
    readSource(key, NOT_VISIBLE),
    inHeader(name, (text) => prefix + text),
  );
}

/**
 * A key in a cookie, for servers: browsers send no `Cookie` header that a script has set.
 *
 * @param name - Name of the cookie.
 * @param key - The key, or a function that gives one.
 * @throws A {@link ConfigurationError} `malformed_key` if it cannot be sent.
 * @see RFC 6265 section 4.1.1
 */
export function cookie(name: string, key: TokenSource): Credential {
  return new TokenCredential(
    readSource(key, NOT_COOKIE),
    inHeader('cookie', (text) => `${name}=${text}`),
  );
}

/**
 * Basic authentication with a key and its secret.
 *
 * @param pair - The key and its secret; or both in one text, `key:secret`; or a function that gives it.
 * @throws A {@link ConfigurationError} `malformed_key` if they cannot be sent.
 * @see RFC 7617 section 2
 */
export function basic(pair: BasicPair | TokenSource): Credential {
  if (typeof pair !== 'object') return basicText(pair);
  if (pair.key.includes(':')) {
    throw new ConfigurationError('malformed_key', 'cannot use the key: it may not hold a colon.');
  }
  return basicText(`${pair.key}:${pair.secret}`);
}

function basicText(source: TokenSource): Credential {
  return new TokenCredential(readSource(source, NOT_TEXT), {
    ...inHeader('authorization', writeBasic),
    hidden: (text) => [
      writeBasic(text).slice(6),
      text.slice(text.indexOf(':') + 1) || text.slice(0, -1),
    ],
  });
}

/**
 * No credential at all, for an API, or a part of one, that needs none.
 *
 * @example
 * ```ts
 * import { noCredential } from '@product/client-runtime';
 *
 * const auth = noCredential();
 * ```
 */
export function noCredential(): Credential {
  const nothing = new Secret('');
  return {
    headerName: undefined,
    anonymous: true,
    renewable: false,
    current: nothing,
    obtain: () => nothing,
    attach: (request) => request,
    forget: () => undefined,
    maskIn: (text) => text,
  };
}
