import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Outcome } from '../../../exchange/outcome.ts';
import { successSchema } from '../../../model/operation.ts';
import { createRandom } from '../../../random/random.ts';
import { variantsOf } from '../../../schema/variants.ts';
import type { Call } from '../../handler.ts';
import { wantedId } from '../find/find-row.ts';
import { findPlace } from '../find/place.ts';
import { shownId } from '../make/row-id.ts';
import { propertiesOf } from '../row-properties.ts';

/**
 * The record that a row is deleted: `{ id, object: 'customer', deleted: true }`.
 *
 * @param data - What is known of the row.
 * @returns Absent when the schema is none of such records.
 */
export function deletionRecord(
  call: Call,
  schema: JsonSchema,
  data: JsonObject,
): JsonValue | undefined {
  const { core, now } = call;
  const { properties } = propertiesOf(core.schemas, schema);
  const mark = [...properties.keys()].find((name) => marks.test(name));
  if (mark === undefined) return undefined;
  const shared = Object.entries(data).filter(([name]) => properties.has(name));
  const given: JsonObject = { ...Object.fromEntries(shared), [mark]: true };
  const random = createRandom(1);
  return core.data?.make(schema, { random, now, direction: 'response', given }) ?? given;
}

const marks = /^(is_?)?deleted$|^success$/i;

/**
 * Answers a request to read a row that was deleted, where the document says that such are still shown
 * (`anyOf: [customer, deleted_customer]`).
 */
export function answerDeleted(call: Call): Outcome | undefined {
  const { core, operation } = call;
  const schema = recordSchema(call, successSchema(operation));
  if (schema === undefined) return undefined;
  const place = findPlace(call);
  if ('missing' in place) return undefined;
  const { collection, table, scope = '' } = place;
  const id = wantedId(call, place);
  if (!table.hasBuried({ scope, id })) return undefined;
  const known = { [collection.idProperty]: shownId(core, collection, id) };
  const body = deletionRecord(call, schema, known);
  return body === undefined ? undefined : { status: operation.successStatus, body };
}

// Of the things that an answer may be, the one that can only be deleted.
function recordSchema({ core }: Call, answer: JsonSchema | undefined): JsonSchema | undefined {
  const { schemas } = core;
  return variantsOf(schemas, answer).find((variant) =>
    [...schemas.shapeOf(variant).properties].some(([name, property]) => {
      const { const: constant, enum: choices } = schemas.resolve(property);
      const isOnlyTrue = Array.isArray(choices) && choices.length === 1 && choices[0] === true;
      return marks.test(name) && (constant === true || isOnlyTrue);
    }),
  );
}
