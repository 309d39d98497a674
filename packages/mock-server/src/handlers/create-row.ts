import type { JsonObject } from '@product/spec-model';
import { invalid, type Outcome } from '../exchange/outcome.ts';
import type { Collection } from '../infer/collection.ts';
import { asObject, asText } from '../model/json-read.ts';
import { completeRow } from '../schema/complete-row.ts';
import { hideWriteOnly } from '../schema/hide-write-only.ts';
import { checkReferences } from '../schema/references.ts';
import type { Row } from '../state/row-group.ts';
import { emitEvents } from './emit-events.ts';
import type { Call } from './handler.ts';
import { collectionOf, tableOf } from './row-context.ts';

/** Makes a row of what was sent, with the fields that the server gives. */
export function createRow(call: Call): Outcome {
  const made = insertRow(call);
  if ('refusal' in made) return made.refusal;
  emitEvents(call, made.row.data);
  return createdOutcome(call, made.row.id, made.row.data);
}

/**
 * Makes the row without telling anyone.
 *
 * @param hidden - What the API shall never show of it.
 * @param collection - Where; the operation's own when left out.
 */
export function insertRow(
  call: Call,
  hidden: JsonObject = {},
  collection: Collection = collectionOf(call),
): { readonly row: Row } | { readonly refusal: Outcome } {
  const { core, now, operation, input } = call;
  const body = asObject(input.body);
  const errors = checkReferences(call, collection, body);
  if (errors.length > 0) return { refusal: invalid(errors) };
  const id = asText(body['id'], '') || collection.idPrefix + core.random.base62(16);
  const data = completeRow(
    { schemas: core.schemas, row: collection.schema, sent: sentSchema(operation) },
    { ...body, id },
    now,
  );
  const split = hideWriteOnly(core, collection.schema, data);
  return { row: tableOf(call, collection).insert(id, split.shown, { ...split.hidden, ...hidden }) };
}

/** A 201 with the place of the new object. */
export function createdOutcome(
  { core, operation }: Pick<Call, 'core' | 'operation'>,
  id: string,
  body: JsonObject,
): Outcome {
  const location = `${core.basePath}${operation.path}/${encodeURIComponent(id)}`;
  return { status: operation.successStatus, body, headers: { Location: location } };
}

function sentSchema({ api }: Call['operation']): JsonObject | boolean | undefined {
  return api.requestBody?.content[0]?.schema;
}
