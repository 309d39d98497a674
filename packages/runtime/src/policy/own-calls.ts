import type { OwnCalls, Window } from './bucket-state.ts';
import type { RateLimitReport } from './rate-limit-headers.ts';

/** Entries that the account of a window has at most; the calls of one are taken to end together. */
const ENTRIES = 100;

/** What a reset in whole seconds may be late by, and an answer on its way at most, in milliseconds. */
const SLACK_MS = 1000;

/** What is under way when a window is looked at. */
export interface Present {
  /** The present, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** Calls under way. */
  readonly inFlight: number;
  /** Calls that are left over in each window, for others. */
  readonly keep: number;
}

/** The circumstances of an answer. */
export interface Answered {
  /** The present, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** Calls under way, the answered one included. */
  readonly inFlight: number;
  /** Whether it refuses its call. */
  readonly isRefused: boolean;
}

/** What one's own account says of a window. */
export interface OwnRoom {
  /** Calls that may be under way. */
  readonly free: number;
  /** When one more may be, in milliseconds since the epoch; `undefined` if an answer must come first. */
  readonly opensAt: number | undefined;
}

/**
 * How many calls a window has room for by the account of one's own calls.
 *
 * @remarks A call that was answered at an instant was counted no later, so a window's length after it
 * every window of the server, fixed or sliding, is without it. As long as fewer calls than the limit
 * are left in the account, one more exceeds none: there is no need to wait for a reset, which is told in
 * whole seconds, or to know what kind of window it is. If others use the limit too this proves nothing.
 * @param window - The window.
 * @param present - What is under way.
 * @returns `undefined` if the window's length is unknown, or others seem to use it.
 */
export function roomByOwnCalls(
  window: Window,
  { nowMs, inFlight, keep }: Present,
): OwnRoom | undefined {
  if (!isTrusted(window, nowMs)) return undefined;
  const { calls, spanMs = 0, limit = 0 } = window;
  let free = limit - Math.min(keep, limit - 1);
  let opensAt: number | undefined;
  for (let at = calls.length - 1; at >= 0; at--) {
    const past = calls[at];
    if (!past || past.lastAt + spanMs <= nowMs) break;
    const { lastAt, count } = past;
    // The latest of those that must leave before there is room.
    if (free > inFlight && free - count <= inFlight) opensAt = lastAt + spanMs;
    free -= count;
  }
  return { free, opensAt };
}

/**
 * Whether one's own account of a window says all that there is to say.
 *
 * @param window - The window.
 * @param nowMs - The present, in milliseconds since the epoch.
 */
export function isTrusted({ spanMs, trustedFrom }: Window, nowMs: number): boolean {
  return spanMs !== undefined && nowMs >= trustedFrom;
}

/**
 * A window after a call was answered or lost.
 *
 * @param window - The window.
 * @param nowMs - The present, in milliseconds since the epoch.
 */
export function addOwnCall(window: Window, nowMs: number): Window {
  const { calls, spanMs } = window;
  if (spanMs === undefined) return window;
  const oldest = nowMs - spanMs - 2 * SLACK_MS;
  const recent = calls[0] && calls[0].lastAt <= oldest ? calls.filter(isAfter(oldest)) : calls;
  const last = recent.at(-1);
  const merges = last && nowMs - last.firstAt < Math.max(spanMs / ENTRIES, 1);
  if (!merges)
    return { ...window, calls: [...recent, { firstAt: nowMs, lastAt: nowMs, count: 1 }] };
  const { firstAt, count } = last;
  const lastAt = Math.max(nowMs, last.lastAt);
  const next = recent.slice();
  next[next.length - 1] = { firstAt, lastAt, count: count + 1 };
  return { ...window, calls: next };
}

/**
 * A window that is not trusted for a while if an answer shows that others use it too: it tells of more
 * calls than one has made, or refuses one for which the account had room.
 *
 * @remarks The while is four windows, and doubles whenever it turns out to have been too short.
 * @param window - The window.
 * @param report - What the answer says of it.
 * @param answered - When it came, and beside what.
 */
export function suspectOthers(
  window: Window,
  { remaining, resetAfterMs = 0 }: RateLimitReport,
  { nowMs, inFlight, isRefused }: Answered,
): Window {
  const { calls, spanMs, limit = 0 } = window;
  if (spanMs === undefined) return window;
  const trusted = isTrusted(window, nowMs);
  const begin = nowMs + resetAfterMs - spanMs - 2 * SLACK_MS;
  let own = inFlight;
  for (const { lastAt, count } of calls) if (lastAt > begin) own += count;
  const isExplained = limit - remaining <= own && !(isRefused && trusted && remaining === 0);
  if (isExplained) return window;
  const distrust = trusted ? window.distrust * 2 : window.distrust;
  return { ...window, distrust, trustedFrom: nowMs + distrust * spanMs };
}

function isAfter(instant: number): (calls: OwnCalls) => boolean {
  return ({ lastAt }) => lastAt > instant;
}
