import { settleUserChange } from '../../../keys/end-keys.ts';
import type { Row } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { touch } from '../change/change-row.ts';
import { keepInStep } from '../change/keep-in-step.ts';
import type { Place } from '../find/place.ts';
import { removeRow } from './remove-row.ts';
import { trashed, trashOf } from './trash.ts';

/**
 * Removes a row with all that belongs to it. One that can be restored stays, although nobody but who
 * restores it finds it.
 *
 * @returns The row as it was last.
 */
export function discardRow(call: Call, { collection, table }: Place, row: Row): Row {
  const { core, mode, now } = call;
  const trash = trashOf(core, collection);
  if (trash !== undefined) {
    const data = { ...row.data, ...trashed(call, trash) };
    return table.replace(row, { ...data, ...touch(call, collection.schema, data) });
  }
  removeRow(call, collection, row);
  keepInStep(call, collection, { before: row, after: undefined });
  if (collection.name === core.usersName) {
    settleUserChange(core, { mode, before: row.data, after: undefined, now });
  }
  return row;
}
