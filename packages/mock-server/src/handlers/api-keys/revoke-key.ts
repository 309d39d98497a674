import type { Outcome } from '../../exchange/outcome.ts';
import { endKey } from '../../keys/end-keys.ts';
import type { Call } from '../handler.ts';
import { keyOutcome, namedKey, refuseEscalation, tellAboutKey } from './key-access.ts';

/**
 * Switches a key off for good; the record stays, unless the policy keeps none or `permanent=true`
 * asks to remove it too.
 */
export function revokeKey(call: Call): Outcome {
  const { core, now, input } = call;
  const found = namedKey(call);
  if ('missing' in found) return found.missing;
  const { key } = found;
  const refusal = refuseEscalation(call, key);
  if (refusal !== undefined) return refusal;
  const isNews = key.revokedAt === null;
  endKey(core, key, now);
  if (isNews) tellAboutKey(call, key);
  if (input.query.get('permanent') !== true) return keyOutcome(call, key);
  core.keys.remove(key);
  return { status: 204 };
}

/** Ends a key and removes its record. */
export function deleteKey(call: Call): Outcome {
  const found = namedKey(call);
  if ('missing' in found) return found.missing;
  const refusal = refuseEscalation(call, found.key);
  if (refusal !== undefined) return refusal;
  endKey(call.core, found.key, call.now);
  call.core.keys.remove(found.key);
  tellAboutKey(call, found.key);
  return keyOutcome(call, found.key);
}
