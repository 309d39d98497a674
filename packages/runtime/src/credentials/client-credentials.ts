import { readBaseUrl } from '../client/environment.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Credential } from './credential.ts';
import { inHeader, writeBasic, writeBearer } from './in-header.ts';
import { NOT_TEXT } from './read-grant.ts';
import { readSource } from './read-source.ts';
import { TokenCredential } from './token-credential.ts';
import { askTokenEndpoint } from './token-endpoint.ts';
import type { TokenSource } from './token-source.ts';

/** How access tokens are got. */
export interface ClientCredentialsOptions {
  /** Absolute URL of the token endpoint. */
  readonly tokenUrl: string;
  /** Id of the client. */
  readonly clientId?: string | undefined;
  /** Its secret. */
  readonly clientSecret?: string | undefined;
  /** Both in one text, `clientId:clientSecret`, for one environment variable. */
  readonly client?: TokenSource | undefined;
  /**
   * Scopes to ask for.
   *
   * @defaultValue none: those that the server gives
   */
  readonly scopes?: readonly string[] | undefined;
  /**
   * Where id and secret are sent: as Basic authentication, or as `client_id` and `client_secret` in the
   * body.
   *
   * @defaultValue `'basic'`
   */
  readonly authentication?: 'basic' | 'body' | undefined;
  /** Further parameters, as servers ask for: `{ audience: 'https://api.example.com' }`. */
  readonly parameters?: { readonly [name: string]: string } | undefined;
  /**
   * Allows plain `http` to a host that is not loopback.
   *
   * @defaultValue false
   */
  readonly allowInsecure?: boolean | undefined;
}

interface Client {
  readonly id: string;
  readonly secret: string;
}

/**
 * Access tokens of OAuth 2.0 by client credentials: got when first needed, and again ahead of their end.
 *
 * @remarks The request goes through the `fetch`, the clock and the time limit of the client that makes
 * the call. The answer's `expires_in` says when a token ends; see {@link TokenSource}.
 * @param options - Token endpoint, id and secret.
 * @throws A {@link ConfigurationError} `missing_key`, `malformed_key`, `invalid_base_url` or `insecure_url`.
 * @see RFC 6749 section 4.4
 * @example
 * ```ts
 * import { clientCredentials } from '@product/client-runtime';
 *
 * const auth = clientCredentials({
 *   tokenUrl: 'https://api.example.com/v1/oauth/token',
 *   clientId: 'key_1',
 *   clientSecret: 'sk_test_mock_4f9a2c7e1b',
 *   scopes: ['tasks:read'],
 * });
 * ```
 */
export function clientCredentials(options: ClientCredentialsOptions): Credential {
  const { href } = readBaseUrl(options.tokenUrl, options.allowInsecure ?? false, 'tokenUrl');
  const { id, secret } = readClient(options);
  // Of the form that it is sent in; the pair is encoded before it is made Base64 (RFC 6749, 2.3.1).
  const basic = writeBasic(`${encodeForm(id)}:${encodeForm(secret)}`);
  const inBody = options.authentication === 'body';
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    ...(!inBody && { authorization: basic }),
  };
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(options.scopes && { scope: options.scopes.join(' ') }),
    ...options.parameters,
    ...(inBody && { client_id: id, client_secret: secret }),
  }).toString();
  return new TokenCredential(
    (request) => askTokenEndpoint(request, new Request(href, { method: 'POST', headers, body })),
    {
      ...inHeader('authorization', writeBearer),
      account: id,
      secrets: [secret, encodeForm(secret), basic.slice('Basic '.length)],
    },
  );
}

function readClient({ client, clientId, clientSecret }: ClientCredentialsOptions): Client {
  if (typeof client === 'function') {
    const message =
      'cannot get access tokens: the client is a function. Give its id and secret, or bearer(function).';
    throw new ConfigurationError('malformed_key', message);
  }
  const at = client?.indexOf(':') ?? -1;
  const id = clientId ?? client?.slice(0, Math.max(0, at)) ?? '';
  const secret = clientSecret ?? client?.slice(at + 1) ?? '';
  if (id === '' || secret === '') {
    const message = "cannot get access tokens: the client's id or secret is missing.";
    throw new ConfigurationError('missing_key', message);
  }
  for (const text of [id, secret]) readSource(text, NOT_TEXT);
  return { id, secret };
}

/** @see RFC 6749 appendix B */
function encodeForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
