import type { JsonObject } from '@product/spec-model';
import { instantText } from '../clock/instant.ts';
import { type KeyRecord, keyStatus, usageAt } from './key-record.ts';

/** A key as the API shows it, without its secret. */
export function showKey(key: KeyRecord, now: number): JsonObject {
  const usage = usageAt(key, now);
  return {
    id: key.id,
    name: key.name,
    description: key.description,
    prefix: key.prefix,
    tail: key.tail,
    permissions: [...key.permissions],
    mode: key.mode,
    status: keyStatus(key, now),
    plan: key.plan,
    auto_renew: key.autoRenew,
    created_at: instantText(key.createdAt),
    last_used: instantOrNull(key.lastUsedAt),
    expires_at: instantOrNull(key.expiresAt),
    revoked_at: instantOrNull(key.revokedAt),
    usage: { requests_today: usage.onDay, requests_this_month: usage.inMonth },
  };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : instantText(at);
}
