import type { KeyMode } from './key-ring.ts';

/** A key as the mock keeps it: plain data, no secret in it. Instants are epoch milliseconds. */
export interface KeyRecord {
  readonly id: string;
  /** Rises with every key. */
  readonly order: number;
  readonly mode: KeyMode;
  readonly plan: string;
  readonly ownerId: string;
  /** The owner's company, where keys belong to one. */
  readonly companyId: string | null;
  readonly createdAt: number;
  name: string;
  description: string | null;
  permissions: readonly string[];
  /** What it may do at most; counts only where the policy grants levels. */
  level: number;
  /** Counts only where the policy grants API types. */
  apiTypes: readonly string[];
  /** Whether it is allowed for every API type. */
  allowedForAll: boolean;
  /** Off: it is refused until it is switched on again. */
  active: boolean;
  logging: KeyLogging;
  /** First characters of the present secret, and its last ones. */
  prefix: string;
  tail: string;
  autoRenew: boolean;
  expiresAt: number | null;
  revokedAt: number | null;
  lastUsedAt: number | null;
  /** The expiry whose notice is settled, so that none is given twice. */
  noticeSettledFor: number | null;
  /** The expiry that has been told. */
  expiryToldFor: number | null;
  /** The present secret last; earlier ones with the instant from which they are refused. */
  secrets: readonly KeptSecret[];
  readonly usage: KeyUsage;
  /** Addresses it was used from. */
  readonly addresses: string[];
  /** When a rate limit refused it lately. */
  readonly refusals: number[];
  /** Requests made with it while logging was on, oldest first. */
  readonly log: LoggedRequest[];
}

/** Which requests of a key are logged. */
export interface KeyLogging {
  /** Every request, or every API type. */
  readonly all: boolean;
  /** The instant from which nothing more is logged; null for never. */
  readonly until: number | null;
  /** API types that are logged one by one. */
  readonly types: readonly TypeLogging[];
}

/** Whether the requests of one API type are logged. */
export interface TypeLogging {
  readonly type: string;
  readonly logged: boolean;
  readonly until: number | null;
}

/** One request in the log of a key. */
export interface LoggedRequest {
  readonly id: string;
  readonly at: number;
  readonly method: string;
  /** Without the query, where a stranger may have put a secret. */
  readonly path: string;
  readonly status: number;
  readonly apiType: string | null;
}

/** What is kept of a secret. */
export interface KeptSecret {
  readonly hash: string;
  /** Refused from this instant on; null for the present secret. */
  readonly until: number | null;
}

/** Requests counted by UTC day and month. */
export interface KeyUsage {
  day: string;
  onDay: number;
  month: string;
  inMonth: number;
}

/** How a key stands at an instant. */
export function keyStatus(key: KeyRecord, now: number): KeyStatus {
  if (key.revokedAt !== null) return 'revoked';
  if (key.expiresAt !== null && key.expiresAt <= now) return 'expired';
  return key.active ? 'active' : 'inactive';
}

/** How a key can stand; `inactive` is one that was switched off. */
export type KeyStatus = 'active' | 'expired' | 'revoked' | 'inactive';

/** Counts one request at an instant. */
export function countUse(key: KeyRecord, now: number): void {
  const usage = usageAt(key, now);
  key.usage.day = usage.day;
  key.usage.month = usage.month;
  key.usage.onDay = usage.onDay + 1;
  key.usage.inMonth = usage.inMonth + 1;
  key.lastUsedAt = now;
}

/** The counters as they stand at an instant: a new day and a new month begin with 0. */
export function usageAt({ usage }: KeyRecord, now: number): KeyUsage {
  const day = new Date(now).toISOString().slice(0, 10);
  const month = day.slice(0, 7);
  return {
    day,
    onDay: usage.day === day ? usage.onDay : 0,
    month,
    inMonth: usage.month === month ? usage.inMonth : 0,
  };
}
