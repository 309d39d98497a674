import type { JsonObject } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Call } from '../handlers/handler.ts';
import { MockError } from '../mock-error.ts';
import { type Row, scopeKey } from '../state/row-group.ts';
import { collectionsByName, findCollection } from '../state/seed-rows.ts';
import type { RowScope, Rows } from './operation-state.ts';
import type { Kept, RowPlace, RowTools } from './row-tools.ts';

/** Data apart from what it was read from, as it would be after a way over the wire. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T; // plain data has the same type on the other side
}

/** Which rows. */
export interface RowWish {
  /** A resource, or the path of a collection. */
  readonly name: string;
  readonly scope?: RowScope | undefined;
}

/**
 * The rows of a collection, in the mode of a call.
 *
 * @throws {@link MockError} with code `unknown_collection`.
 */
export function openRows(tools: RowTools, call: Call, wish: RowWish): Rows {
  const { core } = call;
  const place = findPlace(call, wish);
  const { collection, values } = place;
  const { idProperty } = collection;
  const table = core.worlds.table(call.mode, collection.name);
  const known = values.filter((value) => value !== undefined);
  const group = () => (known.length < values.length ? table.all() : table.within(scopeKey(known)));
  // JSON knows no undefined.
  const sending = (row: Partial<JsonObject>): Call => ({
    ...call,
    input: { ...call.input, body: copyOf(row) as JsonObject },
  });
  return {
    list: () => copyOf([...group().oldestFirst()].map(({ data }) => data)),
    get: (id) => {
      const row = group().get(id);
      return row && copyOf(row.data);
    },
    insert: (row) => {
      const id = row[idProperty];
      if (id !== undefined && group().get(String(id))) refuse(place, `there is one with id ${id}`);
      const kept = tools.insert(sending(row), place);
      return check(core, place, { kept, undo: (made) => table.delete(made) });
    },
    update: (id, changes) => {
      const row = group().get(id) ?? refuse(place, `there is none with id ${id}`);
      const own = row.data[idProperty];
      const sent = own === undefined ? changes : { ...changes, [idProperty]: own };
      const kept = tools.update(sending(sent), place, row);
      return check(core, place, {
        kept,
        undo: (made) => table.replace(made, row.data, row.hidden),
      });
    },
    delete: (id) => {
      const row = group().get(id);
      if (row !== undefined) tools.remove(call, collection, row);
      return row !== undefined;
    },
  };
}

function findPlace({ core, input }: Call, { name, scope = {} }: RowWish): RowPlace {
  const problem = { code: 'unknown_collection', purpose: 'open rows' } as const;
  const collection =
    core.collections.byName.get(name) ?? findCollection(collectionsByName(core), name, problem);
  const values = collection.scope.map(({ parameter }) => {
    const value = scope[parameter] ?? input.path.get(parameter);
    return value === undefined ? undefined : String(value);
  });
  return { collection, values };
}

interface Checking {
  readonly kept: Kept;
  readonly undo: (row: Row) => void;
}

function check(core: Core, place: RowPlace, { kept, undo }: Checking): JsonObject {
  if ('refusal' in kept) {
    const { members, detail } = kept.refusal.problem ?? {};
    return refuse(place, JSON.stringify(members ?? detail));
  }
  const { row } = kept;
  const [fault] = core.validators.check(place.collection.schema, row.data, 'response');
  if (fault === undefined) return copyOf(row.data);
  undo(row);
  return refuse(place, `"${fault.pointer}" ${fault.message}`);
}

function refuse({ collection }: RowPlace, reason: string): never {
  const advice = 'Give what the document describes.';
  throw new MockError('invalid_row', `cannot keep a ${collection.noun}: ${reason}. ${advice}`);
}
