import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Outcome } from '../../exchange/outcome.ts';
import { settleUserChange } from '../../keys/end-keys.ts';
import { successSchema } from '../../model/operation.ts';
import { createRandom } from '../../random/random.ts';
import type { Row } from '../../state/row-group.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { findRow } from './find-row.ts';
import { removeRow } from './remove-row.ts';
import { propertiesOf } from './row-properties.ts';
import { answerRow, hasContent } from './show-row.ts';

/** Removes a row with all that belongs to it; answers nothing, the row, or a record of its end. */
export function deleteAnyRow(call: Call): Outcome {
  const found = findRow(call);
  if ('missing' in found) return found.missing;
  const { row, place } = found;
  const { core, mode, now } = call;
  removeRow(call, place.collection, row);
  if (place.collection.name === core.usersName) {
    settleUserChange(core, { mode, before: row.data, after: undefined, now });
  }
  emitEvents(call, row.data);
  const status = call.operation.successStatus;
  if (!hasContent(call, status)) return { status };
  const schema = successSchema(call.operation);
  const record = schema && deletionRecord(call, schema, row);
  return record === undefined ? answerRow(call, row) : { status, body: record };
}

// `{ id, object: 'customer', deleted: true }`
function deletionRecord(call: Call, schema: JsonSchema, row: Row): JsonValue | undefined {
  const { core, now } = call;
  const { properties } = propertiesOf(core.schemas, schema);
  const mark = [...properties.keys()].find((name) => /^(is_?)?deleted$|^success$/i.test(name));
  if (mark === undefined) return undefined;
  const given: JsonObject = { ...sharedMembers(properties, row.data), [mark]: true };
  const random = createRandom(row.order);
  return core.data?.make(schema, { random, now, direction: 'response', given }) ?? given;
}

function sharedMembers(properties: ReadonlyMap<string, JsonSchema>, data: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([name]) => properties.has(name)));
}
