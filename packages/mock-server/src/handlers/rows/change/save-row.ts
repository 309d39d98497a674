import type { JsonObject } from '@product/spec-model';
import type { Collection, ScopeParameter } from '../../../infer/collection.ts';
import { isObject, ownValue } from '../../../model/json-read.ts';
import { hideWriteOnly } from '../../../schema/hide-write-only.ts';
import { type Row, scopeKey, scopeValues } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import type { Place } from '../find/place.ts';
import { keepInStep } from './keep-in-step.ts';
import { moveBelow, withOwnAddresses } from './move-below.ts';

/**
 * Keeps what a row has become: under another id where that was changed too, and with whom it belongs
 * to now.
 *
 * @returns Absent when another row has that id there.
 */
export function saveRow(
  call: Call,
  { collection, table }: Place,
  { row, data }: { readonly row: Row; readonly data: JsonObject },
): Row | undefined {
  const { shown, hidden } = hideWriteOnly(call.core, collection.schema, data);
  const group = table.within(row.scope);
  const id = ownValue(shown, collection.idProperty) ?? null;
  const keeps = id === null || id === ownValue(row.data, collection.idProperty);
  const scope = scopeAfter(call, collection, { row, data: shown });
  const name = { id: keeps ? row.id : String(id), scope };
  const taken = keeps && scope === row.scope ? undefined : table.within(scope).get(name.id);
  if (taken !== undefined && taken.order !== row.order) return undefined;
  let next = group.replace(row, shown, { ...row.hidden, ...hidden });
  if (name.id !== row.id || scope !== row.scope) {
    const named = withOwnAddresses(call, collection, { row: name, data: shown });
    next = group.rename(next, name.id, named);
    if (scope !== row.scope) {
      group.delete(next);
      next = table.within(scope).insert(next.id, named, next.hidden);
    }
    moveBelow(call, collection, { before: row, after: next });
  }
  keepInStep(call, collection, { before: row, after: next });
  return next;
}

interface Saved {
  readonly row: Row;
  /** What the row becomes. */
  readonly data: JsonObject;
}

// A task whose project is changed is one of the other project, if there is such a project.
function scopeAfter(call: Call, { scope }: Collection, { row, data }: Saved): string {
  if (!scope.some(({ property }) => property !== undefined)) return row.scope;
  const values = scopeValues(row.scope);
  const next = scope.map((parameter, at) => {
    const [old, shown] = [shownOf(row.data, parameter), shownOf(data, parameter)];
    const isChanged = shown !== undefined && shown !== old && exists(call, parameter, shown);
    return isChanged ? shown : (values[at] ?? '');
  });
  return scopeKey(next);
}

function shownOf(data: JsonObject, { property, member }: ScopeParameter): string | undefined {
  const shown = property === undefined ? undefined : ownValue(data, property);
  const value = member !== undefined && isObject(shown) ? ownValue(shown, member) : shown;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function exists({ core, mode }: Call, { parent }: ScopeParameter, id: string): boolean {
  const collection = parent === undefined ? undefined : core.collections.byName.get(parent);
  if (collection === undefined || collection.isSingleton) return true;
  return core.worlds.table(mode, collection.name).get(id) !== undefined;
}
