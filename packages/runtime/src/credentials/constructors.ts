import { ConfigurationError } from '../errors/configuration-error.ts';
import { checkToken } from './check-token.ts';
import type { Credential } from './credential.ts';
import { Secret } from './secret.ts';
import { TokenCredential } from './token-credential.ts';
import type { TokenSource } from './token-source.ts';

/** A user and the password that proves it, or a key and its secret. */
export interface BasicPair {
  /** User, client id or key; without a colon. */
  readonly key: string;
  /** Password or secret. */
  readonly secret: string;
}

/**
 * A bearer token: `Authorization: Bearer <token>`.
 *
 * @param token - The token, or a function that gives one.
 * @throws {@link ConfigurationError} `malformed_key` if it cannot be sent.
 * @see RFC 6750 section 2.1
 * @example
 * ```ts
 * import { bearer } from '@product/client-runtime';
 *
 * const auth = bearer(() => Promise.resolve('token-of-the-hour'));
 * ```
 */
export function bearer(token: TokenSource): Credential {
  return new TokenCredential(token, {
    headerName: 'authorization',
    prefix: 'Bearer ',
    rule: 'token68',
  });
}

/**
 * A key that stands alone in `Authorization`, without a scheme.
 *
 * @param key - The key, or a function that gives one.
 * @throws {@link ConfigurationError} `malformed_key` if it cannot be sent.
 */
export function rawAuthorization(key: TokenSource): Credential {
  return header('authorization', key);
}

/**
 * A key in a header of its own.
 *
 * @param name - Name of the header: `X-Api-Key`.
 * @param key - The key, or a function that gives one.
 * @throws {@link ConfigurationError} `malformed_key` if it cannot be sent.
 */
export function header(name: string, key: TokenSource): Credential {
  return new TokenCredential(key, {
    headerName: name.toLowerCase(),
    prefix: '',
    rule: 'field-value',
  });
}

/**
 * Basic authentication with a key and its secret.
 *
 * @param pair - The key and its secret.
 * @throws {@link ConfigurationError} `malformed_key` if they cannot be sent.
 * @see RFC 7617 section 2
 */
export function basic(pair: BasicPair): Credential {
  checkToken(pair.key, 'field-value');
  checkToken(pair.secret, 'field-value');
  if (pair.key.includes(':')) {
    throw new ConfigurationError('malformed_key', 'cannot use the key: it may not hold a colon.');
  }
  const credential = new TokenCredential(btoa(`${pair.key}:${pair.secret}`), {
    headerName: 'authorization',
    prefix: 'Basic ',
    rule: 'token68',
  });
  const secret = new Secret(pair.secret);
  const maskToken = credential.maskIn.bind(credential);
  return Object.assign(credential, {
    maskIn: (text: string): string => secret.maskIn(maskToken(text)),
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
    renewable: false,
    current: nothing,
    obtain: () => Promise.resolve(nothing),
    format: () => '',
    forget: () => undefined,
    maskIn: (text) => text,
  };
}
