import { instantText } from '../clock/instant.ts';
import type { Core } from '../core.ts';
import type { CallerGround } from './caller.ts';
import { type KeyRecord, keyStatus } from './key-record.ts';

/** Why credentials open nothing. */
export interface Refusal {
  /** The problem's code. */
  readonly refused: string;
  readonly detail: string;
  /** The key that was meant, when it is known. */
  readonly key?: KeyRecord;
}

/** What credentials are held against. */
export type CredentialHolder = CallerGround & Pick<Core, 'keys' | 'tokens' | 'pepper'>;

/** The answer to what opens nothing, whether it never did or no longer does. */
export const unknownKey: Refusal = {
  refused: 'invalid_api_key',
  detail: 'There is no such API key or access token.',
};

/**
 * The key that a secret opens now.
 *
 * @param now - Epoch milliseconds.
 */
export function openKey(
  { keys }: Pick<Core, 'keys'>,
  secret: string,
  now: number,
): { readonly key: KeyRecord } | Refusal {
  const found = keys.find(secret);
  if (found === undefined) return unknownKey;
  const { key, until } = found;
  if (until !== null && until <= now) return { ...unknownKey, key };
  return refusalOf(key, now) ?? { key };
}

/** Why a key opens nothing now; absent when it does. */
export function refusalOf(key: KeyRecord, now: number): Refusal | undefined {
  const status = keyStatus(key, now);
  if (status === 'active') return undefined;
  if (status !== 'expired') return { ...unknownKey, key };
  const expired = instantText(key.expiresAt ?? now);
  const detail = `The API key expired at ${expired}. Extend it or use another.`;
  return { refused: 'expired_api_key', detail, key };
}
