import type { Anchor } from './anchor.ts';
import type { Row } from './row-group.ts';
import type { Sequence } from './sequence.ts';

/** Which rows of a list are wanted. */
export interface PageAsk {
  /** Rows of a page, 1 or more; infinite for all. */
  readonly limit: number;
  /** The place behind, or before, which the page lies. */
  readonly anchor?: Anchor | undefined;
  /** How many rows are left out instead. */
  readonly offset?: number | undefined;
}

/** A page of a list. */
export interface Page {
  readonly rows: readonly Row[];
  /** Whether there are more in the direction that was asked for. */
  readonly more: boolean;
}

/** Takes a page; it costs one row more than it has. */
export function takePage(sequence: Sequence, { limit, anchor, offset }: PageAsk): Page {
  if (offset !== undefined) return take(sequence.from(offset), limit);
  if (anchor?.backward !== true) return take(sequence.after(anchor), limit);
  const { rows, more } = take(sequence.before(anchor), limit);
  return { rows: rows.toReversed(), more };
}

/** Whether there is a row at all. */
export function hasRows(rows: Iterable<Row>): boolean {
  for (const _ of rows) return true;
  return false;
}

function take(found: Iterable<Row>, limit: number): Page {
  const rows: Row[] = [];
  for (const row of found) {
    if (rows.length === limit) return { rows, more: true };
    rows.push(row);
  }
  return { rows, more: false };
}
