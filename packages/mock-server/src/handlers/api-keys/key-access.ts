import { forbidden, refuseScope } from '../../exchange/authorize.ts';
import { notFound, type Outcome, problem } from '../../exchange/outcome.ts';
import type { Caller } from '../../keys/caller.ts';
import type { KeyRecord } from '../../keys/key-record.ts';
import { missingScope } from '../../keys/scopes.ts';
import { showKey, writeKey } from '../../keys/show-key.ts';
import { successSchema } from '../../model/operation.ts';
import type { Call } from '../handler.ts';
import { itemId } from '../row-context.ts';

/** Who manages keys; every operation on keys is called by someone. */
export function managerOf({ caller, operation }: Call): Caller {
  if (caller !== undefined) return caller;
  throw new Error(`cannot handle ${operation.id}: it manages keys, so it must ask for one.`);
}

/**
 * Whether a caller may see and manage keys of a mode.
 *
 * @remarks A live key manages keys of every mode. A test key stays in the sandbox: otherwise it
 * could make itself a live one.
 */
export function reaches(call: Call, mode: string): boolean {
  return call.mode === mode || call.mode !== 'test';
}

/** Whether a caller may know of a key: it is of a mode that they reach, and theirs. */
export function sees(call: Call, key: KeyRecord): boolean {
  const { owner } = call.core.keyPolicy;
  const { ownerId, companyId } = managerOf(call);
  if (!reaches(call, key.mode)) return false;
  // Whoever has no company shares nothing with others who have none.
  if (owner === 'company' && key.companyId !== null) return key.companyId === companyId;
  return owner === 'account' || key.ownerId === ownerId;
}

/** The key that the path names, or a 404. */
export function namedKey(call: Call): { readonly key: KeyRecord } | { readonly missing: Outcome } {
  const id = itemId(call);
  const key = call.core.keys.get(id);
  return key !== undefined && sees(call, key) ? { key } : { missing: notFound('API key', id) };
}

/** What a key can do, or shall be able to. */
export type Powers = Partial<
  Pick<KeyRecord, 'permissions' | 'level' | 'apiTypes' | 'allowedForAll'>
>;

/** A 403 when someone would give, or use, more than they have. */
export function refuseEscalation(call: Call, powers: Powers): Outcome | undefined {
  const { permissions, level, apiTypes } = managerOf(call);
  const { kind } = call.core.keyPolicy.grants;
  const scope = kind === 'scopes' ? missingScope(permissions, powers.permissions ?? []) : undefined;
  if (scope !== undefined) {
    const detail = `This key may not grant what it does not have; it needs the scope ${scope}.`;
    return refuseScope(call, scope, detail);
  }
  if (kind === 'level' && (powers.level ?? 0) > level) {
    return forbidden('level_exceeds_own', `Your own level is ${level}; a key may have no more.`);
  }
  if (kind !== 'api_types' || apiTypes === undefined) return undefined;
  const type = powers.apiTypes?.find((wanted) => !apiTypes.includes(wanted));
  if (type === undefined && powers.allowedForAll !== true) return undefined;
  return forbidden('api_type_not_allowed', `This key may not grant ${type ?? 'every API type'}.`);
}

/** A 403 when a plan does not renew keys by itself. */
export function refuseRenewal({ core }: Call, plan: string): Outcome | undefined {
  const plans = core.keyPolicy.expiry.autoRenewPlans;
  if (plans.includes(plan)) return undefined;
  const detail = `auto_renew needs the ${plans.join(' or ')} plan.`;
  const [first = plan] = plans;
  return problem(403, { code: 'plan_required', detail, members: { required_plan: first } });
}

/** A 409: the key's state does not allow it. */
export function conflict(detail: string, reason?: string): Outcome {
  return problem(409, { code: 'conflict', detail, ...(reason === undefined ? {} : { reason }) });
}

/** Tells the endpoints of the key's own mode what the document says that success tells. */
export function tellAboutKey({ core, operation, now }: Call, key: KeyRecord): void {
  for (const type of operation.events) {
    core.emit({ type, mode: key.mode, data: showKey(key, now) });
  }
}

/** The operation's success with the key, in the form that the document has for it. */
export function keyOutcome(call: Call, key: KeyRecord, secret?: string): Outcome {
  const { core, operation, now } = call;
  const schema = successSchema(operation);
  const status = operation.successStatus;
  if (schema === undefined) return { status };
  const body = writeKey({ core, key, secret, now }, schema);
  return secret === undefined ? { status, body } : { status, body, secret: true };
}
