import type { Exchange } from '../exchange/exchange-state.ts';
import { type Caller, callerOfKey } from '../keys/caller.ts';
import { openKey, type Refusal } from '../keys/open-key.ts';
import { missingScope } from '../keys/scopes.ts';
import type { SecretPolicy } from '../model/key-secret.ts';
import { provesPassword } from './digest.ts';
import type { Sent } from './read-sent.ts';
import type { AcceptedCredential } from './security-option.ts';

/** Whom the mock lets in. */
export interface SecurityRules {
  readonly accepted: readonly AcceptedCredential[];
  /** Whether credentials that nobody knows are refused. */
  readonly isStrict: boolean;
}

/** Why one scheme does not let in what was sent. */
export interface Refused {
  /** The problem's code. */
  readonly refused: string;
  /** How near the credentials came: missing, malformed, unknown, too weak. */
  readonly rank: 0 | 1 | 2 | 3;
  /** Empty when the advice what to send says all. */
  readonly detail: string;
  readonly scope?: string;
}

/** One scheme of an alternative, and what came for it. */
export interface Claim {
  /** Of the scheme. */
  readonly name: string;
  readonly scopes: readonly string[];
  readonly sent: Sent;
}

/** Whether a scheme lets in what was sent, and who it is where that is known. */
export function judge(
  exchange: Exchange,
  rules: SecurityRules,
  { name, scopes, sent }: Claim,
): { readonly caller: Caller | undefined } | Refused {
  if (sent.state === 'missing') return { refused: 'missing_credentials', rank: 0, detail: '' };
  if (sent.state === 'malformed') return { refused: 'malformed_credentials', rank: 1, detail: '' };
  const found = findKey(exchange, name, sent.secrets);
  if (found !== undefined && 'refused' in found) return { ...found, rank: 2 };
  if (found !== undefined)
    return weak(missingScope(found.permissions, scopes)) ?? { caller: found };
  if (!rules.isStrict) return { caller: undefined };
  const { method } = exchange.request;
  const known = rules.accepted.filter((one) => one.scheme === name && isMeant(one, sent, method));
  if (known.length === 0) return unknown;
  const missing = known.map((one) => one.scopes && missingScope(one.scopes, scopes));
  return weak(missing.includes(undefined) ? undefined : missing[0]) ?? { caller: undefined };
}

const unknown: Refused = {
  refused: 'invalid_credentials',
  rank: 2,
  detail: 'Nobody here has these credentials.',
};

function weak(scope: string | undefined): Refused | undefined {
  if (scope === undefined) return undefined;
  const detail = `That needs the scope ${scope}.`;
  return { refused: 'insufficient_scope', rank: 3, scope, detail };
}

/** The key of the mock that was sent; absent when it is none of its keys. */
function findKey(
  { core, at }: Exchange,
  scheme: string,
  secrets: readonly string[],
): Caller | Refusal | undefined {
  const { secret: form, modes } = core.keyPolicy;
  // To hash what is sent costs as much as the rest of the stage.
  if (core.keys.isEmpty) return undefined;
  for (const secret of secrets) {
    if (!mayBeOurs(form, modes.values(), secret)) continue;
    if (core.keys.find(secret) === undefined) continue;
    const opened = openKey(core, secret, at);
    return 'refused' in opened ? opened : callerOfKey(core, opened.key, { scheme });
  }
  return undefined;
}

// To look a key up costs a hash; most credentials need none, since keys of the mock have one form.
function mayBeOurs(
  { mockMarker, length }: SecretPolicy,
  prefixes: Iterable<string>,
  secret: string,
): boolean {
  for (const prefix of prefixes) {
    const start = prefix + mockMarker;
    if (secret.length === start.length + length && secret.startsWith(start)) return true;
  }
  return false;
}

function isMeant(
  { value, username, password }: AcceptedCredential,
  sent: Extract<Sent, { readonly state: 'sent' }>,
  method: string,
): boolean {
  if (value !== undefined) return sent.secrets.includes(value);
  if (username !== sent.user || password === undefined) return username === sent.user;
  return sent.digest === undefined
    ? sent.password === password
    : provesPassword(sent.digest, method, password);
}
