import type { JsonValue } from '@product/spec-model';
import type { Outcome } from '../../exchange/outcome.ts';
import { successSchema } from '../../model/operation.ts';
import type { Row } from '../../state/row-group.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { itemPath } from './item-address.ts';
import { makeRow } from './make-row.ts';
import { findPlace } from './place.ts';
import { sentRows } from './sent-row.ts';
import { answerRow, hasContent, showRow } from './show-row.ts';

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
    rows.push(made.row);
  }
  for (const row of rows) emitEvents(call, row.data);
  const [first, ...others] = rows;
  if (first === undefined || others.length > 0) return answerAll(call, rows);
  return {
    ...answerRow(call, first),
    headers: { Location: itemPath(call, place.collection, first) },
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
  return { status, body: Array.isArray(shown) ? showAll(call, rows) : shown };
}

function showAll(call: Call, rows: readonly Row[]): JsonValue {
  return rows.flatMap((row) => {
    const { body } = answerRow(call, row);
    return Array.isArray(body) ? body : [];
  });
}
