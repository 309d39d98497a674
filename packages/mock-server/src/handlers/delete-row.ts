import { instantText } from '../clock/instant.ts';
import type { Outcome } from '../exchange/outcome.ts';
import { settleUserChange } from '../keys/end-keys.ts';
import { findReferences } from '../schema/references.ts';
import { emitEvents } from './emit-events.ts';
import type { Call } from './handler.ts';
import { collectionOf, rowOf, tableOf } from './row-context.ts';

/**
 * Removes a row; rows that referred to it go on without it.
 *
 * @remarks A reference that may be null becomes null, as the foreign key of a careful database
 * would; one that may not stays as it is.
 */
export function deleteRow(call: Call): Outcome {
  const found = rowOf(call);
  if ('missing' in found) return found.missing;
  tableOf(call).delete(found.row);
  clearReferences(call, found.row.id);
  if (collectionOf(call).name === call.core.usersName) {
    const { mode, now } = call;
    settleUserChange(call.core, { mode, before: found.row.data, after: undefined, now });
  }
  emitEvents(call, found.row.data);
  return { status: call.operation.successStatus };
}

function clearReferences(call: Call, id: string): void {
  const { core, mode, now } = call;
  const gone = collectionOf(call);
  for (const collection of core.collections.byName.values()) {
    const names = findReferences(core, collection)
      .filter((reference) => reference.to === gone && reference.nullable)
      .map((reference) => reference.property);
    if (names.length === 0) continue;
    const table = core.worlds.table(mode, collection.name);
    for (const row of table.snapshot()) {
      const cleared = names.filter((name) => row.data[name] === id);
      if (cleared.length === 0) continue;
      const changes = Object.fromEntries(cleared.map((name) => [name, null]));
      const touched = 'updated_at' in row.data ? { updated_at: instantText(now) } : {};
      table.replace(row, { ...row.data, ...changes, ...touched });
    }
  }
}
