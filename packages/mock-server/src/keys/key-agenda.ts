import type { Agenda } from '../clock/virtual-clock.ts';
import type { KeyPolicy } from '../model/key-policy.ts';
import { type KeyRecord, keyStatus } from './key-record.ts';

/** Something that time alone does to a key. */
export type KeyEvent = 'api_key.expiring' | 'api_key.expired' | 'api_key.renewed';

const dayMs = 86_400_000;

/** What the agenda stands on. */
export interface KeyAgendaSetup {
  readonly policy: KeyPolicy;
  readonly keys: () => readonly KeyRecord[];
  readonly tell: (event: KeyEvent, key: KeyRecord) => void;
}

/**
 * What time does to keys: the notice before they expire, their expiry, their renewal.
 *
 * @remarks A key with `auto_renew` is renewed at the very instant at which it would have expired,
 * before anyone can see it expired.
 */
export function createKeyAgenda(setup: KeyAgendaSetup): Agenda {
  const next = (): Due | undefined => earliest(setup);
  return {
    nextDueAt: () => next()?.at ?? Number.POSITIVE_INFINITY,
    runDue: (now) => {
      const due = next();
      if (due === undefined || due.at > now) return;
      settle(due, setup.policy);
      setup.tell(due.event, due.key);
    },
  };
}

/** Leaves out the notice for an expiry that is nearer than the notice: it was just chosen. */
export function settleNearNotice(key: KeyRecord, policy: KeyPolicy, now: number): void {
  if (key.expiresAt === null || key.expiresAt - policy.expiry.noticeDays * dayMs > now) return;
  key.noticeSettledFor = key.expiresAt;
}

interface Due {
  readonly at: number;
  readonly event: KeyEvent;
  readonly key: KeyRecord;
}

function earliest({ policy, keys }: KeyAgendaSetup): Due | undefined {
  let first: Due | undefined;
  for (const key of keys()) {
    const due = nextOf(key, policy);
    if (due !== undefined && (first === undefined || due.at < first.at)) first = due;
  }
  return first;
}

function nextOf(key: KeyRecord, policy: KeyPolicy): Due | undefined {
  const { expiresAt } = key;
  if (expiresAt === null || keyStatus(key, 0) === 'revoked') return undefined;
  if (key.noticeSettledFor !== expiresAt) {
    return { at: expiresAt - policy.expiry.noticeDays * dayMs, event: 'api_key.expiring', key };
  }
  if (key.expiryToldFor === expiresAt) return undefined;
  const renews = key.autoRenew && policy.expiry.autoRenewPlans.includes(key.plan);
  return { at: expiresAt, event: renews ? 'api_key.renewed' : 'api_key.expired', key };
}

function settle({ event, key }: Due, policy: KeyPolicy): void {
  if (event === 'api_key.expiring') key.noticeSettledFor = key.expiresAt;
  if (event === 'api_key.expired') key.expiryToldFor = key.expiresAt;
  if (event === 'api_key.renewed' && key.expiresAt !== null) {
    key.expiresAt += policy.expiry.renewDays * dayMs;
  }
}
