import type { Credential } from './credential.ts';
import { NOT_VISIBLE } from './read-grant.ts';
import { readSource } from './read-source.ts';
import { TokenCredential } from './token-credential.ts';
import type { TokenSource } from './token-source.ts';

/**
 * A key in a query parameter: put into the URL just before it is sent, and masked wherever it shows.
 *
 * @remarks For an API that takes nothing better: servers and proxies write URLs into their logs.
 * @param name - Name of the parameter.
 * @param key - The key, or a function that gives one.
 * @throws A {@link ConfigurationError} `malformed_key` if it cannot be sent.
 * @see RFC 6750 section 2.3
 */
export function query(name: string, key: TokenSource): Credential {
  const prefix = `${encodeURIComponent(name)}=`;
  return new TokenCredential(readSource(key, NOT_VISIBLE), {
    attach(request, token) {
      const [path = '', written = ''] = request.url.split('?', 2);
      // An attempt before this one may have left its token here.
      const others = written.split('&').filter((part) => part && !part.startsWith(prefix));
      const parts = [...others, prefix + encodeURIComponent(token.reveal())];
      return new Request(`${path}?${parts.join('&')}`, request);
    },
  });
}
