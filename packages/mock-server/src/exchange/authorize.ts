import { missingScope } from '../keys/scopes.ts';
import { challenge } from './challenge.ts';
import type { Exchange } from './exchange-state.ts';
import { type Outcome, problem } from './outcome.ts';

/** Goes on when the key carries every scope of one of the operation's alternatives. */
export function authorize({ core, caller, operation }: Exchange): Outcome | undefined {
  if (caller === undefined || operation === undefined) return undefined;
  const missing = operation.api.security.map((alternative) =>
    missingScope(caller.permissions, Object.values(alternative).flat()),
  );
  const [scope] = missing;
  if (scope === undefined || missing.includes(undefined)) return undefined;
  const detail = `This key may not do that; it needs the scope ${scope}.`;
  const facts = { code: 'insufficient_scope', detail, members: { required_scope: scope } };
  const header = challenge(core, { error: 'insufficient_scope', detail, scope });
  return problem(403, facts, { 'WWW-Authenticate': header });
}
