import type { Outcome } from '../../exchange/outcome.ts';
import type { Call } from '../handler.ts';
import { keyOutcome, namedKey, refuseEscalation, tellAboutKey } from './key-access.ts';

/** Switches a key off for good; the record stays, unless `permanent=true` asks to remove it too. */
export function revokeKey(call: Call): Outcome {
  const { core, now, input } = call;
  const found = namedKey(call);
  if ('missing' in found) return found.missing;
  const { key } = found;
  const refusal = refuseEscalation(call, key.permissions);
  if (refusal !== undefined) return refusal;
  if (key.revokedAt === null) {
    key.revokedAt = now;
    tellAboutKey(call, key);
  }
  if (input.query.get('permanent') !== true) return keyOutcome(call, key);
  core.keys.remove(key);
  return { status: 204 };
}
