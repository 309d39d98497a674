import type { Outcome } from '../../exchange/outcome.ts';
import { successSchema } from '../../model/operation.ts';
import type { Row } from '../../state/row-group.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { planAction } from './change/action-plan.ts';
import { changeRow } from './change/change-row.ts';
import { endingOf } from './change/ending.ts';
import { findRow } from './find/find-row.ts';
import type { Place } from './find/place.ts';
import { sentRow } from './make/sent-row.ts';
import { discardRow } from './remove/discard-row.ts';
import { doToRow } from './run-action.ts';
import { deletionRecord } from './show/deletion-record.ts';
import { answerRow, hasContent } from './show/show-row.ts';

/**
 * Removes a row with all that belongs to it; answers nothing, the row, or a record of its end. One
 * that the document says is canceled, or the like, stays in that state, and so does one that can be
 * restored.
 */
export function deleteAnyRow(call: Call): Outcome {
  const found = findRow(call);
  if ('missing' in found) return found.missing;
  const { row, place } = found;
  const ended = endRow(call, place, row);
  if (ended !== undefined) return ended;
  const last = discardRow(call, place, row);
  emitEvents(call, last.data);
  const status = call.operation.successStatus;
  if (!hasContent(call, status)) return { status };
  const schema = successSchema(call.operation);
  const record = schema && deletionRecord(call, schema, last.data);
  return record === undefined ? answerRow(call, last) : { status, body: record };
}

function endRow(call: Call, place: Place, row: Row): Outcome | undefined {
  const { core, operation } = call;
  const { collection, role } = place;
  const ending = endingOf(core.schemas, operation, role);
  if (ending === undefined) return undefined;
  const { word } = ending;
  const plan = planAction(core, collection, { word, undo: false, row: row.data });
  const sent = changeRow(call, collection.schema, { data: row.data, sent: sentRow(call, role) });
  const next = doToRow(call, place, { row, data: sent, plan }) ?? row;
  emitEvents(call, next.data);
  return answerRow(call, next);
}
