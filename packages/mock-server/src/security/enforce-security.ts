import type { ApiModel, SecurityRequirement, SecurityScheme } from '@product/spec-model';
import type { Exchange } from '../exchange/exchange-state.ts';
import { type Outcome, problem } from '../exchange/outcome.ts';
import type { Caller } from '../keys/caller.ts';
import { countUse } from '../keys/key-record.ts';
import { challengeOf, describeScheme } from './describe-scheme.ts';
import { judge, type Refused, type SecurityRules } from './judge.ts';
import { readSent } from './read-sent.ts';

import { checkSecurityOption, type SecurityOption } from './security-option.ts';

/**
 * Makes the stage that enforces the security of a document which says nothing of its keys.
 *
 * @remarks One alternative must hold, and all schemes of it. A key of `mock.keys` is what it is, with
 * its scopes, limits and end, however open the rest is.
 * @param option - Whom to let in.
 * @throws `MockError` with code `invalid_option` for credentials of a scheme that does not exist.
 */
export function enforceSecurity(
  model: ApiModel,
  option: SecurityOption = 'open',
): (exchange: Exchange) => Outcome | undefined {
  checkSecurityOption(option, model);
  if (option === 'off') return () => undefined;
  const accepted = typeof option === 'object' ? option.credentials : [];
  const rules: SecurityRules = { accepted, isStrict: option !== 'open' };
  return (exchange) => {
    const security = exchange.operation?.api.security ?? [];
    if (security.length === 0) return undefined;
    const refusals: Refused[] = [];
    for (const alternative of security) {
      const found = tryAlternative(exchange, rules, alternative);
      if (found === undefined) continue;
      if ('refused' in found) refusals.push(found);
      else return letIn(exchange, found.caller);
    }
    if (refusals.length < security.length) return undefined;
    refusals.sort((left, right) => right.rank - left.rank);
    const [nearest] = refusals;
    return nearest && refuse(exchange, nearest);
  };
}

/** Absent for the alternative that asks for nothing: another one may know the caller. */
function tryAlternative(
  exchange: Exchange,
  rules: SecurityRules,
  alternative: SecurityRequirement,
): { readonly caller: Caller | undefined } | Refused | undefined {
  const needed = Object.entries(alternative);
  if (needed.length === 0) return undefined;
  let caller: Caller | undefined;
  for (const [name, scopes] of needed) {
    const scheme = schemeOf(exchange, name);
    // What names no scheme is a fault of the document, not of the caller.
    if (scheme === undefined || scheme.type === 'mutualTLS') continue;
    const sent = readSent(scheme, exchange);
    const found = judge(exchange, rules, { name, scopes, sent });
    if ('refused' in found) return found;
    caller ??= found.caller;
  }
  return { caller };
}

function letIn(exchange: Exchange, caller: Caller | undefined): undefined {
  exchange.caller = caller;
  if (caller?.key !== undefined) countUse(caller.key, exchange.at);
}

function refuse(exchange: Exchange, { refused, detail, scope }: Refused): Outcome {
  const isKnown = refused === 'insufficient_scope';
  const isMissing = refused === 'missing_credentials';
  const whole = detail === '' ? adviceOf(exchange) : detail;
  const text =
    refused === 'malformed_credentials' ? `The credentials have another form. ${whole}` : whole;
  const facts = {
    error: isMissing ? undefined : isKnown ? 'insufficient_scope' : 'invalid_token',
    detail: text,
    scope,
  };
  const members = scope === undefined ? {} : { members: { required_scope: scope } };
  const challenges = challengesOf(exchange, facts);
  return problem(
    isKnown ? 403 : 401,
    { code: refused, detail: text, ...members },
    challenges === '' ? {} : { 'WWW-Authenticate': challenges },
  );
}

function challengesOf(
  exchange: Exchange,
  facts: {
    readonly error: string | undefined;
    readonly detail: string;
    readonly scope: string | undefined;
  },
): string {
  const { core, operation, requestId } = exchange;
  const names = new Set((operation?.api.security ?? []).flatMap((needed) => Object.keys(needed)));
  const written = [...names].flatMap((name) => {
    const scheme = schemeOf(exchange, name);
    const all = { ...facts, realm: core.model.info.title, nonce: requestId };
    return (scheme && challengeOf(scheme, all)) ?? [];
  });
  return [...new Set(written)].join(', ');
}

/** What to send: every alternative of the operation. */
function adviceOf(exchange: Exchange): string {
  const alternatives = (exchange.operation?.api.security ?? []).map((needed) =>
    Object.keys(needed)
      .flatMap((name) => schemeOf(exchange, name) ?? [])
      .map(describeScheme)
      .join(' and '),
  );
  return `Send ${[...new Set(alternatives)].filter((text) => text !== '').join(', or ')}.`;
}

function schemeOf({ core }: Exchange, name: string): SecurityScheme | undefined {
  const { securitySchemes } = core.model;
  return Object.hasOwn(securitySchemes, name) ? securitySchemes[name] : undefined;
}
