import { hmacSha256 } from '../hash/sha256.ts';
import { isObject } from '../model/json-read.ts';
import { equalTexts, type SecretHash } from './secret-hash.ts';

/** What a JSON Web Token of the mock says. */
export interface TokenClaims {
  /** The id of the user. */
  readonly sub: string;
  /** The world of data it opens. */
  readonly mode: string;
  /** Seconds since the epoch. */
  readonly iat: number;
  readonly exp: number;
}

const header = encode({ alg: 'HS256', typ: 'JWT' });

/**
 * A signed token.
 *
 * @param hash - The mock's keyed hash, which also gives the signing key.
 * @see RFC 7519, RFC 7515 §3.1
 */
export function signToken(hash: SecretHash, claims: TokenClaims): string {
  const content = `${header}.${encode({ ...claims })}`;
  return `${content}.${signatureOf(hash, content)}`;
}

/**
 * The claims of a token that this mock has signed; the caller looks at `exp`.
 *
 * @returns Absent for anything else; no other algorithm is accepted (RFC 8725 §3.1).
 */
export function readToken(hash: SecretHash, token: string): TokenClaims | undefined {
  const end = token.lastIndexOf('.');
  const content = token.slice(0, end);
  if (!equalTexts(signatureOf(hash, content), token.slice(end + 1))) return undefined;
  const [first, payload = ''] = content.split('.');
  if (first !== header) return undefined;
  const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  if (!isObject(claims)) return undefined;
  const { sub, mode, iat, exp } = claims;
  return { sub: String(sub), mode: String(mode), iat: Number(iat), exp: Number(exp) };
}

/** Whether a text has the three parts of a signed token. */
export function looksLikeToken(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

function signatureOf(hash: SecretHash, content: string): string {
  const encoder = new TextEncoder();
  const key = encoder.encode(hash('json web tokens'));
  return base64url(hmacSha256(key)(encoder.encode(content)));
}

function encode(value: object): string {
  // ASCII only, so that `atob` reads it back without decoding UTF-8.
  const text = JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return base64url(new TextEncoder().encode(text));
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
