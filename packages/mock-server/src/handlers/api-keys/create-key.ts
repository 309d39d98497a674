import type { JsonObject } from '@product/spec-model';
import { instantMs } from '../../clock/instant.ts';
import { type Outcome, problem } from '../../exchange/outcome.ts';
import { settleNearNotice } from '../../keys/key-agenda.ts';
import type { KeyRecord } from '../../keys/key-record.ts';
import { showKey } from '../../keys/show-key.ts';
import { asObject, asText, asTexts } from '../../model/json-read.ts';
import { createdOutcome } from '../create-row.ts';
import type { Call } from '../handler.ts';
import {
  managerOf,
  reaches,
  refuseEscalation,
  refusePast,
  refuseRenewal,
  tellAboutKey,
} from './key-access.ts';

/** Makes a key and shows its secret, this once. It has the plan and the owner of the caller's. */
export function createKey(call: Call): Outcome {
  const { core, now } = call;
  const body = asObject(call.input.body);
  const refusal = refuse(call, body);
  if (refusal !== undefined) return refusal;
  const { plan, ownerId } = managerOf(call).key;
  const { expires_at: expiresAt, description } = body;
  const { key, secret } = core.keys.create({
    mode: asText(body['mode'], call.mode),
    plan,
    ownerId,
    createdAt: now,
    name: asText(body['name'], ''),
    description: typeof description === 'string' ? description : null,
    permissions: asTexts(body['permissions']),
    autoRenew: body['auto_renew'] === true,
    expiresAt: typeof expiresAt === 'string' ? instantMs(expiresAt) : null,
  });
  settleNearNotice(key, core.keyPolicy, now);
  tellAboutKey(call, key);
  return { ...createdOutcome(call, key.id, showWithSecret(key, secret, now)), secret: true };
}

/** A key with its secret beside its id. */
export function showWithSecret(key: KeyRecord, secret: string, now: number): JsonObject {
  return { id: key.id, key: secret, ...showKey(key, now) };
}

function refuse(call: Call, body: JsonObject): Outcome | undefined {
  const mode = asText(body['mode'], call.mode);
  if (!reaches(call, mode)) {
    const detail = `A ${call.mode} key cannot make a ${mode} key. Use a ${mode} key.`;
    return problem(403, { code: 'insufficient_scope', detail });
  }
  return (
    refuseEscalation(call, asTexts(body['permissions'])) ??
    (body['auto_renew'] === true ? refuseRenewal(call, managerOf(call).key.plan) : undefined) ??
    refusePast(call, body['expires_at'])
  );
}
