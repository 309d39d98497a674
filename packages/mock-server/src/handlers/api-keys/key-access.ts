import { instantMs } from '../../clock/instant.ts';
import { challenge } from '../../exchange/challenge.ts';
import { invalid, notFound, type Outcome, problem } from '../../exchange/outcome.ts';
import type { KeyRecord } from '../../keys/key-record.ts';
import { missingScope } from '../../keys/scopes.ts';
import { showKey } from '../../keys/show-key.ts';
import type { Call, Caller } from '../handler.ts';
import { itemId } from '../row-context.ts';

/** Who manages keys; every operation on keys is called with one. */
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

/** The key that the path names, or a 404. */
export function namedKey(call: Call): { readonly key: KeyRecord } | { readonly missing: Outcome } {
  const id = itemId(call);
  const key = call.core.keys.get(id);
  return key !== undefined && reaches(call, key.mode)
    ? { key }
    : { missing: notFound('API key', id) };
}

/** A 403 when someone would give, or use, more than they have. */
export function refuseEscalation(call: Call, scopes: readonly string[]): Outcome | undefined {
  const scope = missingScope(managerOf(call).permissions, scopes);
  if (scope === undefined) return undefined;
  const detail = `This key may not grant what it does not have; it needs the scope ${scope}.`;
  const facts = { code: 'insufficient_scope', detail, members: { required_scope: scope } };
  const header = challenge(call.core, { error: 'insufficient_scope', detail, scope });
  return problem(403, facts, { 'WWW-Authenticate': header });
}

/** A 403 when a plan does not renew keys by itself. */
export function refuseRenewal({ core }: Call, plan: string): Outcome | undefined {
  const plans = core.keyPolicy.autoRenewPlans;
  if (plans.includes(plan)) return undefined;
  const detail = `auto_renew needs the ${plans.join(' or ')} plan.`;
  const [first = plan] = plans;
  return problem(403, { code: 'plan_required', detail, members: { required_plan: first } });
}

/** A 422 when an expiry lies in the past. */
export function refusePast({ now }: Call, expiresAt: unknown): Outcome | undefined {
  if (typeof expiresAt !== 'string' || instantMs(expiresAt) > now) return undefined;
  const message = 'expires_at must lie in the future.';
  return invalid([{ pointer: '/expires_at', code: 'minimum', message }]);
}

/** A 409: the key's state does not allow it. */
export function conflict(detail: string): Outcome {
  return problem(409, { code: 'conflict', detail });
}

/** Tells the endpoints of the key's own mode what the document says that success tells. */
export function tellAboutKey({ core, operation, now }: Call, key: KeyRecord): void {
  for (const type of operation.events) {
    core.emit({ type, mode: key.mode, data: showKey(key, now) });
  }
}

/** A 200 with the key. */
export function keyOutcome({ operation, now }: Call, key: KeyRecord): Outcome {
  return { status: operation.successStatus, body: showKey(key, now) };
}
