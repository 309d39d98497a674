import type { ApiModel } from '@product/spec-model';
import { asNumber, asObject, asText, asTexts } from './json-read.ts';

/** The rules for API keys, read from `x-api-key-policy` of a security scheme. */
export interface KeyPolicy {
  /** Whether the document has a policy; without one, no credential is ever refused. */
  readonly enforced: boolean;
  /** The prefix of each mode's secrets: `live` → `sk_live_`. */
  readonly modes: ReadonlyMap<string, string>;
  /** Random characters of a secret. */
  readonly secretLength: number;
  /** What stands between prefix and random part, so that secret scanners stay quiet. */
  readonly mockMarker: string;
  /** Random characters shown after the prefix. */
  readonly displayLength: number;
  /** Last characters shown. */
  readonly tailLength: number;
  /** Days before expiry at which the owner is told. */
  readonly noticeDays: number;
  /** Plans whose keys may renew themselves. */
  readonly autoRenewPlans: readonly string[];
  /** Days that a renewal adds. */
  readonly renewDays: number;
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
  const [secret, display, expiry, rotation, tokens] = [
    ...['secret', 'display', 'expiry', 'rotation', 'tokens'].map((part) => asObject(policy[part])),
  ];
  return {
    enforced: found !== undefined,
    modes: readModes(asObject(policy['modes'])),
    secretLength: asNumber(secret?.['length'], 32),
    mockMarker: asText(secret?.['mock_marker'], 'mock_'),
    displayLength: asNumber(display?.['prefix_length'], 3),
    tailLength: asNumber(display?.['tail_length'], 6),
    noticeDays: asNumber(expiry?.['notice_days'], 30),
    autoRenewPlans: asTexts(expiry?.['auto_renew_plans']),
    renewDays: asNumber(expiry?.['renew_days'], 365),
    maxGraceSeconds: asNumber(rotation?.['max_grace_seconds'], 604_800),
    accessToken: readToken(tokens?.['access'], 'at_', 3600),
    refreshToken: readToken(tokens?.['refresh'], 'rt_', 2_592_000),
  };
}

function readModes(modes: ReturnType<typeof asObject>): ReadonlyMap<string, string> {
  const entries = Object.entries(modes).map(([mode, rule]): [string, string] => [
    mode,
    asText(asObject(rule)['prefix'], `sk_${mode}_`),
  ]);
  return new Map(entries.length > 0 ? entries : [['test', 'sk_test_']]);
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
