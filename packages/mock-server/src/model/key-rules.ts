import { asNumber, asObject, asTexts } from './json-read.ts';

/** When keys end. */
export interface ExpiryRules {
  /** Whether a new key must say when it ends. */
  readonly required: boolean;
  /** The longest life from now, in seconds; absent for any. */
  readonly maxSeconds: number | undefined;
  /** The lives to choose from, in days; empty for any. */
  readonly presetsDays: readonly number[];
  /** Whether a key's end may be moved away. */
  readonly extend: boolean;
  /** Days before expiry at which the owner is told. */
  readonly noticeDays: number;
  /** Plans whose keys may renew themselves. */
  readonly autoRenewPlans: readonly string[];
  /** Days that a renewal adds. */
  readonly renewDays: number;
}

/** Reads the member `expiry` of a key policy; `false` is read like an absent one. */
export function readExpiryRules(value: unknown): ExpiryRules {
  const expiry = asObject(value);
  const { max_seconds: longest, presets_days: presets } = expiry;
  return {
    required: expiry['required'] === true,
    maxSeconds: typeof longest === 'number' ? longest : undefined,
    presetsDays: Array.isArray(presets) ? presets.map((days) => asNumber(days, 0)) : [],
    extend: expiry['extend'] !== false,
    noticeDays: asNumber(expiry['notice_days'], 30),
    autoRenewPlans: asTexts(expiry['auto_renew_plans']),
    renewDays: asNumber(expiry['renew_days'], 365),
  };
}

/** What ends keys besides an operation, and what stays of them. */
export interface RevocationRules {
  /** Whether the record of a revoked key stays. */
  readonly keepsRecord: boolean;
  /** `role_downgraded`, `account_blocked`, `consent_withdrawn`, `excessive_use`. */
  readonly on: readonly string[];
  /** How many refusals by a rate limit within how long are too many. */
  readonly excessiveUse: { readonly refusals: number; readonly windowSeconds: number };
}

/** Reads the member `revocation` of a key policy. */
export function readRevocationRules(value: unknown): RevocationRules {
  const revocation = asObject(value);
  const use = asObject(revocation['excessive_use']);
  return {
    keepsRecord: revocation['keeps_record'] !== false,
    on: asTexts(revocation['on']),
    excessiveUse: {
      refusals: asNumber(use['refusals'], 100),
      windowSeconds: asNumber(use['window_seconds'], 60),
    },
  };
}
