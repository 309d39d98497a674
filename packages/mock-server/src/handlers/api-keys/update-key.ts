import type { Outcome } from '../../exchange/outcome.ts';
import { settleNearNotice } from '../../keys/key-agenda.ts';
import { type KeyRecord, keyStatus } from '../../keys/key-record.ts';
import type { Call } from '../handler.ts';
import { refuseExpiry } from './check-expiry.ts';
import { refuseGrants } from './check-grants.ts';
import {
  conflict,
  keyOutcome,
  namedKey,
  refuseEscalation,
  refuseRenewal,
  tellAboutKey,
} from './key-access.ts';
import { expiryFields } from './read-expiry.ts';
import { type KeyWish, readWish } from './read-wish.ts';
import { readSentFields, type SentFields } from './sent-fields.ts';

/** Changes a key at once; a later expiry brings an expired key back. */
export function updateKey(call: Call): Outcome {
  const found = namedKey(call);
  if ('missing' in found) return found.missing;
  const { key } = found;
  const fields = readSentFields(call, false);
  // The mode is not a key's to change.
  const { mode: _, ...wish } = readWish(fields, key.logging, call.now);
  return refuse(call, key, { wish, fields }) ?? changeKey(call, key, wish);
}

/** Changes a key, tells of it and answers it. */
export function changeKey(call: Call, key: KeyRecord, wish: KeyWish): Outcome {
  Object.assign(key, wish);
  // What is no longer allowed for all is no longer logged for all.
  if (wish.allowedForAll === false) key.logging = { ...key.logging, all: false };
  settleNearNotice(key, call.core.keyPolicy, call.now);
  tellAboutKey(call, key);
  return keyOutcome(call, key);
}

/** Why a key cannot be changed at all, by anyone or by this caller. */
export function refuseChange(call: Call, key: KeyRecord): Outcome | undefined {
  if (keyStatus(key, call.now) === 'revoked') return conflict('A revoked key cannot be changed.');
  if (call.core.keyPolicy.immutable) return conflict('A key cannot be changed.', 'key_immutable');
  return refuseEscalation(call, key);
}

function refuse(
  call: Call,
  key: KeyRecord,
  { wish, fields }: { readonly wish: KeyWish; readonly fields: SentFields },
): Outcome | undefined {
  const isMoved = expiryFields.some((field) => fields.has(field));
  return (
    refuseChange(call, key) ??
    refuseEscalation(call, wish) ??
    (wish.autoRenew === true ? refuseRenewal(call, key.plan) : undefined) ??
    (isMoved ? (refuseExpiry(call, fields) ?? refuseExtension(call, key, wish)) : undefined) ??
    refuseGrants(call, { wish, before: key, fields })
  );
}

function refuseExtension(
  { core }: Call,
  { expiresAt }: KeyRecord,
  wish: KeyWish,
): Outcome | undefined {
  if (core.keyPolicy.expiry.extend || wish.expiresAt === undefined || expiresAt === null) {
    return undefined;
  }
  const isLater = wish.expiresAt === null || wish.expiresAt > expiresAt;
  return isLater ? conflict('The end of a key cannot be moved away.') : undefined;
}
