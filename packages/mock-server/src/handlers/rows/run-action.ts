import type { JsonObject } from '@product/spec-model';
import { type Outcome, problem } from '../../exchange/outcome.ts';
import type { Row } from '../../state/row-group.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { type ActionPlan, actedOn, planAction } from './change/action-plan.ts';
import { changeRow, touch } from './change/change-row.ts';
import { saveRow } from './change/save-row.ts';
import { doneMark, leavesNoTrace } from './check-action.ts';
import { findRow } from './find/find-row.ts';
import { showNamedRows } from './find/named-rows.ts';
import type { Place } from './find/place.ts';
import { sentRow } from './make/sent-row.ts';
import { restores, trashOf, untrashed } from './remove/trash.ts';
import { answerRow } from './show/show-row.ts';

/**
 * Does what a verb says to a row: `cancel` makes its status `canceled`, sets `canceled_at` and
 * `canceled`, and takes what was sent; a `DELETE` takes it back.
 */
export function runAction(call: Call): Outcome {
  const found = findRow(call);
  if ('missing' in found) return found.missing;
  const { row, place } = found;
  const { collection, role } = place;
  const changed = changeRow(call, collection.schema, {
    data: row.data,
    sent: showNamedRows(call, { collection, scope: row.scope }, sentRow(call, role)),
  });
  const trash = restores(role) ? trashOf(call.core, collection) : undefined;
  const sent = trash === undefined ? changed : untrashed(call, trash, changed);
  const undo = call.operation.method === 'DELETE';
  const plan = planAction(call.core, collection, { word: role.action ?? '', undo, row: row.data });
  const next = doToRow(call, place, { row, data: sent, plan });
  if (next === undefined) {
    return problem(409, { code: 'already_exists', detail: 'There is a row with this id already.' });
  }
  if (leavesNoTrace(plan)) {
    place.table.replace(next, next.data, { ...next.hidden, [doneMark(role.action ?? '')]: !undo });
  }
  emitEvents(call, next.data);
  return answerRow(call, next);
}

/**
 * Does what a plan says to a row.
 *
 * @param wish - The row, what it is but for that, and what is done.
 * @returns Absent when another row has its id.
 */
export function doToRow(
  call: Call,
  place: Place,
  wish: { readonly row: Row; readonly data: JsonObject; readonly plan: ActionPlan },
): Row | undefined {
  const data = { ...wish.data, ...actedOn(call, wish.plan, wish.data) };
  const touched = touch(call, place.collection.schema, data);
  return saveRow(call, place, { row: wish.row, data: { ...data, ...touched } });
}
