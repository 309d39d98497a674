import type { Bucket, LearnedWindow, Window } from './bucket-state.ts';
import { confirmReset, learnFromRefusal, rollLearned, roomInLearned } from './learned-window.ts';
import { addOwnCall, isTrusted, suspectOthers } from './own-calls.ts';
import type { RateLimitReport } from './rate-limit-headers.ts';
import { closeExhausted, isOver, learnWindow, roomIn } from './window.ts';

/** Whether the next call may be sent: now, not before an instant, or after the next answer. */
export type Admission =
  | { readonly kind: 'go' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'wait'; readonly untilMs: number };

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
  /** Whether the server named that wait. */
  readonly named?: boolean | undefined;
}

/**
 * Calls under way at once while a server that tells nothing answers its first calls: if it refuses,
 * it refuses no more than these.
 */
const SHY = 3;

/** Answers after which a server that tells nothing is no longer feared. */
const SHY_ANSWERS = 32;

const go: Admission = { kind: 'go' };
const hold: Admission = { kind: 'hold' };

/**
 * Whether the next call may be sent.
 *
 * @param bucket - The limit, as known at this instant: see {@link roll}.
 * @param nowMs - The present, in milliseconds since the epoch.
 * @param keep - Calls that are left over in each window, for others.
 */
export function admit(bucket: Bucket, nowMs: number, keep = 0): Admission {
  const { inFlight, pausedUntil, learned } = bucket;
  let untilMs = pausedUntil;
  let room = bucket.ceiling;
  for (const window of bucket.windows) {
    const { free, opensAt = 0 } = roomIn(window, { nowMs, inFlight, keep });
    room = Math.min(room, free);
    if (free <= inFlight) untilMs = Math.max(untilMs, opensAt);
  }
  if (learned) {
    room = Math.min(room, roomInLearned(learned));
    if (learned.remaining === 0) untilMs = Math.max(untilMs, learned.resetAt);
  }
  if (untilMs > nowMs) return { kind: 'wait', untilMs };
  return inFlight < room ? go : hold;
}

/**
 * The limit with each window that has ended replaced by the next one.
 *
 * @param before - The limit.
 * @param nowMs - The present, in milliseconds since the epoch.
 */
export function roll(before: Bucket, nowMs: number): Bucket {
  const bucket = rollLearned(before, nowMs);
  // An answer under way may tell of the old window: one's own account makes room without a reset.
  const rolls = (window: Window): boolean =>
    isOver(window, nowMs) && (bucket.inFlight === 0 || !isTrusted(window, nowMs));
  if (!bucket.windows.some(rolls)) return bucket;
  const windows = bucket.windows.map((window) =>
    rolls(window)
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
  return { ...bucket, inFlight: bucket.inFlight + 1, alone: bucket.inFlight === 0 };
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
 * The limit when first answers are slow to come: more calls go ahead than have learned.
 *
 * @remarks Called once a second while calls wait, so that a server that takes its time is not asked one
 * thing at a time.
 * @param bucket - The limit.
 */
export function losePatience(bucket: Bucket): Bucket {
  const learning = bucket.wave === 0 && bucket.windows.length === 0;
  return learning ? { ...bucket, ceiling: bucket.ceiling * 4 } : bucket;
}

/**
 * The limit after a call was answered or lost.
 *
 * @param bucket - The limit.
 * @param settlement - What came of the call.
 */
export function settle(bucket: Bucket, settlement: Settlement): Bucket {
  const { nowMs, pauseMs, wave, reports } = settlement;
  const known = reports?.length ? learn(bucket, settlement, reports) : spend(bucket, nowMs);
  const { learned } = known;
  const windows = known.windows.map((window) => addOwnCall(window, nowMs));
  const next: Open<Bucket> = { ...bucket, learned, windows, inFlight: bucket.inFlight - 1 };
  if (pauseMs !== undefined) return refuse(next, settlement, pauseMs);
  if (reports !== undefined && wave === bucket.wave) succeed(next);
  return next;
}

type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function succeed(bucket: Open<Bucket>): void {
  const { learned, refusals } = bucket;
  if (learned && refusals > 0) bucket.learned = confirmReset(learned);
  bucket.ceiling = raise(bucket);
  bucket.answered += 1;
  bucket.refusals = 0;
}

function refuse(bucket: Bucket, settlement: Settlement, pauseMs: number): Bucket {
  const { nowMs, wave, named = false } = settlement;
  const untilMs = nowMs + pauseMs;
  const pausedUntil = Math.max(bucket.pausedUntil, untilMs);
  // `Retry-After` takes precedence over the reset of the window that it speaks of.
  const windows = bucket.windows.map((window) =>
    window.remaining === 0
      ? { ...window, resetAt: Math.min(window.resetAt ?? untilMs, untilMs) }
      : window,
  );
  // All calls of a wave are refused together: they are one piece of news, not many.
  if (wave !== bucket.wave) return { ...bucket, windows, pausedUntil };
  const learned =
    windows.length === 0 ? learnFromRefusal(bucket, { nowMs, untilMs, named }) : undefined;
  const refusals = bucket.refusals + 1;
  return { ...bucket, windows, learned, pausedUntil, ceiling: 1, wave: wave + 1, refusals };
}

/**
 * Doubles with each round of answers after a probe; half as fast before the first refusal, which hits
 * all that are under way. A server whose headers tell needs no ramp.
 */
function raise({ windows, wave, ceiling, answered }: Bucket): number {
  if (windows.length > 0) return Number.POSITIVE_INFINITY;
  if (wave > 0 || ceiling < SHY) return ceiling + 1;
  return answered < SHY_ANSWERS ? ceiling : ceiling + 0.5;
}

type Known = Pick<Bucket, 'windows' | 'learned'>;

function spend({ windows, learned }: Bucket, nowMs: number): Known {
  if (windows.length === 0) return { windows, learned: spendLearned(learned) };
  const spent = windows.map((window) =>
    window.remaining === undefined
      ? window
      : { ...window, remaining: Math.max(0, window.remaining - window.cost) },
  );
  return { windows: spent.map((window) => closeExhausted(window, nowMs)), learned };
}

function spendLearned(learned: LearnedWindow | undefined): LearnedWindow | undefined {
  return learned && { ...learned, remaining: Math.max(0, learned.remaining - 1) };
}

function learn(
  bucket: Bucket,
  { nowMs, pauseMs }: Settlement,
  reports: readonly RateLimitReport[],
): Known {
  const { inFlight, alone: isLatest } = bucket;
  const windows = [...bucket.windows];
  const answered = { nowMs, inFlight, isRefused: pauseMs !== undefined };
  for (const report of reports) {
    const known = windows.findIndex(({ policy }) => policy === report.policy);
    const window = learnWindow(windows[known], report, { nowMs, isLatest });
    const judged = closeExhausted(suspectOthers(window, report, answered), nowMs);
    if (known < 0) windows.push(judged);
    else windows[known] = judged;
  }
  return { windows, learned: undefined };
}
