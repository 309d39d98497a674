import type { SecurityScheme } from '@product/spec-model';

/** How credentials of a scheme are sent, for people. */
export function describeScheme(scheme: SecurityScheme): string {
  const { type, in: place, name = '' } = scheme;
  if (type === 'mutualTLS') return 'a client certificate';
  if (type !== 'apiKey') return describeHttp(scheme);
  if (place === 'query') return `the query parameter "${name}=YOUR_KEY"`;
  if (place === 'cookie') return `the cookie "${name}=YOUR_KEY"`;
  return `the header "${name}: YOUR_KEY"`;
}

const forms: { readonly [scheme: string]: string } = {
  basic: 'Basic USERNAME:PASSWORD in base64',
  digest: 'Digest username="…", realm="…", nonce="…", uri="…", response="…"',
};

function describeHttp({ type, scheme = '' }: SecurityScheme): string {
  const name = type === 'http' ? scheme : 'bearer';
  const form = Object.hasOwn(forms, name) ? forms[name] : `${capital(name)} YOUR_TOKEN`;
  return `the header "Authorization: ${form}"`;
}

/** What a challenge of a scheme says beyond its realm. */
export interface SchemeChallenge {
  readonly realm: string;
  /** RFC 6750 §3.1; absent when no credentials were sent. */
  readonly error?: string | undefined;
  readonly detail: string;
  readonly scope?: string | undefined;
  /** Of a digest; what a client must not have seen before. */
  readonly nonce: string;
}

/**
 * One challenge of `WWW-Authenticate`.
 *
 * @remarks Keys have no registered scheme; theirs is called `ApiKey` and says where the key travels.
 * @returns Absent for client certificates, which no header asks for.
 * @see RFC 9110 §11.6.1, RFC 6750 §3, RFC 7616 §3.3, RFC 7617 §2
 */
export function challengeOf(scheme: SecurityScheme, facts: SchemeChallenge): string | undefined {
  const { type, in: place = 'header', name = '' } = scheme;
  const realm = `realm=${quoted(facts.realm)}`;
  if (type === 'mutualTLS') return undefined;
  if (type === 'apiKey') return `ApiKey ${realm}, in="${place}", name=${quoted(name)}`;
  const word = type === 'http' ? (scheme.scheme ?? '') : 'bearer';
  if (word === 'basic') return `Basic ${realm}, charset="UTF-8"`;
  if (word === 'digest') {
    const rest = `${realm}, qop="auth", nonce=${quoted(facts.nonce)}`;
    // The strongest first; not every client knows it (RFC 7616 §3.7).
    return ['SHA-256', 'MD5'].map((hash) => `Digest ${rest}, algorithm=${hash}`).join(', ');
  }
  if (word !== 'bearer' || facts.error === undefined) return `${capital(word)} ${realm}`;
  const scope = facts.scope === undefined ? '' : `, scope=${quoted(facts.scope)}`;
  return `Bearer ${realm}, error="${facts.error}", error_description=${quoted(facts.detail)}${scope}`;
}

// RFC 9110 §5.6.4 and RFC 6750 §3: no quote, no backslash, nothing that is not printable.
function quoted(text: string): string {
  return `"${text.replaceAll('"', "'").replace(/[^\x20-\x5b\x5d-\x7e]/g, '?')}"`;
}

function capital(word: string): string {
  const token = word.replace(/[^\w!#$%&'*+.^`|~-]/g, '') || 'Unknown';
  return token.charAt(0).toUpperCase() + token.slice(1);
}
