import { bytesToHex, hmacSha256 } from '../hash/sha256.ts';

/** Turns a secret into what is kept of it. */
export type SecretHash = (secret: string) => string;

/**
 * A keyed hash: HMAC-SHA256 in hex.
 *
 * @remarks Secrets are found by their hash, so a lookup compares no secret and takes the same time
 * for one that is unknown and one that is revoked.
 * @param pepper - The key, one per mock.
 */
export function createSecretHash(pepper: Uint8Array): SecretHash {
  const keyed = hmacSha256(pepper);
  const encoder = new TextEncoder();
  return (secret) => bytesToHex(keyed(encoder.encode(secret)));
}

/** Whether two texts are the same, in a time that depends on their lengths only. */
export function equalTexts(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let at = 0; at < left.length; at++) {
    difference |= left.charCodeAt(at) ^ right.charCodeAt(at % (right.length || 1));
  }
  return difference === 0;
}
