import { invalid, type Outcome } from '../exchange/outcome.ts';
import type { Collection } from '../infer/collection.ts';
import { settleUserChange } from '../keys/end-keys.ts';
import { asObject } from '../model/json-read.ts';
import { hideWriteOnly } from '../schema/hide-write-only.ts';
import { checkReferences } from '../schema/references.ts';
import type { Row } from '../state/row-group.ts';
import { emitEvents } from './emit-events.ts';
import type { Call } from './handler.ts';
import { collectionOf, rowOf, tableOf, touch } from './row-context.ts';

/** Changes the fields that were sent; the others stay. */
export function updateRow(call: Call): Outcome {
  const found = rowOf(call);
  if ('missing' in found) return found.missing;
  const changed = changeRow(call, collectionOf(call), found.row);
  if ('refusal' in changed) return changed.refusal;
  const { data } = changed.row;
  emitEvents(call, data);
  return { status: call.operation.successStatus, body: data };
}

/** Puts what was sent into a row without telling anyone. */
export function changeRow(
  call: Call,
  collection: Collection,
  row: Row,
): { readonly row: Row } | { readonly refusal: Outcome } {
  const { core, mode, now } = call;
  const changes = asObject(call.input.body);
  const errors = checkReferences(call, collection, changes);
  if (errors.length > 0) return { refusal: invalid(errors) };
  const { shown, hidden } = hideWriteOnly(core, collection.schema, changes);
  const next = tableOf(call, collection).replace(
    row,
    { ...row.data, ...shown, ...touch(row, now) },
    { ...row.hidden, ...hidden },
  );
  if (collection.name === core.usersName) {
    settleUserChange(core, { mode, before: row.data, after: next.data, now });
  }
  return { row: next };
}
