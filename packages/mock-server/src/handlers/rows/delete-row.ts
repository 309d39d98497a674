import type { Outcome } from '../../exchange/outcome.ts';
import { settleUserChange } from '../../keys/end-keys.ts';
import { successSchema } from '../../model/operation.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { deletionRecord } from './deletion-record.ts';
import { findRow } from './find-row.ts';
import { removeRow } from './remove-row.ts';
import { answerRow, hasContent } from './show-row.ts';

/** Removes a row with all that belongs to it; answers nothing, the row, or a record of its end. */
export function deleteAnyRow(call: Call): Outcome {
  const found = findRow(call);
  if ('missing' in found) return found.missing;
  const { row, place } = found;
  const { core, mode, now } = call;
  removeRow(call, place.collection, row);
  if (place.collection.name === core.usersName) {
    settleUserChange(core, { mode, before: row.data, after: undefined, now });
  }
  emitEvents(call, row.data);
  const status = call.operation.successStatus;
  if (!hasContent(call, status)) return { status };
  const schema = successSchema(call.operation);
  const record = schema && deletionRecord(call, schema, row.data);
  return record === undefined ? answerRow(call, row) : { status, body: record };
}
