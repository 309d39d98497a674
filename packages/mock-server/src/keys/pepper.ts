import { bytesToHex } from '../hash/sha256.ts';
import type { Random } from '../random/random.ts';
import { createSecretHash, type SecretHash } from './secret-hash.ts';

/** The secret that keys every hash of one mock. */
export interface Pepper {
  /** The present hash. */
  readonly hash: () => SecretHash;
  /** In hex: hashes of a snapshot are worth nothing without it. */
  snapshot(): string;
  /** Takes that of a snapshot. */
  restore(kept: string): void;
}

/** Draws a pepper. */
export function createPepper(random: Random): Pepper {
  let bytes = random.bytes(32);
  let hash = createSecretHash(bytes);
  return {
    hash: () => hash,
    snapshot: () => bytesToHex(bytes),
    restore: (kept) => {
      bytes = Uint8Array.from(kept.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
      hash = createSecretHash(bytes);
    },
  };
}
