import type { Outcome } from '../../exchange/outcome.ts';
import type { Call } from '../handler.ts';
import { findRow } from './find/find-row.ts';
import { answerDeleted } from './show/deletion-record.ts';
import { pickFields } from './show/pick-fields.ts';
import { answerRow } from './show/show-row.ts';

/** Answers one row: the one that the path names, a singleton's, or the caller's own; else that it is deleted. */
export function getAnyRow(call: Call): Outcome {
  const found = findRow(call);
  if (!('missing' in found)) return pickFields(call, found.place, answerRow(call, found.row));
  return answerDeleted(call) ?? found.missing;
}
