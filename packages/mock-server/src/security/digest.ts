import { md5 } from '../hash/md5.ts';
import { bytesToHex, sha256 } from '../hash/sha256.ts';

/** What a client says in `Authorization: Digest …`, by name in lower case. */
export type DigestFields = ReadonlyMap<string, string>;

const field = /(?:^|[,\s])([a-z]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi;
const needed = ['username', 'realm', 'nonce', 'uri', 'response'];

/**
 * Reads the credentials of a digest.
 *
 * @param text - What stands behind `Digest`.
 * @returns Absent when something is missing.
 * @see RFC 7616 §3.4
 */
export function readDigest(text: string): DigestFields | undefined {
  const fields = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of text.matchAll(field)) {
    fields.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare);
  }
  return needed.every((name) => fields.has(name)) ? fields : undefined;
}

const hashes: { readonly [algorithm: string]: ((bytes: Uint8Array) => Uint8Array) | undefined } = {
  md5,
  'sha-256': sha256,
};

/**
 * Whether the response of a digest shows that its sender knows the password.
 *
 * @remarks The nonce may be any, since a mock remembers no challenges.
 * @see RFC 7616 §3.4.1, and RFC 2069 §2.1.2 for one without `qop`
 */
export function provesPassword(fields: DigestFields, method: string, password: string): boolean {
  const get = (name: string): string => fields.get(name) ?? '';
  const [, name = '', session] =
    /^(.*?)(-sess)?$/.exec((get('algorithm') || 'md5').toLowerCase()) ?? [];
  const hash = Object.hasOwn(hashes, name) ? hashes[name] : undefined;
  if (hash === undefined) return false;
  const sum = (...parts: readonly string[]): string =>
    bytesToHex(hash(new TextEncoder().encode(parts.join(':'))));
  const user = sum(get('username'), get('realm'), password);
  const secret = session === undefined ? user : sum(user, get('nonce'), get('cnonce'));
  const asked = sum(method, get('uri'));
  const proof = fields.has('qop') ? [get('nc'), get('cnonce'), get('qop')] : [];
  return sum(secret, get('nonce'), ...proof, asked) === get('response').toLowerCase();
}
