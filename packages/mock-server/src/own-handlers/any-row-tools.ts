import type { JsonObject } from '@product/spec-model';
import type { Core } from '../core.ts';
import { type FieldError, invalid, problem } from '../exchange/outcome.ts';
import type { Call } from '../handlers/handler.ts';
import { changeRow, touch } from '../handlers/rows/change/change-row.ts';
import { saveRow } from '../handlers/rows/change/save-row.ts';
import type { Place } from '../handlers/rows/find/place.ts';
import { adaptValue } from '../handlers/rows/make/adapt-value.ts';
import { makeRow } from '../handlers/rows/make/make-row.ts';
import { removeRow } from '../handlers/rows/remove/remove-row.ts';
import { propertiesOf } from '../handlers/rows/row-properties.ts';
import type { Collection } from '../infer/collection.ts';
import type { Role } from '../infer/role.ts';
import { settleUserChange } from '../keys/end-keys.ts';
import { asObject } from '../model/json-read.ts';
import { keepIn } from '../model/keep-in.ts';
import type { Operation } from '../model/operation.ts';
import { escapeToken } from '../schema/schema-fault.ts';
import { scopeKey } from '../state/row-group.ts';
import type { RowPlace, RowTools } from './row-tools.ts';

/** What the API does to rows where the document was not written for the mock. */
export const anyRows: RowTools = {
  insert: (call, place) => {
    const body = asObject(call.input.body);
    const errors = unfitMembers(call, place.collection, body);
    if (errors.length > 0) return { refusal: invalid(errors) };
    const { operation, role } = makingOf(call, place.collection);
    const named = namePath(place);
    const making = { ...call, operation, input: { ...call.input, path: named } };
    return makeRow(making, placeOf(call, place, role), { body });
  },
  update: (call, place, row) => {
    const { core, mode, now } = call;
    const { collection } = place;
    const sent = asObject(call.input.body);
    const errors = unfitMembers(call, collection, sent);
    if (errors.length > 0) return { refusal: invalid(errors) };
    const data = changeRow(call, collection.schema, { data: row.data, sent });
    const { role } = makingOf(call, collection);
    const next = saveRow(call, placeOf(call, place, role), {
      row,
      data: { ...data, ...touch(call, collection.schema, data) },
    });
    if (next === undefined) {
      const detail = 'There is a row with this id already.';
      return { refusal: problem(409, { code: 'already_exists', detail }) };
    }
    if (collection.name === core.usersName) {
      settleUserChange(core, { mode, before: row.data, after: next.data, now });
    }
    return { row: next };
  },
  remove: (call, collection, row) => {
    const { core, mode, now } = call;
    removeRow(call, collection, row);
    if (collection.name !== core.usersName) return;
    settleUserChange(core, { mode, before: row.data, after: undefined, now });
  },
};

function placeOf(call: Call, { collection, values }: RowPlace, role: Role): Place {
  const table = call.core.worlds.table(call.mode, collection.name);
  const known = values.filter((value) => value !== undefined);
  const scope = known.length === values.length ? scopeKey(known) : undefined;
  const rows = scope === undefined ? table.all() : table.within(scope);
  return { role, collection, table, scope, rows, values, wanted: [] };
}

function namePath({ collection, values }: RowPlace): ReadonlyMap<string, string> {
  return new Map(collection.scope.map(({ parameter }, at) => [parameter, values[at] ?? '']));
}

interface Making {
  readonly operation: Operation;
  readonly role: Role;
}

const makings = new WeakMap<Core['collections'], Map<Collection, Making | undefined>>();

// What can be sent of a new row, and its defaults, are known from the operation that makes them.
function makingOf({ core, operation }: Call, collection: Collection): Making {
  const byCollection = keepIn(makings, core.collections, () => new Map());
  const making = keepIn(byCollection, collection, () => findMaking(core, collection));
  const { requestBody: _, ...api } = operation.api;
  const role: Role = { verb: 'create', collection, scope: collection.scope, because: [] };
  return making ?? { operation: { ...operation, api }, role };
}

function findMaking(core: Core, collection: Collection): Making | undefined {
  for (const [id, role] of core.collections.roles) {
    if (role.verb !== 'create' || role.collection !== collection) continue;
    const operation = core.operations.get(id);
    if (operation !== undefined) {
      return { operation, role: { ...role, scope: collection.scope } };
    }
  }
  return undefined;
}

// A client's value that rows cannot show is made anew; a handler that gives one has made a mistake.
function unfitMembers(call: Call, { schema }: Collection, body: JsonObject): FieldError[] {
  const { properties } = propertiesOf(call.core.schemas, schema);
  return Object.entries(body)
    .filter(([name, value]) => {
      const property = properties.get(name);
      return property !== undefined && adaptValue(call, property, value) === undefined;
    })
    .map(([name]) => ({
      pointer: `/${escapeToken(name)}`,
      code: 'type',
      message: 'is not what the document describes',
    }));
}
