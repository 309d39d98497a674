import type { ChaosReport } from './run-chaos.ts';

/** Creates of a whole run; one with fewer is a short one. */
export const FULL_CREATES = 10_000;

/** What came of a run of creates through faults, as it stands in the JSON. */
export interface ChaosRow extends Omit<ChaosReport, 'failed' | 'struck' | 'refusals' | 'waitedMs'> {
  /** Tasks that were to be created. */
  readonly creates: number;
  readonly seed: number;
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Calls that ended with an error. */
  readonly failed: number;
  /** Requests that a fault struck. */
  readonly faults: number;
  /** Time that the run took. */
  readonly seconds: number;
}

/** Whether each create made one row, and each call told of its own. */
export function isWell({ creates, rows, doubled, lost, failed, mistaken }: ChaosRow): boolean {
  return rows === creates && doubled + lost + failed + mistaken === 0;
}
