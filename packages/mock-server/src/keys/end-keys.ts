import type { JsonObject } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { KeyRecord } from './key-record.ts';
import type { KeyMode } from './key-ring.ts';
import { showKey } from './show-key.ts';
import { rankOf, readUser, type User } from './users.ts';

type Holder = Pick<Core, 'keys' | 'keyPolicy' | 'emit'>;

/**
 * Ends a key for good; its record goes too where the policy keeps none.
 *
 * @param now - Epoch milliseconds.
 */
export function endKey({ keys, keyPolicy }: Holder, key: KeyRecord, now: number): void {
  key.revokedAt ??= now;
  if (!keyPolicy.revocation.keepsRecord) keys.remove(key);
}

/** Ends every key of a user in one mode, and tells of each. */
function endKeysOf(
  holder: Holder,
  owner: { readonly id: string; readonly mode: KeyMode },
  now: number,
): void {
  for (const key of holder.keys.list()) {
    if (key.ownerId !== owner.id || key.mode !== owner.mode || key.revokedAt !== null) continue;
    endKey(holder, key, now);
    holder.emit({ type: 'api_key.revoked', mode: key.mode, data: showKey(key, now) });
  }
}

/** How the row of a user changed. */
export interface UserChange {
  readonly mode: KeyMode;
  readonly before: JsonObject;
  /** Absent when the row was deleted. */
  readonly after: JsonObject | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Ends the keys of a user whose row changed in a way that the policy says ends keys. */
export function settleUserChange(holder: Holder, change: UserChange): void {
  const { keyPolicy } = holder;
  const before = readUser(keyPolicy, change.before);
  const after = change.after && readUser(keyPolicy, change.after);
  const happened = {
    role_downgraded: after !== undefined && isWeaker(holder, before, after),
    account_blocked: after === undefined || (after.blocked && !before.blocked),
    consent_withdrawn: after?.consents === false && before.consents,
  };
  const ends = Object.entries(happened).some(
    ([event, did]) => did && keyPolicy.revocation.on.includes(event),
  );
  if (ends) endKeysOf(holder, { id: before.id, mode: change.mode }, change.now);
}

// Whoever loses their role, or gets one that nobody knows, has less than before.
function isWeaker({ keyPolicy }: Holder, before: User, after: User): boolean {
  const rank = ({ role }: User): number => rankOf(keyPolicy, role ?? '') ?? -1;
  return rank(after) < rank(before);
}

/** Notes that a rate limit refused a key; too many refusals end every key of its owner. */
export function noteRefusal(holder: Holder, key: KeyRecord, now: number): void {
  const { on, excessiveUse } = holder.keyPolicy.revocation;
  if (!on.includes('excessive_use')) return;
  const since = now - excessiveUse.windowSeconds * 1000;
  while ((key.refusals[0] ?? now) <= since) key.refusals.shift();
  key.refusals.push(now);
  if (key.refusals.length < excessiveUse.refusals) return;
  endKeysOf(holder, { id: key.ownerId, mode: key.mode }, now);
}
