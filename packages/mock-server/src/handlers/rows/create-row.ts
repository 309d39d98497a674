import type { JsonValue } from '@product/spec-model';
import type { Outcome } from '../../exchange/outcome.ts';
import { isObject } from '../../model/json-read.ts';
import { successSchema } from '../../model/operation.ts';
import type { Row } from '../../state/row-group.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { actAtOnce } from './change/act-at-once.ts';
import { findPlace } from './find/place.ts';
import { makeRow } from './make/make-row.ts';
import { sentRows } from './make/sent-row.ts';
import { locationOf } from './show/item-address.ts';
import { answerRow, hasContent, showRow } from './show/show-row.ts';

/** Makes a row of what was sent, or several of a list. */
export function createAnyRow(call: Call): Outcome {
  const place = findPlace(call);
  if ('missing' in place) return place.missing;
  const rows: Row[] = [];
  for (const body of sentRows(call, place.role)) {
    const made = makeRow(call, place, { body });
    if ('refusal' in made) {
      for (const row of rows) place.table.delete(row);
      return made.refusal;
    }
    rows.push(actAtOnce(call, place, { row: made.row, body }));
  }
  for (const row of rows) emitEvents(call, row.data);
  const [first, ...others] = rows;
  if (first === undefined || others.length > 0) return answerAll(call, rows);
  return {
    ...answerRow(call, first),
    headers: { Location: locationOf(call, place.collection, first) },
  };
}

function answerAll(call: Call, rows: readonly Row[]): Outcome {
  const { operation, core } = call;
  const status = operation.successStatus;
  if (!hasContent(call, status)) return { status };
  const collection = core.collections.roles.get(operation.id)?.collection;
  const schema = successSchema(operation);
  const [first] = rows;
  if (collection === undefined || schema === undefined || first === undefined) {
    return { status, body: rows.map(({ data }) => data) };
  }
  const shown = showRow(call, { collection, schema }, first.data);
  if (Array.isArray(shown)) return { status, body: showAll(call, rows) };
  const all = rows.map(({ data }) => showRow(call, { collection, schema }, data));
  return { status, body: joinLists(all) };
}

// `{ "data": [ … ] }`: what each would be answered with by itself, in one list.
function joinLists(answers: readonly JsonValue[]): JsonValue {
  const [first = null] = answers;
  if (!isObject(first)) return first;
  const [name] = Object.entries(first).find(([, value]) => Array.isArray(value)) ?? [];
  if (name === undefined) return first;
  const rows = answers.flatMap((answer) => (isObject(answer) ? (answer[name] ?? []) : []));
  return { ...first, [name]: rows };
}

function showAll(call: Call, rows: readonly Row[]): JsonValue {
  return rows.flatMap((row) => {
    const { body } = answerRow(call, row);
    return Array.isArray(body) ? body : [];
  });
}
