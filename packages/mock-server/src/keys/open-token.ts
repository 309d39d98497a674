import { instantText } from '../clock/instant.ts';
import { type Caller, callerOfKey, callerOfUser } from './caller.ts';
import { readToken } from './json-web-token.ts';
import { type CredentialHolder, type Refusal, refusalOf, unknownKey } from './open-key.ts';
import { grants } from './scopes.ts';
import type { TokenRecord } from './token-store.ts';
import { findUser } from './users.ts';

interface Attempt {
  readonly scheme: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Whom an access token of the token endpoint stands for: a key, or a user. */
export function openToken(
  holder: CredentialHolder,
  token: string,
  attempt: Attempt,
): Caller | Refusal {
  const record = holder.tokens.find('access', token);
  if (record === undefined) return unknownKey;
  return record.userId === undefined
    ? openKeyToken(holder, record, attempt)
    : (expiryOf(record.expiresAt, attempt) ??
        openUser(holder, record.userId, { ...attempt, ...record }));
}

function openKeyToken(
  holder: CredentialHolder,
  record: TokenRecord,
  attempt: Attempt,
): Caller | Refusal {
  const key = holder.keys.get(record.keyId);
  if (key === undefined) return unknownKey;
  const refusal = refusalOf(key, attempt.now) ?? expiryOf(record.expiresAt, attempt);
  if (refusal !== undefined) return { ...refusal, key };
  // A scope taken from the key is taken from its tokens.
  const permissions = record.permissions.filter((scope) => grants(key.permissions, scope));
  return callerOfKey(holder, key, { scheme: attempt.scheme, permissions });
}

/** Whom a JSON Web Token of a sign-in stands for. */
export function openSignedToken(
  holder: CredentialHolder,
  token: string,
  attempt: Attempt,
): Caller | Refusal {
  const claims = readToken(holder.pepper.hash(), token);
  if (claims === undefined) return unknownKey;
  const { sub, mode, exp } = claims;
  return expiryOf(exp * 1000, attempt) ?? openUser(holder, sub, { ...attempt, mode });
}

function openUser(
  holder: CredentialHolder,
  id: string,
  { scheme, mode }: { readonly scheme: string; readonly mode: string },
): Caller | Refusal {
  const user = findUser(holder, mode, id);
  if (user === undefined || user.blocked) return unknownKey;
  return callerOfUser(holder, user, { scheme, mode });
}

function expiryOf(expiresAt: number, { now }: Attempt): Refusal | undefined {
  if (expiresAt > now) return undefined;
  const detail = `The access token expired at ${instantText(expiresAt)}. Get another.`;
  return { refused: 'expired_api_key', detail };
}
