import { instantText } from '../clock/instant.ts';
import { invalid, type Outcome } from '../exchange/outcome.ts';
import { settleUserChange } from '../keys/end-keys.ts';
import { asObject } from '../model/json-read.ts';
import { hideWriteOnly } from '../schema/hide-write-only.ts';
import { checkReferences } from '../schema/references.ts';
import { emitEvents } from './emit-events.ts';
import type { Call } from './handler.ts';
import { collectionOf, rowOf, tableOf } from './row-context.ts';

/** Changes the fields that were sent; the others stay. */
export function updateRow(call: Call): Outcome {
  const found = rowOf(call);
  if ('missing' in found) return found.missing;
  const changes = asObject(call.input.body);
  const errors = checkReferences(call, collectionOf(call), changes);
  if (errors.length > 0) return invalid(errors);
  const touched = 'updated_at' in found.row.data ? { updated_at: instantText(call.now) } : {};
  const { schema, name } = collectionOf(call);
  const { shown, hidden } = hideWriteOnly(call.core, schema, changes);
  const { data } = tableOf(call).replace(
    found.row,
    { ...found.row.data, ...shown, ...touched },
    { ...found.row.hidden, ...hidden },
  );
  if (name === call.core.usersName) {
    const { mode, now } = call;
    settleUserChange(call.core, { mode, before: found.row.data, after: data, now });
  }
  emitEvents(call, data);
  return { status: call.operation.successStatus, body: data };
}
