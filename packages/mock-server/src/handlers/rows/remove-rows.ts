import type { JsonValue } from '@product/spec-model';
import type { Outcome } from '../../exchange/outcome.ts';
import { foldName, singular } from '../../infer/fold-name.ts';
import { isObject, ownValue } from '../../model/json-read.ts';
import { successSchema } from '../../model/operation.ts';
import type { Row } from '../../state/row-group.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { withNumber } from './count-rows.ts';
import { findPlace, type Place } from './find/place.ts';
import { asksForSome, selectRows } from './find/select-rows.ts';
import { discardRow } from './remove/discard-row.ts';
import { hasContent } from './show/show-row.ts';

/**
 * Removes several rows: those whose ids are sent, else those that the query asks for, and all where
 * it asks for none.
 */
export function removeAnyRows(call: Call): Outcome {
  const place = findPlace(call);
  if ('missing' in place) return place.missing;
  const ids = sentIds(call, place);
  const rows = ids === undefined ? chosen(call, place) : named(place, ids);
  for (const row of rows) {
    discardRow(call, place, row);
    emitEvents(call, row.data);
  }
  const status = call.operation.successStatus;
  if (!hasContent(call, status)) return { status };
  return { status, body: withNumber(call, successSchema(call.operation), rows.length) };
}

function named({ rows }: Place, ids: ReadonlySet<string>): readonly Row[] {
  return [...ids].flatMap((id) => rows.get(id) ?? []);
}

// A body that nobody understands names no rows, and never all.
function chosen(call: Call, place: Place): readonly Row[] {
  const { body } = call.input;
  if (body !== undefined && !(isObject(body) && Object.keys(body).length === 0)) return [];
  if (call.input.query.size > 0 && !asksForSome(call, place)) return [];
  return [...selectRows(call, place).after()];
}

function sentIds({ input }: Call, { collection }: Place): ReadonlySet<string> | undefined {
  const { idProperty, noun } = collection;
  const nouns = ['', foldName(noun), foldName(idProperty)];
  const isIds = (name: string): boolean => {
    const folded = singular(foldName(name));
    return nouns.some((one) => folded === `${one}id` || (one !== '' && folded === one));
  };
  const { body } = input;
  const members = [...input.query, ...Object.entries(isObject(body) ? body : {})];
  const sent =
    members.find(([name]) => isIds(name))?.[1] ?? (Array.isArray(body) ? body : undefined);
  if (sent === undefined) return undefined;
  const values: readonly JsonValue[] = Array.isArray(sent) ? sent : String(sent).split(',');
  const idOf = (one: JsonValue): JsonValue =>
    isObject(one) ? (ownValue(one, idProperty) ?? '') : one;
  return new Set(values.map((one) => String(idOf(one)).trim()));
}
