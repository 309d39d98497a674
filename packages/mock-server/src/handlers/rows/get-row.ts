import type { Outcome } from '../../exchange/outcome.ts';
import type { Call } from '../handler.ts';
import { answerDeleted } from './deletion-record.ts';
import { findRow } from './find-row.ts';
import { pickFields } from './pick-fields.ts';
import { answerRow } from './show-row.ts';

/** Answers one row: the one that the path names, a singleton's, or the caller's own; else that it is deleted. */
export function getAnyRow(call: Call): Outcome {
  const found = findRow(call);
  if (!('missing' in found)) return pickFields(call, found.place, answerRow(call, found.row));
  return answerDeleted(call) ?? found.missing;
}
