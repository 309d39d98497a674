import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

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
  const keyed = hmac.create(sha256, pepper);
  const encoder = new TextEncoder();
  return (secret) => bytesToHex(keyed.clone().update(encoder.encode(secret)).digest());
}
