import type { JsonObject } from '@product/spec-model';
import type { Outcome } from '../exchange/outcome.ts';

import { readCredentials } from '../keys/credentials.ts';
import { type KeyRecord, keyStatus } from '../keys/key-record.ts';
import { openKey } from '../keys/open-key.ts';
import { grants } from '../keys/scopes.ts';
import type { TokenGrant, TokenRecord } from '../keys/token-store.ts';
import { findUser, type User } from '../keys/users.ts';
import { asObject, asText } from '../model/json-read.ts';
import type { Call } from './handler.ts';
import { oauthError } from './oauth-error.ts';
import { findSigningIn } from './sign-in.ts';

/**
 * Exchanges a key, a refresh token or, where the document has that grant, a user's name and password
 * for an access token.
 *
 * @see RFC 6749 §4.3 (password), §4.4 (client credentials), §6 (refresh)
 */
export function issueToken(call: Call): Outcome {
  const form = asObject(call.input.body);
  if (form['grant_type'] === 'password') return signInForToken(call, form);
  const client = readClient(call, form);
  if (client !== undefined && 'status' in client) return client;
  if (form['grant_type'] === 'refresh_token') return refresh(call, form, client?.key);
  if (client === undefined) return refuseClient(call, 'The client must name itself.');
  return grant(call, { key: client.key, allowed: client.key.permissions, form });
}

/** The key that the client names, by HTTP Basic or in the form; absent when it names none. */
function readClient(
  call: Call,
  form: JsonObject,
): { readonly key: KeyRecord } | Outcome | undefined {
  const credentials = readCredentials(call.request.headers['authorization']);
  const inForm = form['client_id'] !== undefined || form['client_secret'] !== undefined;
  if (credentials.kind === 'missing' && !inForm) return undefined;
  if (credentials.kind !== 'missing' && inForm) {
    return oauthError(
      'invalid_request',
      'The client must name itself once: by Basic or in the form.',
    );
  }
  const [id, secret] =
    credentials.kind === 'basic'
      ? [formDecoded(credentials.user), formDecoded(credentials.password)]
      : [asText(form['client_id'], ''), asText(form['client_secret'], '')];
  const found = openKey(call.core, secret, call.now);
  if ('refused' in found || found.key.id !== id) {
    return refuseClient(call, 'The client id or the client secret is wrong.');
  }
  return { key: found.key };
}

// RFC 6749 §2.3.1: id and secret are form-encoded before they are joined for Basic.
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function refuseClient({ core }: Call, description: string): Outcome {
  const realm = core.model.info.title.replaceAll(/["\\]/g, "'");
  return oauthError('invalid_client', description, `Basic realm="${realm}", charset="UTF-8"`);
}

function refresh(call: Call, form: JsonObject, client: KeyRecord | undefined): Outcome {
  const { core, now } = call;
  const token = form['refresh_token'];
  if (typeof token !== 'string') {
    return oauthError('invalid_request', 'refresh_token is required.');
  }
  const record = core.tokens.find('refresh', token);
  if (record?.userId !== undefined) return refreshForUser(call, record);
  const key = record && core.keys.get(record.keyId);
  if (record === undefined || key === undefined || !isUsable(record, key, now)) {
    return refuseRefresh(call, record);
  }
  if (client !== undefined && client.id !== key.id) {
    return oauthError('unauthorized_client', 'The refresh token was issued to another client.');
  }
  const allowed = record.permissions.filter((scope) => grants(key.permissions, scope));
  const outcome = grant(call, { key, allowed, form, family: record.family });
  if (outcome.status < 400) record.used = true;
  return outcome;
}

// A refresh token that comes twice was stolen or lost: nobody may go on with it (RFC 9700 §4.14).
function refuseRefresh({ core }: Call, record: TokenRecord | undefined): Outcome {
  if (record?.used === true) core.tokens.endFamily(record.family);
  return oauthError('invalid_grant', 'The refresh token is unknown, expired or was used before.');
}

function refreshForUser(call: Call, record: TokenRecord): Outcome {
  const { core, now } = call;
  const user = findUser(core, record.mode, record.userId ?? '');
  const isGood = !record.used && record.expiresAt > now && user?.blocked === false;
  if (!isGood) return refuseRefresh(call, record);
  record.used = true;
  return issueForUser(call, user, record.family);
}

function signInForToken(call: Call, form: JsonObject): Outcome {
  const user = findSigningIn(call, form);
  return user === undefined
    ? oauthError('invalid_grant', 'The user name or the password is wrong.')
    : issueForUser(call, user);
}

function issueForUser(call: Call, { id: userId }: User, family?: string): Outcome {
  const { core, mode, now } = call;
  const permissions = core.keyPolicy.grants.kind === 'scopes' ? ['admin:*'] : [];
  const inFamily = family === undefined ? {} : { family };
  return issue(call, { keyId: '', userId, mode, permissions, now, ...inFamily });
}

function isUsable(record: TokenRecord, key: KeyRecord, now: number): boolean {
  return !record.used && record.expiresAt > now && keyStatus(key, now) === 'active';
}

function grant(
  call: Call,
  asked: {
    readonly key: KeyRecord;
    readonly allowed: readonly string[];
    readonly form: JsonObject;
    readonly family?: string;
  },
): Outcome {
  const { core, now } = call;
  const { key, allowed, form, family } = asked;
  const wanted = asText(form['scope'], '').split(' ').filter(Boolean);
  const refused = wanted.find((scope) => !core.scopes.has(scope) || !grants(allowed, scope));
  if (refused !== undefined) {
    return oauthError('invalid_scope', `The key does not carry the scope ${refused}.`);
  }
  const permissions = wanted.length > 0 ? wanted : allowed;
  const inFamily = family === undefined ? {} : { family };
  return issue(call, { keyId: key.id, mode: key.mode, permissions, now, ...inFamily });
}

function issue({ core, operation }: Call, given: TokenGrant): Outcome {
  const tokens = core.tokens.issue(given);
  return {
    status: operation.successStatus,
    headers: { 'Cache-Control': 'no-store' },
    body: {
      access_token: tokens.accessToken,
      token_type: 'Bearer',
      expires_in: tokens.expiresInSeconds,
      scope: given.permissions.join(' '),
      refresh_token: tokens.refreshToken,
    },
    secret: true,
  };
}
