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
  ceiling: 1,
  pausedUntil: 0,
  wave: 0,
  refusals: 0,
};
