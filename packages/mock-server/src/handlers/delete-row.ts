import type { Outcome } from '../exchange/outcome.ts';
import type { Collection } from '../infer/collection.ts';
import { settleUserChange } from '../keys/end-keys.ts';
import { findReferences } from '../schema/references.ts';
import type { Row } from '../state/row-group.ts';
import { emitEvents } from './emit-events.ts';
import type { Call } from './handler.ts';
import { collectionOf, rowOf, touch } from './row-context.ts';

/** Removes a row; rows that referred to it go on without it. */
export function deleteRow(call: Call): Outcome {
  const found = rowOf(call);
  if ('missing' in found) return found.missing;
  dropRow(call, collectionOf(call), found.row);
  emitEvents(call, found.row.data);
  return { status: call.operation.successStatus };
}

/**
 * Removes a row without telling anyone.
 *
 * @remarks A reference that may be null becomes null, as the foreign key of a careful database
 * would; one that may not stays as it is.
 */
export function dropRow(call: Call, gone: Collection, row: Row): void {
  const { core, mode, now } = call;
  core.worlds.table(mode, gone.name).delete(row);
  for (const collection of core.collections.byName.values()) {
    const names = findReferences(core, collection)
      .filter((reference) => reference.to === gone && reference.nullable)
      .map((reference) => reference.property);
    if (names.length === 0) continue;
    const table = core.worlds.table(mode, collection.name);
    for (const other of table.snapshot()) {
      const cleared = names.filter((name) => other.data[name] === row.id);
      if (cleared.length === 0) continue;
      const changes = Object.fromEntries(cleared.map((name) => [name, null]));
      table.replace(other, { ...other.data, ...changes, ...touch(other, now) });
    }
  }
  if (gone.name === core.usersName) {
    settleUserChange(core, { mode, before: row.data, after: undefined, now });
  }
}
