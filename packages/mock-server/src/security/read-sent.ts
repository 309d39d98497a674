import type { SecurityScheme } from '@product/spec-model';
import type { Exchange } from '../exchange/exchange-state.ts';
import { cookiePairs, decodeCookie } from '../exchange/read-cookies.ts';
import { decodeQuery, readQuery } from '../exchange/read-query.ts';
import { readCredentials } from '../keys/credentials.ts';
import { type DigestFields, readDigest } from './digest.ts';

/** What came for one security scheme. */
export type Sent =
  | { readonly state: 'missing' }
  | { readonly state: 'malformed' }
  | {
      readonly state: 'sent';
      /** What may be a key: the token, or user and password. */
      readonly secrets: readonly string[];
      readonly user?: string;
      readonly password?: string;
      /** What proves that a password is known, which itself is not sent. */
      readonly digest?: DigestFields;
    };

const missing: Sent = { state: 'missing' };
const malformed: Sent = { state: 'malformed' };
/** Client certificates belong to the connection, of which a mock knows nothing. */
const satisfied: Sent = { state: 'sent', secrets: [] };

/** Reads the credentials of one scheme from a request: whether they are there, and in their form. */
export function readSent(scheme: SecurityScheme, request: SentRequest): Sent {
  if (scheme.type === 'apiKey') return readApiKey(scheme, request);
  if (scheme.type === 'mutualTLS') return satisfied;
  const values = request.request.headers['authorization'];
  if (scheme.type === 'http') return readHttp(scheme.scheme ?? '', values);
  const token = readHttp('bearer', values);
  // RFC 6750 §2.3: an access token may also stand in the query.
  return token.state === 'sent' ? token : firstOf([queryValues('access_token', request), token]);
}

/** What credentials are read from. */
export type SentRequest = Pick<Exchange, 'request' | 'query'>;

function firstOf([values, otherwise]: readonly [readonly string[], Sent]): Sent {
  return values.length === 0 ? otherwise : readOne(values);
}

// A scheme's name is case-insensitive (RFC 9110 §11.1).
const authorization = /^([\w!#$%&'*+.^`|~-]+) +([^ ].*)$/;
// Wider than RFC 6750's b64token, since real tokens are; a comma joins two headers.
const bearerToken = /^[\x21-\x2b\x2d-\x7e]+$/;

function readHttp(wanted: string, values: readonly string[] | undefined): Sent {
  const [value = '', second] = values ?? [];
  if (value.trim() === '') return missing;
  const [, name = '', rest = ''] = authorization.exec(value.trim()) ?? [];
  if (second !== undefined || name.toLowerCase() !== wanted.toLowerCase()) return malformed;
  if (wanted === 'basic') return readBasic(value);
  if (wanted === 'digest') return readDigestOf(rest);
  if (wanted === 'bearer' && !bearerToken.test(rest)) return malformed;
  return { state: 'sent', secrets: [rest] };
}

function readBasic(value: string): Sent {
  const credentials = readCredentials([value]);
  if (credentials.kind !== 'basic') return malformed;
  const { user, password } = credentials;
  return { state: 'sent', user, password, secrets: [user, password].filter((text) => text !== '') };
}

function readDigestOf(rest: string): Sent {
  const digest = readDigest(rest);
  const user = digest?.get('username');
  if (digest === undefined || user === undefined) return malformed;
  return { state: 'sent', user, secrets: [user], digest };
}

function readApiKey({ in: place, name = '' }: SecurityScheme, request: SentRequest): Sent {
  const { headers } = request.request;
  if (place === 'query') return readOne(queryValues(name, request));
  if (place === 'header') return readOne(headers[name.toLowerCase()] ?? []);
  const cookies = cookiePairs(headers['cookie'], name).filter(([key]) => key === name);
  return readOne(cookies.map(([, raw]) => decodeCookie(raw)));
}

function readOne(values: readonly string[]): Sent {
  const [value = '', second] = values;
  if (second !== undefined) return malformed;
  const secret = value.trim();
  if (secret === '') return missing;
  // Some documents describe `Authorization` as a key; what stands behind a scheme may be it.
  const bare = secret.slice(secret.lastIndexOf(' ') + 1);
  return { state: 'sent', secrets: bare === secret ? [secret] : [secret, bare] };
}

function queryValues(name: string, { query }: SentRequest): readonly string[] {
  const pairs = readQuery(query);
  if ('fault' in pairs) return [];
  return pairs.filter(([key]) => key === name).map(([, raw]) => decodeQuery(raw) ?? '');
}
