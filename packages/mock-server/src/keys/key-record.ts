import type { KeyMode } from './key-ring.ts';

/** A key as the mock keeps it: plain data, no secret in it. Instants are epoch milliseconds. */
export interface KeyRecord {
  readonly id: string;
  /** Rises with every key. */
  readonly order: number;
  readonly mode: KeyMode;
  readonly plan: string;
  readonly ownerId: string;
  readonly createdAt: number;
  name: string;
  description: string | null;
  permissions: readonly string[];
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
export function keyStatus(key: KeyRecord, now: number): 'active' | 'expired' | 'revoked' {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt !== null && key.expiresAt <= now ? 'expired' : 'active';
}

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
