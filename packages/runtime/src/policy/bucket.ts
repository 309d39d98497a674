import type { RateLimitReport } from './rate-limit-headers.ts';

/** What is known of one window of a rate limit. */
export interface Window {
  /** Name of the limit. */
  readonly policy: string;
  /** Calls that remain, calls under way included; `undefined` if only an answer can tell. */
  readonly remaining: number | undefined;
  /** Calls that the window holds. */
  readonly limit: number | undefined;
  /** Length, in milliseconds. */
  readonly windowMs: number | undefined;
  /** When it ends, in milliseconds since the epoch. */
  readonly resetAt: number | undefined;
  /** When it began, as far as is known: what an answer says of an older one is stale. */
  readonly openedAt: number;
}

/**
 * What is known of the rate limit of one credential at one origin.
 *
 * @remarks Plain and unchanging: each function makes a new one.
 */
export interface Bucket {
  /** The windows that answers told of. */
  readonly windows: readonly Window[];
  /** Calls that were sent and not yet answered. */
  readonly inFlight: number;
  /** Most calls under way at once: 1 while learning and while probing. */
  readonly ceiling: number;
  /** Nothing is sent before this instant, in milliseconds since the epoch. */
  readonly pausedUntil: number;
  /** Number of the wave that calls are sent in; a refusal of an earlier wave is no news. */
  readonly wave: number;
  /** Waves refused in a row. */
  readonly refusals: number;
}

/** Whether the next call may be sent: now, not before an instant, or after the next answer. */
export type Admission =
  | { readonly kind: 'go' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'wait'; readonly untilMs: number; readonly limit?: number };

/** What came of a call that was sent. */
export interface Settlement {
  /** The wave it was sent in. */
  readonly wave: number;
  /** The present, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** What its answer says of the limit; `undefined` if none came. */
  readonly reports?: readonly RateLimitReport[];
  /** If it was refused: how long to send nothing, in milliseconds. */
  readonly pauseMs?: number | undefined;
}

/** A limit that nothing is known of: one call learns before others follow. */
export const newBucket: Bucket = {
  windows: [],
  inFlight: 0,
  ceiling: 1,
  pausedUntil: 0,
  wave: 0,
  refusals: 0,
};

/** How long a window without a stated end is taken to last, in milliseconds. */
const UNSTATED_WINDOW_MS = 1000;

/** Resets are given in whole seconds: what differs by less is the same window. */
const RESET_SLACK_MS = 1000;

/** From here on a ramp has shown that there is no limit worth keeping. */
const RAMP_END = 256;

const go: Admission = { kind: 'go' };
const hold: Admission = { kind: 'hold' };

/**
 * Whether the next call may be sent.
 *
 * @param bucket - The limit, as known at this instant: see {@link roll}.
 * @param nowMs - The present, in milliseconds since the epoch.
 */
export function admit(bucket: Bucket, nowMs: number): Admission {
  const { inFlight, pausedUntil } = bucket;
  let untilMs = pausedUntil;
  let limit: number | undefined;
  let room = bucket.ceiling;
  for (const window of bucket.windows) {
    room = Math.min(room, window.remaining ?? 1);
    if (window.remaining === 0 && (window.resetAt ?? 0) > untilMs) {
      untilMs = window.resetAt ?? 0;
      limit = window.limit;
    }
  }
  if (untilMs > nowMs) return { kind: 'wait', untilMs, ...(limit !== undefined && { limit }) };
  return inFlight < room ? go : hold;
}

/**
 * The limit with each window that has ended replaced by the next one.
 *
 * @param bucket - The limit.
 * @param nowMs - The present, in milliseconds since the epoch.
 */
export function roll(bucket: Bucket, nowMs: number): Bucket {
  if (!bucket.windows.some((window) => isOver(window, nowMs))) return bucket;
  const windows = bucket.windows.map((window) =>
    isOver(window, nowMs)
      ? {
          ...window,
          remaining: window.limit,
          resetAt: undefined,
          openedAt: window.resetAt ?? nowMs,
        }
      : window,
  );
  return { ...bucket, windows };
}

/**
 * The limit after a call was sent.
 *
 * @param bucket - The limit.
 */
export function send(bucket: Bucket): Bucket {
  return { ...bucket, inFlight: bucket.inFlight + 1 };
}

/**
 * The limit after a call turned out not to have been sent.
 *
 * @param bucket - The limit.
 */
export function cancel(bucket: Bucket): Bucket {
  return { ...bucket, inFlight: bucket.inFlight - 1 };
}

/**
 * The limit when the first answer is slow to come: others no longer wait to learn from it.
 *
 * @param bucket - The limit.
 */
export function giveUpLearning(bucket: Bucket): Bucket {
  return isLearning(bucket) ? { ...bucket, ceiling: Number.POSITIVE_INFINITY } : bucket;
}

/**
 * Whether nothing was answered yet, so that one call goes ahead to learn.
 *
 * @param bucket - The limit.
 */
export function isLearning(bucket: Bucket): boolean {
  return bucket.ceiling === 1 && bucket.wave === 0;
}

/**
 * The limit after a call was answered or lost.
 *
 * @param bucket - The limit.
 * @param settlement - What came of the call.
 */
export function settle(bucket: Bucket, settlement: Settlement): Bucket {
  const { nowMs, pauseMs, wave, reports } = settlement;
  const learned = reports?.length ? learn(bucket, reports, nowMs) : spend(bucket, nowMs);
  const next = { ...learned, inFlight: bucket.inFlight - 1 };
  if (pauseMs !== undefined) return refuse(next, { wave, untilMs: nowMs + pauseMs });
  if (reports === undefined || wave !== bucket.wave) return next;
  return { ...next, refusals: 0, ceiling: raise(next) };
}

function refuse(bucket: Bucket, { wave, untilMs }: { wave: number; untilMs: number }): Bucket {
  const pausedUntil = Math.max(bucket.pausedUntil, untilMs);
  // `Retry-After` takes precedence over the reset of the window that it speaks of.
  const windows = bucket.windows.map((window) =>
    window.remaining === 0
      ? { ...window, resetAt: Math.min(window.resetAt ?? untilMs, untilMs) }
      : window,
  );
  // All calls of a wave are refused together: they are one piece of news, not many.
  if (wave !== bucket.wave) return { ...bucket, windows, pausedUntil };
  const refusals = bucket.refusals + 1;
  return { ...bucket, windows, pausedUntil, ceiling: 1, wave: wave + 1, refusals };
}

function raise(bucket: Bucket): number {
  const measured = bucket.windows.length > 0 || bucket.wave === 0;
  return measured || bucket.ceiling >= RAMP_END ? Number.POSITIVE_INFINITY : bucket.ceiling + 1;
}

function spend(bucket: Bucket, nowMs: number): Bucket {
  if (bucket.windows.length === 0) return bucket;
  const windows = bucket.windows.map((window) =>
    window.remaining === undefined
      ? window
      : { ...window, remaining: Math.max(0, window.remaining - 1) },
  );
  return { ...bucket, windows: windows.map((window) => closeExhausted(window, nowMs)) };
}

function learn(bucket: Bucket, reports: readonly RateLimitReport[], nowMs: number): Bucket {
  const byPolicy = new Map(bucket.windows.map((window) => [window.policy, window]));
  for (const report of reports) {
    const window = update(byPolicy.get(report.policy), report, nowMs);
    byPolicy.set(report.policy, closeExhausted(window, nowMs));
  }
  return { ...bucket, windows: [...byPolicy.values()] };
}

function update(known: Window | undefined, report: RateLimitReport, nowMs: number): Window {
  const { policy, remaining } = report;
  const resetAt = report.resetAfterMs === undefined ? undefined : nowMs + report.resetAfterMs;
  const limit = report.limit ?? known?.limit;
  const windowMs = report.windowMs ?? known?.windowMs;
  const fresh = { policy, limit, windowMs, remaining, resetAt, openedAt: nowMs };
  if (known === undefined || resetAt === undefined) return fresh;
  const oldest = known.resetAt === undefined ? known.openedAt : known.resetAt - RESET_SLACK_MS;
  if (resetAt < oldest + RESET_SLACK_MS / 2) return known;
  if (known.resetAt !== undefined && resetAt > known.resetAt + RESET_SLACK_MS) return fresh;
  // An answer that comes late, or out of order, never raises what remains within a window.
  const least = Math.min(known.remaining ?? remaining, remaining);
  const latest = Math.max(known.resetAt ?? 0, resetAt);
  return { ...fresh, remaining: least, resetAt: latest, openedAt: known.openedAt };
}

function closeExhausted(window: Window, nowMs: number): Window {
  if (window.remaining !== 0 || window.resetAt !== undefined) return window;
  return { ...window, resetAt: nowMs + (window.windowMs ?? UNSTATED_WINDOW_MS) };
}

function isOver(window: Window, nowMs: number): boolean {
  return window.resetAt !== undefined && window.resetAt <= nowMs;
}
