import { instantText } from '../clock/instant.ts';
import type { Core } from '../core.ts';
import type { Caller } from '../handlers/handler.ts';
import type { Credentials } from './credentials.ts';
import { type KeyRecord, keyStatus } from './key-record.ts';
import { grants } from './scopes.ts';

/** Why credentials open nothing. */
export interface Refusal {
  /** The problem's code. */
  readonly refused: string;
  readonly detail: string;
  /** The key that was meant, when it is known. */
  readonly key?: KeyRecord;
}

type Holder = Pick<Core, 'keys' | 'tokens' | 'keyPolicy'>;

/**
 * Whom bearer credentials belong to. The ladder of reasons, the plainest first: missing, malformed,
 * unknown, revoked, expired.
 *
 * @param now - Epoch milliseconds.
 */
export function findCaller(
  holder: Holder,
  credentials: Credentials,
  now: number,
): Caller | Refusal {
  if (credentials.kind === 'missing') return missing;
  const { accessToken, modes } = holder.keyPolicy;
  if (credentials.kind !== 'bearer') return malformed(holder);
  const { token } = credentials;
  if (token.startsWith(accessToken.prefix)) return findByToken(holder, token, now);
  const known = [...modes.values()].some((prefix) => token.startsWith(prefix));
  return known ? findBySecret(holder, token, now) : malformed(holder);
}

/** The key that a secret opens now. */
export function findBySecret(holder: Holder, secret: string, now: number): Caller | Refusal {
  const found = holder.keys.find(secret);
  if (found === undefined) return unknown;
  const { key, until } = found;
  const refusal = refusalOf(key, now);
  if (refusal !== undefined) return refusal;
  if (until === null || until > now) return { key, permissions: key.permissions };
  const detail = `The API key was replaced at ${instantText(until)}. Use the new one.`;
  return { refused: 'revoked_api_key', detail, key };
}

function findByToken(holder: Holder, token: string, now: number): Caller | Refusal {
  const record = holder.tokens.find('access', token);
  const key = record && holder.keys.get(record.keyId);
  if (record === undefined || key === undefined) return unknown;
  const refusal = refusalOf(key, now);
  if (refusal !== undefined) return refusal;
  if (record.expiresAt <= now) {
    const detail = `The access token expired at ${instantText(record.expiresAt)}. Get another.`;
    return { refused: 'expired_api_key', detail, key };
  }
  // A scope taken from the key is taken from its tokens.
  const permissions = record.permissions.filter((scope) => grants(key.permissions, scope));
  return { key, permissions };
}

function refusalOf(key: KeyRecord, now: number): Refusal | undefined {
  const status = keyStatus(key, now);
  if (status === 'revoked') {
    const detail = `The API key was revoked at ${instantText(key.revokedAt ?? now)}. Use another.`;
    return { refused: 'revoked_api_key', detail, key };
  }
  if (status === 'active') return undefined;
  const expired = instantText(key.expiresAt ?? now);
  const detail = `The API key expired at ${expired}. Extend it or use another.`;
  return { refused: 'expired_api_key', detail, key };
}

const missing: Refusal = {
  refused: 'missing_credentials',
  detail: 'Send an API key in the header "Authorization: Bearer YOUR_API_KEY".',
};

const unknown: Refusal = {
  refused: 'invalid_api_key',
  detail: 'There is no such API key or access token.',
};

function malformed({ keyPolicy }: Holder): Refusal {
  const prefixes = [...keyPolicy.modes.values()].join(' or ');
  const detail = `The Authorization header must be "Bearer" and a key that starts with ${prefixes}.`;
  return { refused: 'malformed_credentials', detail };
}
