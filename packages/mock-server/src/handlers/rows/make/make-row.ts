import type { JsonObject } from '@product/spec-model';
import type { Wish } from '../../../data/data-maker.ts';
import { invalid, type Outcome, problem } from '../../../exchange/outcome.ts';
import { asObject, ownValue } from '../../../model/json-read.ts';
import { completeRow } from '../../../schema/complete-row.ts';
import { hideWriteOnly } from '../../../schema/hide-write-only.ts';
import { checkReferences } from '../../../schema/references.ts';
import { exampleRows } from '../../../state/example-rows.ts';
import { madeByClient, type Row } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { growChildren, keepInStep } from '../change/keep-in-step.ts';
import { idInQuery } from '../change/update-mask.ts';
import { visibilityOf } from '../change/visibility.ts';
import { showNamedRows } from '../find/named-rows.ts';
import { keptScope, openScope, shownScope } from '../find/open-scope.ts';
import type { Place } from '../find/place.ts';
import { baseOf } from '../show/address.ts';
import { wishFor } from './adapt-value.ts';
import { withKind } from './choose-kind.ts';
import { completeSent, lookUpIn } from './complete-sent.ts';
import { deriveRows } from './derived-rows.ts';
import { madeBy } from './made-by.ts';
import { ownAddresses, withPathNumbers } from './own-addresses.ts';
import { newId, sentId, shownId } from './row-id.ts';
import { unsetEmpty } from './unset-empty.ts';

// All that most rows do not show.
const markOnly: JsonObject = { [madeByClient]: true };

/** A row that was made, or why it was not. */
export type Made = { readonly row: Row } | { readonly refusal: Outcome };

/**
 * Makes a row of what was sent.
 *
 * @param body - Without what the document calls `readOnly`.
 * @param id - The id that the path gives it; absent when it has still to get one.
 */
export function makeRow(call: Call, place: Place, wish: { body: JsonObject; id?: string }): Made {
  const { core } = call;
  const { collection } = place;
  const errors = core.keyPolicy.enforced ? checkReferences(call, collection, wish.body) : [];
  if (errors.length > 0) return { refusal: invalid(errors) };
  const { rows, values, scope } = openScope(call, place);
  const set = unsetEmpty(call, collection, wish.body);
  const isScoped = values.length > 0 || place.wanted.length > 0;
  const placed = isScoped ? { ...set, ...shownScope(call, place, values) } : set;
  const sent = withKind(call, collection, placed);
  const body = showNamedRows(call, { collection, scope }, sent);
  const chosen = wish.id ?? sentId({ collection, body }) ?? idInQuery(call, collection.noun);
  if (chosen !== undefined && rows.get(chosen) !== undefined) {
    return { refusal: conflict(collection.noun, chosen) };
  }
  const id = chosen ?? newId({ core, collection, rows, body });
  const plain = ownAddresses(core, collection, { row: { id, scope }, base: () => baseOf(call) });
  const own = plain && withPathNumbers(plain, call.operation, call.input.path);
  const maker = madeBy(call, place);
  const seen = visibilityOf(core, collection.schema, body);
  const isPlain = own === undefined && maker === undefined && seen === undefined;
  const known = isPlain ? body : { ...own, ...maker, ...seen, ...body };
  const data = completeSent(call, place, { body: known, id, scope });
  const split = hideWriteOnly(core, collection.schema, data);
  const hidden = { ...split.hidden, ...keptScope(place), [madeByClient]: true };
  const isMarkOnly = Object.keys(hidden).length === 1;
  const inserted = rows.insert(id, split.shown, isMarkOnly ? markOnly : hidden);
  const row = growChildren(call, collection, inserted);
  keepInStep(call, collection, { before: undefined, after: row });
  deriveRows(call, collection, row);
  return { row };
}

/**
 * Makes the row that nobody made: the one object of a singleton, or the caller's own; the document's
 * example of it when there is one.
 *
 * @param fixed - Its id; absent when it gets one.
 */
export function makeFirst(call: Call, place: Place, fixed?: string): Row {
  const { core } = call;
  const { collection } = place;
  const { rows, values } = openScope(call, place);
  const [example = {}] = exampleRows(core, collection);
  const own = ownValue(example, collection.idProperty)?.toString();
  const id = fixed ?? own ?? newId({ core, collection, rows, body: {} });
  const shown = id === '' ? {} : { [collection.idProperty]: shownId(core, collection, id) };
  const given = { ...example, ...shown, ...shownScope(call, place, values) };
  const wish: Wish = {
    ...wishFor(call),
    given,
    name: collection.noun,
    lookUp: lookUpIn(call, place),
    optional: Object.keys(example).length > 0 ? 'none' : 'all',
  };
  const made = core.data?.make(collection.schema, wish);
  const rules = { schemas: core.schemas, row: collection.schema };
  const data = made === undefined ? completeRow(rules, given, call.now) : asObject(made);
  const split = hideWriteOnly(core, collection.schema, data);
  return rows.insert(id, split.shown, { ...split.hidden, ...keptScope(place) });
}

function conflict(noun: string, id: string): Outcome {
  const detail = `Another ${noun} has the id ${id} already.`;
  return problem(409, { code: 'already_exists', detail });
}
