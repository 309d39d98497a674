/** Calls of one's own that were answered at about the same time. */
export interface OwnCalls {
  /** When the first of them was answered, in milliseconds since the epoch. */
  readonly firstAt: number;
  /** When the last of them was: none was counted later than that. */
  readonly lastAt: number;
  /** How many. */
  readonly count: number;
}

/** What is known of one window of a rate limit. */
export interface Window {
  /** Name of the limit. */
  readonly policy: string;
  /** Calls that remain, calls under way included; `undefined` if only an answer can tell. */
  readonly remaining: number | undefined;
  /** Calls that the window holds. */
  readonly limit: number | undefined;
  /** Length, in milliseconds, or the longest that is sure. */
  readonly windowMs: number | undefined;
  /** When it ends, in milliseconds since the epoch. */
  readonly resetAt: number | undefined;
  /** When it began, as far as is known: what an answer says of an older one is stale. */
  readonly openedAt: number;
  /** What a call takes of it: 1, or a guess if it counts something else than calls. */
  readonly cost: number;
  /** Length that the server states beside the limit, in milliseconds. */
  readonly spanMs: number | undefined;
  /** One's own calls that were answered within such a length, oldest first. */
  readonly calls: readonly OwnCalls[];
  /** For how many windows others were last taken to use the limit too. */
  readonly distrust: number;
  /** Before this instant others are taken to use the limit too, in milliseconds since the epoch. */
  readonly trustedFrom: number;
}

/** What the refusals of a server that tells nothing let guess of its window. */
export interface LearnedWindow {
  /** Calls that fitted between two refusals; grows, by fractions, while nothing is refused. */
  readonly limit: number;
  /** Calls that remain, calls under way included. */
  readonly remaining: number;
  /** Length, in milliseconds. */
  readonly windowMs: number;
  /** When it began, in milliseconds since the epoch. */
  readonly openedAt: number;
  /** When it ends, in milliseconds since the epoch. */
  readonly resetAt: number;
  /** Windows in a row that were used up and not refused. */
  readonly cleanRun: number;
  /** Begin of the window that was refused, in milliseconds since the epoch. */
  readonly refusedFrom: number;
  /** How long after its begin the server still refused, in milliseconds. */
  readonly closedForMs: number;
  /** Whether the server named the wait. */
  readonly named: boolean;
}

/**
 * What is known of the rate limit of one credential at one origin.
 *
 * @remarks Plain and unchanging: each function makes a new one.
 */
export interface Bucket {
  /** The windows that answers told of. */
  readonly windows: readonly Window[];
  /** What was guessed, if answers tell of none. */
  readonly learned: LearnedWindow | undefined;
  /** When {@link Bucket.answered} began to count, in milliseconds since the epoch. */
  readonly countedFrom: number;
  /** Calls that were answered, and not refused, since then. */
  readonly answered: number;
  /** Calls that were sent and not yet answered. */
  readonly inFlight: number;
  /** Whether no other was under way since the last one was sent: its answer then tells all. */
  readonly alone: boolean;
  /** Most calls under way at once: 1 while learning and while probing. */
  readonly ceiling: number;
  /** Nothing is sent before this instant, in milliseconds since the epoch. */
  readonly pausedUntil: number;
  /** Number of the wave that calls are sent in; a refusal of an earlier wave is no news. */
  readonly wave: number;
  /** Waves refused in a row. */
  readonly refusals: number;
}

/** A limit that nothing is known of: one call learns before others follow. */
export const newBucket: Bucket = {
  windows: [],
  learned: undefined,
  countedFrom: 0,
  answered: 0,
  inFlight: 0,
  alone: false,
  ceiling: 1,
  pausedUntil: 0,
  wave: 0,
  refusals: 0,
};
