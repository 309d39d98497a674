import type { SecurityRequirement } from '@product/spec-model';
import type { MockHeaders } from '../exchange/message.ts';
import type { KeyPolicy } from '../model/key-policy.ts';
import type { CredentialForm } from '../model/key-schemes.ts';
import { type Caller, callerOfKey } from './caller.ts';
import { describeForm, readForm } from './credentials.ts';
import { looksLikeToken } from './json-web-token.ts';
import { type CredentialHolder, openKey, type Refusal, unknownKey } from './open-key.ts';
import { openSignedToken, openToken } from './open-token.ts';
import { looksLikeSecret } from './secret-form.ts';

/** A request's credentials. */
export interface CredentialQuestion {
  /** The operation's alternatives. */
  readonly security: readonly SecurityRequirement[];
  readonly headers: MockHeaders;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Whom the credentials belong to, by the first of the operation's schemes that they open.
 *
 * @remarks The ladder of reasons, the plainest first: missing, malformed, unknown, expired. What is
 * unknown, revoked or switched off gets one answer, after the same work.
 */
export function findCaller(
  holder: CredentialHolder,
  { security, headers, now }: CredentialQuestion,
): Caller | Refusal {
  const refusals: Refusal[] = [];
  for (const scheme of new Set(security.flatMap((needed) => Object.keys(needed)))) {
    const form = holder.keyPolicy.forms.get(scheme);
    if (form === undefined) continue;
    const found = openForm(holder, { scheme, form, values: headers[form.header], now });
    if (!('refused' in found)) return found;
    refusals.push(found);
  }
  refusals.sort((left, right) => weightOf(right) - weightOf(left));
  return refusals[0] ?? missing('credentials');
}

// What came closest to opening says most.
const reasons = ['missing_credentials', 'malformed_credentials', 'invalid_api_key'];

function weightOf({ refused }: Refusal): number {
  const place = reasons.indexOf(refused);
  return place < 0 ? reasons.length : place;
}

interface Attempt {
  readonly scheme: string;
  readonly form: CredentialForm;
  readonly values: readonly string[] | undefined;
  readonly now: number;
}

function openForm(holder: CredentialHolder, attempt: Attempt): Caller | Refusal {
  const { form, values, scheme, now } = attempt;
  const credentials = readForm(form, values);
  switch (credentials.kind) {
    case 'missing':
      return missing(`an API key in the header ${describeForm(form)}`);
    case 'malformed':
      return malformed(holder.keyPolicy, form);
    case 'basic': {
      const opened = openKey(holder, credentials.password, now);
      if ('refused' in opened) return opened;
      const named = opened.key.id === credentials.user;
      return named ? callerOfKey(holder, opened.key, { scheme }) : unknownKey;
    }
    default:
      return openBearer(holder, credentials.token, attempt);
  }
}

function openBearer(
  holder: CredentialHolder,
  token: string,
  { form, scheme, now }: Attempt,
): Caller | Refusal {
  const { accessToken, secret, modes } = holder.keyPolicy;
  if (form.token && token.startsWith(accessToken.prefix)) {
    return openToken(holder, token, { scheme, now });
  }
  if (form.jwt && looksLikeToken(token)) return openSignedToken(holder, token, { scheme, now });
  if (!form.key) return form.jwt ? malformed(holder.keyPolicy, form) : unknownKey;
  if (!looksLikeSecret(secret, modes.values(), token)) return malformed(holder.keyPolicy, form);
  const opened = openKey(holder, token, now);
  return 'refused' in opened ? opened : callerOfKey(holder, opened.key, { scheme });
}

function missing(what: string): Refusal {
  return { refused: 'missing_credentials', detail: `Send ${what}.` };
}

function malformed({ modes, secret }: KeyPolicy, form: CredentialForm): Refusal {
  const starts = secret.format === 'prefixed' ? [...modes.values()].join(' or ') : '';
  const keys = starts === '' ? '' : ` A key starts with ${starts}.`;
  const detail = `The header must be ${describeForm(form)}.${keys}`;
  return { refused: 'malformed_credentials', detail };
}
