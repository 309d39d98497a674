import type { KeyPolicy } from '../model/key-policy.ts';
import type { Caller } from './caller.ts';
import { missingScope } from './scopes.ts';
import { atLeast } from './users.ts';

/** Why a caller may not manage keys. */
export type ManagingRefusal = { readonly scope: string } | { readonly detail: string };

// Whoever calls may ask about themselves.
const open = new Set(['api-keys.current', 'api-keys.who-am-i']);
const ending = new Set(['api-keys.revoke', 'api-keys.delete']);

/**
 * Holds a caller against the policy's `manage`; absent when nothing speaks against it.
 *
 * @param handler - The operation's behaviour; only those of keys are held against it.
 */
export function refuseManaging(
  policy: KeyPolicy,
  caller: Caller,
  handler: string | undefined,
): ManagingRefusal | undefined {
  if (handler === undefined || !handler.startsWith('api-keys.') || open.has(handler)) {
    return undefined;
  }
  const needs = ending.has(handler) ? policy.manage.revoke : policy.manage.any;
  const scope = missingScope(caller.permissions, needs.scopes);
  if (scope !== undefined) return { scope };
  const { roles, rights } = needs;
  if (roles.length > 0 && !roles.some((role) => atLeast(policy, caller.role, role))) {
    return { detail: `Managing keys needs the role ${roles.join(' or ')}.` };
  }
  const lacking = rights.find((right) => caller.user?.rights.includes(right) !== true);
  return lacking === undefined
    ? undefined
    : { detail: `Managing keys needs the right ${lacking}.` };
}
