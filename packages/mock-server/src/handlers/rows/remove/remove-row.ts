import type { JsonValue } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import { ownValue } from '../../../model/json-read.ts';
import { findReferences, type Reference } from '../../../schema/references.ts';
import { type Row, scopeKey, scopeValues } from '../../../state/row-group.ts';
import type { Table } from '../../../state/table.ts';
import type { Call } from '../../handler.ts';
import { touch } from '../change/change-row.ts';

/** Rows of one collection that go together. */
interface Leaving {
  readonly collection: Collection;
  readonly rows: readonly Row[];
}

/**
 * Removes a row with the rows below it, and the rows that cannot do without it; other rows that
 * referred to it go on without.
 *
 * @remarks A reference that may be null becomes null, as the foreign key of a careful database
 * would. One that must be there takes its row along, unless the schema says that what it names may be
 * a deleted one.
 */
export function removeRow(call: Call, collection: Collection, row: Row): void {
  const work: Leaving[] = [{ collection, rows: [row] }];
  for (let leaving = work.pop(); leaving !== undefined; leaving = work.pop()) {
    const table = tableOf(call, leaving.collection);
    for (const gone of leaving.rows) table.bury(gone);
    for (const dependent of dependentsOf(call, leaving.collection)) {
      const rows = follow(call, dependent, leaving);
      // Collections that refer to each other in a circle end the work only where no row is left.
      if (rows.length > 0) work.push({ collection: dependent.collection, rows });
    }
  }
}

/** A collection whose rows belong to those of another, or refer to them. */
export interface Dependent {
  readonly collection: Collection;
  /** Which parameter of its scope names the other row; below 0 when none does. */
  readonly level: number;
  readonly references: readonly Reference[];
}

const dependents = new WeakMap<Collection, readonly Dependent[]>();

/** The collections whose rows belong to those of one, or refer to them; kept once found. */
export function dependentsOf({ core }: Pick<Call, 'core'>, gone: Collection): readonly Dependent[] {
  const known = dependents.get(gone);
  if (known !== undefined) return known;
  const found = [...core.collections.byName.values()]
    .map((collection) => ({
      collection,
      level: collection.scope.findIndex(({ parent }) => parent === gone.name),
      references: findReferences(core, collection).filter(({ to }) => to === gone),
    }))
    .filter(({ level, references }) => level >= 0 || references.length > 0);
  dependents.set(gone, found);
  return found;
}

/** The rows that go with others; those that can stay forget them. */
function follow(call: Call, dependent: Dependent, leaving: Leaving): readonly Row[] {
  const table = tableOf(call, dependent.collection);
  const below = dependent.level < 0 ? [] : rowsBelow(table, dependent, leaving);
  const lost = dependent.references.length === 0 ? [] : settle(call, dependent, leaving);
  return [...below, ...lost];
}

// Rows whose path leads through a row that is gone.
function rowsBelow(table: Table, { collection, level }: Dependent, { rows }: Leaving): Row[] {
  const keys = rows.map(({ scope, id }) => scopeKey([...scopeValues(scope).slice(0, level), id]));
  const isInnermost = collection.scope.length === level + 1;
  const wanted = new Set(keys);
  const scopes = isInnermost
    ? keys.filter((key) => table.has(key))
    : table.scopes.filter((key) => wanted.has(scopeKey(scopeValues(key).slice(0, level + 1))));
  return scopes.flatMap((scope) => [...table.within(scope).oldestFirst()]);
}

// Rows that refer to a row that is gone.
function settle(call: Call, { collection, references }: Dependent, { rows }: Leaving): Row[] {
  const ids = new Set(rows.map(({ id }) => id));
  const vital: Row[] = [];
  const refers = (row: Row, { property }: Reference): boolean =>
    names(ids, ownValue(row.data, property));
  for (const row of tableOf(call, collection).rows()) {
    // Most rows do not, and there may be many.
    if (!references.some((reference) => refers(row, reference))) continue;
    const lost = references.filter((reference) => refers(row, reference));
    if (lost.some(isVital)) vital.push(row);
    else if (lost.length > 0) forget(call, collection, { row, lost });
  }
  return vital;
}

function names(ids: ReadonlySet<string>, value: JsonValue | undefined): boolean {
  return (typeof value === 'string' || typeof value === 'number') && ids.has(String(value));
}

function isVital({ nullable, optional, lasting }: Reference): boolean {
  return !nullable && !optional && !lasting;
}

function forget(
  call: Call,
  collection: Collection,
  { row, lost }: { readonly row: Row; readonly lost: readonly Reference[] },
): void {
  const data = new Map(Object.entries(row.data));
  for (const { property, nullable, lasting } of lost) {
    if (nullable) data.set(property, null);
    else if (!lasting) data.delete(property);
  }
  const next = Object.fromEntries(data);
  tableOf(call, collection).replace(row, { ...next, ...touch(call, collection.schema, next) });
}

function tableOf({ core, mode }: Call, { name }: Collection): Table {
  return core.worlds.table(mode, name);
}
