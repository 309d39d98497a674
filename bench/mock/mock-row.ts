import type { Spread } from '../overhead/spread.ts';

/** What one server did on one course. */
export interface ThroughputRow {
  readonly kind: 'throughput';
  readonly course: string;
  readonly server: string;
  /** Absent for a server that did not answer within a minute. */
  readonly figures?: ThroughputFigures;
}

/** How fast a server started and answered, and what it held. */
export interface ThroughputFigures {
  readonly startMs: Spread;
  /** Memory at the first answer, and after the load. */
  readonly startMb: number | undefined;
  readonly loadedMb: number | undefined;
  readonly getPerSecond: Spread;
  readonly postPerSecond: Spread;
  /** Beside the floor of the same round. */
  readonly getRatio: Spread;
  readonly postRatio: Spread;
  /** Answers that were no 2xx. */
  readonly failed: number;
}

/** A comparison within one process. */
export interface InProcessRow {
  readonly kind: 'in-process';
  readonly name: string;
  /** Time per request, in microseconds. */
  readonly us: Spread;
  /** Beside the first row of its table. */
  readonly ratio: Spread;
  readonly table: 'fetch' | 'msw';
}

/** What grows, or does not, with use. */
export interface GrowthRow {
  readonly kind: 'growth';
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly unit: string;
}

/** A row of `mock.json`. */
export type MockRow = ThroughputRow | InProcessRow | GrowthRow;
