import type { JsonObject } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import { ownValue } from '../../../model/json-read.ts';
import { type Row, scopeKey, scopeValues } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { ownAddresses, type RowName } from '../make/own-addresses.ts';
import { dependentsOf } from '../remove/remove-row.ts';
import { baseOf } from '../show/address.ts';

/**
 * A row under another name: the addresses in it follow.
 *
 * @returns The same data where it shows none.
 */
export function withOwnAddresses(
  call: Call,
  collection: Collection,
  { row, data }: { readonly row: RowName; readonly data: JsonObject },
): JsonObject {
  const own = ownAddresses(call.core, collection, { row, base: () => baseOf(call) });
  if (own === undefined) return data;
  const shown = Object.entries(own).filter(([name]) => ownValue(data, name) !== undefined);
  return { ...data, ...Object.fromEntries(shown) };
}

/** Takes the rows below a row along when its id changes: the issues of a repository that is renamed. */
export function moveBelow(
  call: Call,
  collection: Collection,
  { before, after }: { readonly before: Row; readonly after: Row },
): void {
  for (const { collection: below, level } of dependentsOf(call, collection)) {
    if (level < 0) continue;
    const table = call.core.worlds.table(call.mode, below.name);
    const start = (row: Row): readonly string[] => [
      ...scopeValues(row.scope).slice(0, level),
      row.id,
    ];
    const [old, next] = [scopeKey(start(before)), start(after)];
    for (const scope of table.scopes) {
      const values = scopeValues(scope);
      if (scopeKey(values.slice(0, level + 1)) !== old) continue;
      const target = scopeKey([...next, ...values.slice(level + 1)]);
      table.move(scope, target, ({ id, data }) =>
        withOwnAddresses(call, below, { row: { id, scope: target }, data }),
      );
    }
  }
}
