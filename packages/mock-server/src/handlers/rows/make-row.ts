import type { JsonObject } from '@product/spec-model';
import type { Wish } from '../../data/data-maker.ts';
import { invalid, type Outcome, problem } from '../../exchange/outcome.ts';
import { asObject, ownValue } from '../../model/json-read.ts';
import { completeRow } from '../../schema/complete-row.ts';
import { hideWriteOnly } from '../../schema/hide-write-only.ts';
import { checkReferences } from '../../schema/references.ts';
import { exampleRows } from '../../state/example-rows.ts';
import { madeByClient, type Row } from '../../state/row-group.ts';
import type { Call } from '../handler.ts';
import { wishFor } from './adapt-value.ts';
import { completeSent, lookUpIn } from './complete-sent.ts';
import { keptScope, openScope, shownScope } from './open-scope.ts';
import type { Place } from './place.ts';
import { newId, sentId, shownId } from './row-id.ts';

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
  const isScoped = values.length > 0 || place.wanted.length > 0;
  const body = isScoped ? { ...wish.body, ...shownScope(call, place, values) } : wish.body;
  const chosen = wish.id ?? sentId({ collection, body });
  if (chosen !== undefined && rows.get(chosen) !== undefined) {
    return { refusal: conflict(collection.noun, chosen) };
  }
  const id = chosen ?? newId({ core, collection, rows, body });
  const data = completeSent(call, place, { body, id, scope });
  const split = hideWriteOnly(core, collection.schema, data);
  const hidden = { ...split.hidden, ...keptScope(place), [madeByClient]: true };
  const isMarkOnly = Object.keys(hidden).length === 1;
  return { row: rows.insert(id, split.shown, isMarkOnly ? markOnly : hidden) };
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
  const detail = `There is a ${noun} with the id ${id} already.`;
  return problem(409, { code: 'already_exists', detail });
}
