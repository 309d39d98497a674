import type { ApiModel } from '@product/spec-model';
import { asNumber, asObject, asText, asTexts } from './json-read.ts';
import { type Grants, type ManageRules, readGrants, readManageRules } from './key-grants.ts';
import {
  type ExpiryRules,
  type RevocationRules,
  readExpiryRules,
  readRevocationRules,
} from './key-rules.ts';
import { type CredentialForm, readCredentialForms } from './key-schemes.ts';
import { readModes, readSecretPolicy, type SecretPolicy } from './key-secret.ts';
import { readUsersPolicy, type UsersPolicy } from './key-users.ts';

/** The rules for API keys, read from `x-api-key-policy` of a security scheme. */
export interface KeyPolicy {
  /** Whether the document has a policy; without one, no credential is ever refused. */
  readonly enforced: boolean;
  /** The prefix of each mode's secrets: `live` → `sk_live_`. A policy without modes has one world. */
  readonly modes: ReadonlyMap<string, string>;
  readonly secret: SecretPolicy;
  /** How credentials travel, by the name of their security scheme. */
  readonly forms: ReadonlyMap<string, CredentialForm>;
  /** Random characters shown after the prefix. */
  readonly displayLength: number;
  /** Last characters shown. */
  readonly tailLength: number;
  /** Whose a key is: others neither see nor change it. */
  readonly owner: 'account' | 'user' | 'company';
  readonly grants: Grants;
  readonly manage: ManageRules;
  readonly expiry: ExpiryRules;
  /** Whether a key can never be changed. */
  readonly immutable: boolean;
  /** Whether a key can be switched off and on. */
  readonly hasSwitch: boolean;
  readonly revocation: RevocationRules;
  /** What a search for keys looks into; absent: the texts that people write. */
  readonly search: readonly string[] | undefined;
  /** What requests are logged by; absent when none are. */
  readonly logging: 'key' | 'api_type' | undefined;
  readonly users: UsersPolicy;
  /** Longest time for which a rotated secret goes on working, in seconds. */
  readonly maxGraceSeconds: number;
  readonly accessToken: TokenPolicy;
  readonly refreshToken: TokenPolicy;
}

/** How one kind of OAuth token looks and how long it lives. */
export interface TokenPolicy {
  readonly prefix: string;
  readonly lifetimeSeconds: number;
}

/** Reads the first `x-api-key-policy` of the document, defaults filled in. */
export function readKeyPolicy(model: ApiModel): KeyPolicy {
  const schemes = Object.values(model.securitySchemes);
  const found = schemes.find((scheme) => scheme.extensions['x-api-key-policy'] !== undefined);
  const policy = asObject(found?.extensions['x-api-key-policy']);
  const display = asObject(policy['display']);
  const tokens = asObject(policy['tokens']);
  const search = asTexts(policy['search']);
  return {
    enforced: found !== undefined,
    modes: readModes(
      asObject(policy['modes']),
      found === undefined ? ['test', 'sk_test_'] : ['live', ''],
    ),
    secret: readSecretPolicy(policy['secret']),
    forms: readCredentialForms(model),
    displayLength: asNumber(display['prefix_length'], 3),
    tailLength: asNumber(display['tail_length'], 6),
    owner: readOwner(policy['owner']),
    grants: readGrants(policy['grants'], apiTypesOf(model)),
    manage: readManageRules(policy['manage']),
    expiry: readExpiryRules(policy['expiry']),
    immutable: policy['immutable'] === true,
    hasSwitch: policy['switch'] === true,
    revocation: readRevocationRules(policy['revocation']),
    search: search.length > 0 ? search : undefined,
    logging: readLogging(policy['logging']),
    users: readUsersPolicy(policy['users'], model.schemas),
    maxGraceSeconds: asNumber(asObject(policy['rotation'])['max_grace_seconds'], 604_800),
    accessToken: readToken(tokens['access'], 'at_', 3600),
    refreshToken: readToken(tokens['refresh'], 'rt_', 2_592_000),
  };
}

function readOwner(value: unknown): KeyPolicy['owner'] {
  return value === 'user' || value === 'company' ? value : 'account';
}

function readLogging(value: unknown): KeyPolicy['logging'] {
  if (value === undefined) return undefined;
  return asObject(value)['per'] === 'api_type' ? 'api_type' : 'key';
}

function apiTypesOf({ operations }: ApiModel): readonly string[] {
  const named = operations.map(({ extensions }) => asText(extensions['x-api-type'], ''));
  return [...new Set(named.filter((type) => type !== ''))];
}

function readToken(value: unknown, prefix: string, lifetimeSeconds: number): TokenPolicy {
  const token = asObject(value);
  return {
    prefix: asText(token['prefix'], prefix),
    lifetimeSeconds: asNumber(token['lifetime_seconds'], lifetimeSeconds),
  };
}

/** The mode of a request that comes without a key: `test` where there is one. */
export function defaultMode({ modes }: KeyPolicy): string {
  return modes.has('test') ? 'test' : (modes.keys().next().value ?? 'test');
}
