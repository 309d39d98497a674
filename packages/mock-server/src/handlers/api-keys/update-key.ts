import type { JsonObject } from '@product/spec-model';
import { instantMs } from '../../clock/instant.ts';
import type { Outcome } from '../../exchange/outcome.ts';
import { settleNearNotice } from '../../keys/key-agenda.ts';
import { type KeyRecord, keyStatus } from '../../keys/key-record.ts';
import { asObject, asTexts } from '../../model/json-read.ts';
import type { Call } from '../handler.ts';
import {
  conflict,
  keyOutcome,
  namedKey,
  refuseEscalation,
  refusePast,
  refuseRenewal,
  tellAboutKey,
} from './key-access.ts';

/** Changes a key at once; a later expiry brings an expired key back. */
export function updateKey(call: Call): Outcome {
  const found = namedKey(call);
  if ('missing' in found) return found.missing;
  const { key } = found;
  const body = asObject(call.input.body);
  const refusal = refuse(call, key, body);
  if (refusal !== undefined) return refusal;
  change(key, body);
  settleNearNotice(key, call.core.keyPolicy, call.now);
  tellAboutKey(call, key);
  return keyOutcome(call, key);
}

function refuse(call: Call, key: KeyRecord, body: JsonObject): Outcome | undefined {
  if (keyStatus(key, call.now) === 'revoked') return conflict('A revoked key cannot be changed.');
  return (
    refuseEscalation(call, [...key.permissions, ...asTexts(body['permissions'])]) ??
    (body['auto_renew'] === true ? refuseRenewal(call, key.plan) : undefined) ??
    refusePast(call, body['expires_at'])
  );
}

function change(key: KeyRecord, body: JsonObject): void {
  const { name, description, permissions, expires_at: expiresAt, auto_renew: autoRenew } = body;
  if (typeof name === 'string') key.name = name;
  if (typeof description === 'string' || description === null) key.description = description;
  if (permissions !== undefined) key.permissions = asTexts(permissions);
  if (typeof expiresAt === 'string') key.expiresAt = instantMs(expiresAt);
  if (expiresAt === null) key.expiresAt = null;
  if (typeof autoRenew === 'boolean') key.autoRenew = autoRenew;
}
