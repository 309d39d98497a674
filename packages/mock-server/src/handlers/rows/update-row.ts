import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { invalid, type Outcome, problem } from '../../exchange/outcome.ts';
import { settleUserChange } from '../../keys/end-keys.ts';
import { isObject, ownValue } from '../../model/json-read.ts';
import { applyJsonPatch, isJsonPatch, type PatchFault } from '../../patch/json-patch.ts';
import { isReadOnly } from '../../schema/drop-read-only.ts';
import { checkReferences } from '../../schema/references.ts';
import { faultSentence } from '../../schema/schema-fault.ts';
import type { Row } from '../../state/row-group.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { changeRow, isMergePatch, touch } from './change/change-row.ts';
import { saveRow } from './change/save-row.ts';
import { factsOfState } from './change/state-change.ts';
import { maskSent } from './change/update-mask.ts';
import { visibilityOf } from './change/visibility.ts';
import { findRow, wantedId } from './find/find-row.ts';
import { knownElsewhere, showNamedRows } from './find/named-rows.ts';
import { findPlace, type Place } from './find/place.ts';
import { planFor } from './make/kind-plan.ts';
import { makeRow } from './make/make-row.ts';
import { sentRow, sentSchema } from './make/sent-row.ts';
import { refuseRemoval } from './remove/refuse-removal.ts';
import { propertiesOf, propertiesOfRow } from './row-properties.ts';
import { locationOf } from './show/item-address.ts';
import { answerRow } from './show/show-row.ts';

/** Changes the fields that were sent, as a merge patch, a JSON patch or plain members; others stay. */
export function updateAnyRow(call: Call): Outcome {
  const found = findRow(call);
  if ('missing' in found) return found.missing;
  const { row, place } = found;
  const { body } = call.input;
  if (isJsonPatch(body) && call.core.schemas.typesOf(place.collection.schema)[0] !== 'array') {
    return patchRow(call, { row, place, patch: body });
  }
  const sent = maskSent(call, sentRow(call, place.role));
  const { schema } = place.collection;
  const errors = isMergePatch(call) ? refuseRemoval(call, place, sent) : [];
  if (errors.length > 0) return invalid(errors);
  return store(call, { row, place, sent, data: changeRow(call, schema, { data: row.data, sent }) });
}

// Rows that are named are shown whole.
function sentOf(call: Call, { role, collection }: Place, { scope }: Row): JsonObject {
  return showNamedRows(call, { collection, scope }, sentRow(call, role));
}

/** Puts what was sent in the place of a row; what only the server writes stays. */
export function replaceAnyRow(call: Call): Outcome {
  const place = findPlace(call);
  if ('missing' in place) return place.missing;
  const found = findRow(call);
  if ('missing' in found) {
    return canMake(call, place) ? putNew(call, place) : found.missing;
  }
  const { row } = found;
  const { core, operation } = call;
  const { schema } = place.collection;
  const sent = sentOf(call, place, row);
  const plan = planFor(core.schemas, place.collection, {
    body: { ...row.data, ...sent },
    schema: sentSchema(core.schemas, operation, place.role),
  });
  const reset = plan.filter(({ sendable, name }) => sendable && ownValue(sent, name) === undefined);
  const kept = new Map(Object.entries(row.data));
  for (const { name, first } of reset) {
    if (first !== undefined) kept.set(name, first);
    else if (!propertiesOf(core.schemas, schema).required.has(name)) kept.delete(name);
  }
  leaveKind(core, schema, { kept, sent });
  const data = changeRow(call, schema, { data: without(kept, sent), sent });
  return store(call, { row, place, sent, data });
}

// What only rows of the former kind have goes with it.
function leaveKind(
  { schemas }: Call['core'],
  schema: JsonSchema,
  { kept, sent }: { readonly kept: Map<string, JsonValue>; readonly sent: JsonObject },
): void {
  const own = propertiesOfRow(schemas, schema, [Object.fromEntries(kept), sent]).properties;
  for (const name of propertiesOf(schemas, schema).properties.keys()) {
    if (!own.has(name)) kept.delete(name);
  }
}

// Members of an object that is replaced do not stay in it.
function without(kept: Map<string, JsonValue>, sent: JsonObject): JsonObject {
  const stay = [...kept].filter(([name, value]) => !(isObject(value) && isObject(sent[name])));
  return Object.fromEntries(stay);
}

// A row that can be made in no other way is made by putting it.
function canMake({ core }: Call, { collection, role }: Place): boolean {
  if (role.idParameter === undefined) return false;
  for (const other of core.collections.roles.values()) {
    if (other.collection === collection && other.verb === 'create') return false;
  }
  return true;
}

function putNew(call: Call, place: Place): Outcome {
  const id = wantedId(call, place);
  const { collection, scope = '', role } = place;
  const sent = sentRow(call, role);
  const isNamed = Object.keys(sent).length === 0;
  const body = isNamed ? knownElsewhere(call, { collection, scope }, id) : sent;
  const made = makeRow(call, place, { body, id });
  if ('refusal' in made) return made.refusal;
  emitEvents(call, made.row.data);
  const created = call.operation.api.responses.some(({ status }) => status === '201');
  const answer = answerRow(call, made.row, created ? 201 : call.operation.successStatus);
  return { ...answer, headers: { Location: locationOf(call, place.collection, made.row) } };
}

interface Patching {
  readonly row: Row;
  readonly place: Place;
  readonly patch: readonly JsonObject[];
}

function patchRow(call: Call, { row, place, patch }: Patching): Outcome {
  const { core } = call;
  const { schema } = place.collection;
  const patched = applyJsonPatch(row.data, patch);
  if ('fault' in patched) return refusePatch(patched.fault);
  if (!isObject(patched.value))
    return refusePatch({ index: 0, code: 'operation', message: 'a row is an object' });
  const { properties } = propertiesOf(core.schemas, schema);
  const fixed = Object.entries(row.data).filter(([name]) =>
    isReadOnly(core.schemas, properties.get(name)),
  );
  const data = { ...patched.value, ...Object.fromEntries(fixed) };
  const faults = core.validators.check(schema, data, 'response');
  if (faults.length > 0) {
    return invalid(
      faults.map((fault) => ({
        pointer: fault.pointer,
        code: fault.code,
        message: faultSentence(fault.pointer.split('/').at(-1) ?? '', fault),
      })),
    );
  }
  return store(call, { row, place, sent: data, data });
}

function refusePatch({ index, code, message }: PatchFault): Outcome {
  if (code === 'test') {
    const detail = `The patch was not applied: its test ${index} does not hold, ${message}.`;
    return problem(409, { code: 'patch_test_failed', detail });
  }
  return invalid([{ pointer: `/${index}`, code, message: `The operation fails: ${message}.` }]);
}

interface Storing {
  readonly row: Row;
  readonly place: Place;
  readonly sent: JsonObject;
  readonly data: JsonObject;
}

function store(call: Call, { row, place, sent, ...stored }: Storing): Outcome {
  const { core, mode, now } = call;
  const { collection } = place;
  const change = { before: row.data, after: stored.data, sent };
  const seen = visibilityOf(core, collection.schema, sent);
  const data = { ...stored.data, ...seen, ...factsOfState(call, place, change) };
  const errors = core.keyPolicy.enforced ? checkReferences(call, collection, sent) : [];
  if (errors.length > 0) return invalid(errors);
  const next = saveRow(call, place, {
    row,
    data: { ...data, ...touch(call, collection.schema, data) },
  });
  if (next === undefined) {
    const detail = `Another ${collection.noun} has this ${collection.idProperty} already.`;
    return problem(409, { code: 'already_exists', detail });
  }
  if (collection.name === core.usersName) {
    settleUserChange(core, { mode, before: row.data, after: next.data, now });
  }
  emitEvents(call, next.data);
  return answerRow(call, next);
}
