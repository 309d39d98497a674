import type { Window } from './bucket-state.ts';
import { isTrusted, type OwnRoom, type Present, roomByOwnCalls } from './own-calls.ts';
import type { RateLimitReport } from './rate-limit-headers.ts';

/** How long a window without a stated end is taken to last, in milliseconds. */
const UNSTATED_WINDOW_MS = 1000;

/** Resets are given in whole seconds. */
const RESET_SLACK_MS = 1000;

/** Ends that differ by less are of the same window, as answers take their time besides. */
const SAME_END_MS = 1250;

/** The answer that tells of a window. */
export interface Telling {
  /** The present, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** Whether no other call was under way: no answer can come later that is older. */
  readonly isLatest: boolean;
}

/**
 * What is known of a window after an answer; within it no answer raises what remains.
 *
 * @param known - What was known of it.
 * @param report - What the answer says.
 * @param telling - When, and beside which others.
 */
export function learnWindow(
  known: Window | undefined,
  report: RateLimitReport,
  { nowMs, isLatest }: Telling,
): Window {
  return update(known, windowOf(report, known, nowMs), isLatest);
}

function update(known: Window | undefined, fresh: ToldWindow, isLatest: boolean): Window {
  const { resetAt } = fresh;
  if (known === undefined || resetAt === undefined) return fresh;
  const trusted = isTrusted(known, fresh.openedAt);
  if (trusted && isLatest) return fresh;
  if (!trusted && resetAt < earliestEnd(known, fresh)) return known;
  const latestOfSame = (known.resetAt ?? resetAt) + (trusted ? 2 * RESET_SLACK_MS : SAME_END_MS);
  if (resetAt > latestOfSame) return fresh;
  // Such an answer comes late, or out of order.
  const remaining = Math.min(known.remaining ?? fresh.remaining, fresh.remaining);
  const latest = Math.max(known.resetAt ?? 0, resetAt);
  return { ...fresh, remaining, resetAt: latest, openedAt: known.openedAt };
}

/** The earliest end that an answer of this window tells: half way to those of the one before. */
function earliestEnd({ resetAt, openedAt }: Window, { windowMs = 0 }: Window): number {
  if (resetAt === undefined) return openedAt + RESET_SLACK_MS / 2;
  return resetAt - Math.max(SAME_END_MS, windowMs / 2);
}

/** What a call takes of a window on average, by what each answer tells that is gone since the last. */
function costOfCall(known: Window | undefined, remaining: number, limit = remaining): number {
  if (!known) return Math.max(1, limit - remaining);
  const drop = (known.remaining ?? remaining) - remaining;
  return drop > 0 ? Math.max(1, known.cost + (drop - known.cost) / 8) : known.cost;
}

interface ToldWindow extends Window {
  readonly remaining: number;
}

function windowOf(
  { policy, remaining, resetAfterMs, windowMs, limit, inUnits }: RateLimitReport,
  known: Window | undefined,
  nowMs: number,
): ToldWindow {
  // A window is at least as long as what is left of it.
  const leastMs = Math.max(known?.windowMs ?? 0, resetAfterMs ?? 0) || undefined;
  return {
    policy,
    remaining,
    limit: limit ?? known?.limit,
    windowMs: windowMs ?? leastMs,
    resetAt: resetAfterMs === undefined ? undefined : nowMs + resetAfterMs,
    openedAt: nowMs,
    cost: inUnits ? costOfCall(known, remaining, limit) : 1,
    spanMs: limit === undefined ? known?.spanMs : windowMs,
    calls: known?.calls ?? [],
    distrust: known?.distrust ?? 2,
    trustedFrom: known?.trustedFrom ?? 0,
  };
}

/**
 * Gives a window that is used up an end, if no answer has told one.
 *
 * @param window - The window.
 * @param nowMs - The present, in milliseconds since the epoch.
 */
export function closeExhausted(window: Window, nowMs: number): Window {
  if (window.remaining !== 0 || window.resetAt !== undefined) return window;
  return { ...window, resetAt: nowMs + (window.windowMs ?? UNSTATED_WINDOW_MS) };
}

/**
 * Calls that may be under way by what answers told or by one's own account, whichever is more.
 *
 * @param window - The window.
 * @param present - The present, and what is under way.
 */
export function roomIn(window: Window, present: Present): OwnRoom {
  const told = freeIn(window, present.keep);
  const resetAt = told === 0 ? window.resetAt : undefined;
  const own = roomByOwnCalls(window, present);
  if (!own) return { free: told, opensAt: resetAt };
  // That a window has ended is a guess until an answer confirms it: one call finds out.
  const sure = window.resetAt === undefined ? Math.min(1, told) : told;
  const opensAt = Math.min(resetAt ?? Infinity, own.opensAt ?? Infinity);
  return { free: Math.max(sure, own.free), opensAt: opensAt < Infinity ? opensAt : 0 };
}

/** Calls of a window that may be taken; one that holds few still serves those who must leave some. */
function freeIn({ remaining, limit, resetAt, cost }: Window, keep: number): number {
  if (remaining === undefined) return 1;
  const kept = resetAt === undefined ? 0 : Math.min(keep, (limit ?? Number.POSITIVE_INFINITY) - 1);
  return Math.max(0, Math.round(remaining / cost) - kept);
}

/**
 * Whether a window has ended.
 *
 * @param window - The window.
 * @param nowMs - The present, in milliseconds since the epoch.
 */
export function isOver(window: Window, nowMs: number): boolean {
  return window.resetAt !== undefined && window.resetAt <= nowMs;
}
