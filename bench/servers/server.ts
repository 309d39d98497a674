/** What every server allows. */
export const quota = { calls: 20, windowMs: 2000 } as const;

/** How long an answer takes. */
export const latencyMs = 30;

/** What the server says to one request. */
export interface Verdict {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** From one instant to another, in milliseconds since the epoch. */
export interface Span {
  readonly startAt: number;
  readonly endAt: number;
}

/** One way to limit a rate, and what could be had from it at best. */
export interface RateServer {
  readonly title: string;
  /** Starts with the whole quota; gives what to say to a request at that instant. */
  open(): (now: number) => Verdict;
  /** Earliest end of so many calls that all want to start at `startAt`, the answer's latency aside. */
  floorMs(calls: number, startAt: number): number;
  /** Most calls that a span has room for. */
  capacity(span: Span): number;
}

/** Whole seconds, rounded up as servers round them. */
export function wholeSeconds(ms: number): string {
  return `${Math.max(1, Math.ceil(ms / 1000))}`;
}
