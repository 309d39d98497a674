import type { SecretPolicy } from '../model/key-secret.ts';
import { base62Text, type Random } from '../random/random.ts';
import { crc32 } from './crc32.ts';

/** Characters of a checksum: 62^6 is more than 2^32. */
const checksumLength = 6;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A secret with what stands before its random part. */
export interface DrawnSecret {
  readonly start: string;
  readonly secret: string;
}

/**
 * Draws a secret.
 *
 * @param prefix - Of the key's mode; only prefixed secrets have one.
 */
export function drawSecret(random: Random, policy: SecretPolicy, prefix: string): DrawnSecret {
  if (policy.format === 'guid') return { start: '', secret: random.uuid() };
  const start = (policy.format === 'prefixed' ? prefix : '') + policy.mockMarker;
  const length = policy.length - (policy.checksum ? checksumLength : 0);
  const body = start + (policy.alphabet === 'hex' ? random.hex(length) : random.base62(length));
  return { start, secret: policy.checksum ? body + checksumOf(body) : body };
}

/** The six characters that end a secret: the base62 of the CRC-32 of all that stands before them. */
export function checksumOf(text: string): string {
  return base62Text(crc32(text)).padStart(checksumLength, '0');
}

/** Whether a text can be the secret of a key at all: what cannot is malformed, not unknown. */
export function looksLikeSecret(
  policy: SecretPolicy,
  prefixes: Iterable<string>,
  text: string,
): boolean {
  if (policy.format === 'guid') return guid.test(text);
  return policy.format !== 'prefixed' || [...prefixes].some((prefix) => text.startsWith(prefix));
}

/** First characters of a secret and three dots; never all of it. */
export function shownPrefix(secret: string, length: number): string {
  return `${secret.slice(0, Math.min(length, secret.length >> 1))}...`;
}
