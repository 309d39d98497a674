import type { Outcome } from '../exchange/outcome.ts';
import type { Call } from './handler.ts';
import { rowOf } from './row-context.ts';

/** Answers one row. */
export function getRow(call: Call): Outcome {
  const found = rowOf(call);
  if ('missing' in found) return found.missing;
  return { status: call.operation.successStatus, body: found.row.data };
}
