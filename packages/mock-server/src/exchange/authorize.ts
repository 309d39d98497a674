import type { Core } from '../core.ts';
import type { Caller } from '../keys/caller.ts';
import { refuseManaging } from '../keys/manage-keys.ts';
import { missingScope } from '../keys/scopes.ts';
import { atLeast } from '../keys/users.ts';
import type { Operation } from '../model/operation.ts';
import { challenge } from './challenge.ts';
import type { Exchange } from './exchange-state.ts';
import { type Outcome, problem } from './outcome.ts';

/** Goes on when the caller has what the operation asks for: scopes, level, role, API type. */
export function authorize({ core, caller, operation }: Exchange): Outcome | undefined {
  if (caller === undefined || operation === undefined) return undefined;
  const scope = missingOf(caller, operation);
  if (scope !== undefined) return refuseScope({ core, operation }, scope);
  return refuseRank(core, caller, operation) ?? refuseManager(core, caller, operation);
}

// Alternatives of another scheme than the one that was used say nothing of this caller.
function missingOf(caller: Caller, { api }: Operation): string | undefined {
  const mine = api.security.filter((alternative) => Object.hasOwn(alternative, caller.scheme));
  const missing = mine.map((alternative) =>
    missingScope(caller.permissions, Object.values(alternative).flat()),
  );
  return missing.includes(undefined) ? undefined : missing[0];
}

/** A 403 that names the scope which is missing. */
export function refuseScope(
  { core, operation }: { readonly core: Core; readonly operation: Operation },
  scope: string,
  detail: string = `This key may not do that; it needs the scope ${scope}.`,
): Outcome {
  const facts = { code: 'insufficient_scope', detail, members: { required_scope: scope } };
  const header = challenge(core, operation, { error: 'insufficient_scope', detail, scope });
  return problem(403, facts, header === '' ? {} : { 'WWW-Authenticate': header });
}

function refuseRank(
  { keyPolicy }: Core,
  caller: Caller,
  { requiredLevel, requiredRole, apiType }: Operation,
): Outcome | undefined {
  if (requiredLevel !== undefined && caller.level < requiredLevel) {
    return forbidden('level_too_low', `That needs level ${requiredLevel}.`);
  }
  if (requiredRole !== undefined && !atLeast(keyPolicy, caller.role, requiredRole)) {
    return forbidden('not_manager', `That needs the role ${requiredRole}.`);
  }
  if (apiType !== undefined && caller.apiTypes?.includes(apiType) === false) {
    return forbidden('api_type_not_allowed', `This key is not allowed for the API ${apiType}.`);
  }
  return undefined;
}

function refuseManager(core: Core, caller: Caller, operation: Operation): Outcome | undefined {
  const refusal = refuseManaging(core.keyPolicy, caller, operation.handlerName);
  if (refusal === undefined) return undefined;
  return 'scope' in refusal
    ? refuseScope({ core, operation }, refusal.scope)
    : forbidden('not_manager', refusal.detail);
}

/** A 403. */
export function forbidden(code: string, detail: string): Outcome {
  return problem(403, { code, detail });
}
