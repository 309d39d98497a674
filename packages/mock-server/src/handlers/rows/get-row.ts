import type { Outcome } from '../../exchange/outcome.ts';
import type { Call } from '../handler.ts';
import { findRow } from './find-row.ts';
import { answerRow } from './show-row.ts';

/** Answers one row: the one that the path names, a singleton's, or the caller's own. */
export function getAnyRow(call: Call): Outcome {
  const found = findRow(call);
  return 'missing' in found ? found.missing : answerRow(call, found.row);
}
