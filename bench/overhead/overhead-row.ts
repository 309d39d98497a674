import type { Cost } from './run-rounds.ts';

/** Where a contender's calls went, and how many at once. */
export type CourseName = 'stub' | 'loopback' | 'loopback-64';

/** One contender on one course, as it stands in the JSON. */
export interface OverheadRow extends Cost {
  readonly course: CourseName;
}
