import type { Outcome } from '../../exchange/outcome.ts';
import type { Call } from '../handler.ts';
import { issueKey } from './create-key.ts';
import { conflict, namedKey, refuseEscalation } from './key-access.ts';

/**
 * Makes another key with the same settings and shows its secret, this once.
 *
 * @remarks The secret of the first cannot be shown again: only its hash is kept.
 */
export function copyKey(call: Call): Outcome {
  const found = namedKey(call);
  if ('missing' in found) return found.missing;
  const { key } = found;
  if (key.revokedAt !== null) return conflict('A revoked key cannot be copied.');
  if (key.expiresAt !== null && key.expiresAt <= call.now) {
    return conflict('An expired key cannot be copied.');
  }
  const refusal = refuseEscalation(call, key);
  if (refusal !== undefined) return refusal;
  const { mode, plan, ownerId, companyId, name, description, permissions, level } = key;
  const { apiTypes, allowedForAll, active, logging, autoRenew, expiresAt } = key;
  return issueKey(call, {
    ...{ mode, plan, ownerId, companyId, name, description, permissions, level },
    ...{ apiTypes, allowedForAll, active, logging, autoRenew, expiresAt, createdAt: call.now },
  });
}
