import type { Bucket, LearnedWindow } from './bucket-state.ts';

/** First growth of a learned window that was used up without a refusal; it doubles with each. */
const GROWTH = 0.25;

/** How long answers are counted before a count without a refusal begins anew, in milliseconds. */
const COUNT_MS = 10_000;

/** Part of a window that is so small that its refusal says more of its begin than of its size. */
const FEW = 1 / 3;

/** Answers before the very first refusal without which it says nothing of a limit. */
const EVIDENCE = 4;

/** A refusal, as far as it teaches. */
export interface LearnedRefusal {
  /** The present, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** When to send again, in milliseconds since the epoch. */
  readonly untilMs: number;
  /** Whether the server named that instant. */
  readonly named: boolean;
}

/**
 * What a refusal lets guess of the window of a server that tells nothing.
 *
 * @remarks As many calls as were answered since the window began fit into it. When it ends is bracketed:
 * by the last refusal and the first success after it.
 * @param bucket - The limit before the refusal; the first of its wave.
 * @param refusal - The refusal.
 * @returns `undefined` if too little was answered to guess from.
 */
export function learnFromRefusal(
  { learned, answered, countedFrom, refusals, wave }: Bucket,
  { nowMs, untilMs, named }: LearnedRefusal,
): LearnedWindow | undefined {
  if (!learned && answered < (wave === 0 ? EVIDENCE : 1)) return undefined;
  const probing = learned !== undefined && refusals > 0;
  // Refused after few calls, a window has not ended when it was thought to: the one before goes on.
  const goesOn = learned !== undefined && answered < learned.limit * FEW;
  const begin = goesOn ? learned.openedAt - learned.windowMs : (learned?.openedAt ?? countedFrom);
  const refusedFrom = probing ? learned.refusedFrom : begin;
  // An earlier guess of the end is better than a new one, but not than what the server names.
  const resetAt = named || probing ? untilMs : Math.max(untilMs, learned?.resetAt ?? 0);
  return {
    limit: probing || goesOn ? learned.limit : answered,
    remaining: 0,
    windowMs: resetAt - refusedFrom,
    openedAt: refusedFrom,
    resetAt,
    cleanRun: 0,
    refusedFrom,
    closedForMs: nowMs - refusedFrom,
    named,
  };
}

/**
 * The learned window after the probe has shown that the next one is open.
 *
 * @param learned - What was guessed.
 */
export function confirmReset(learned: LearnedWindow): LearnedWindow {
  const longest = learned.openedAt - learned.refusedFrom;
  const windowMs = learned.named ? longest : learned.closedForMs * 0.6 + longest * 0.4;
  return { ...learned, windowMs, resetAt: learned.openedAt + windowMs };
}

/**
 * The limit with its learned window replaced by the next one if it has ended.
 *
 * @param bucket - The limit.
 * @param nowMs - The present, in milliseconds since the epoch.
 */
export function rollLearned(bucket: Bucket, nowMs: number): Bucket {
  const { learned, refusals, countedFrom } = bucket;
  if (learned === undefined) {
    return nowMs - countedFrom > COUNT_MS ? { ...bucket, countedFrom: nowMs, answered: 0 } : bucket;
  }
  if (learned.resetAt > nowMs) return bucket;
  const isClean = refusals === 0 && learned.remaining === 0;
  const cleanRun = isClean ? learned.cleanRun + 1 : learned.cleanRun;
  const limit = isClean ? learned.limit + GROWTH * 2 ** learned.cleanRun : learned.limit;
  const windowMs = isClean ? shorten(learned) : learned.windowMs;
  const next = {
    ...learned,
    limit,
    windowMs,
    remaining: Math.floor(limit),
    cleanRun,
    openedAt: nowMs,
    resetAt: nowMs + windowMs,
  };
  // Its begin is a guess too: if the old one goes on, one call finds out, not many.
  return { ...bucket, learned: next, countedFrom: nowMs, answered: 0, ceiling: 1 };
}

/** The length, less what is too much of it, once it has held. */
function shorten({ windowMs, closedForMs, named }: LearnedWindow): number {
  // A guess is cut by a part of what is uncertain of it, until a refusal says too much.
  if (!named) return windowMs - (windowMs - closedForMs) / 4;
  // A wait is named in whole seconds, rounded up, and jitter came on top.
  const wholeMs = Math.floor(windowMs / 1000) * 1000;
  return wholeMs > closedForMs ? wholeMs : windowMs;
}

/**
 * Most calls that may be under way at once: a guessed end is approached on tiptoe, since every call
 * beyond it is refused.
 *
 * @param learned - What was guessed.
 */
export function roomInLearned({ remaining, cleanRun }: LearnedWindow): number {
  return Math.ceil(remaining / (cleanRun > 0 ? 2 : 8));
}
