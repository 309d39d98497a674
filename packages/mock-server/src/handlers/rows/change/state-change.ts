import type { JsonObject, JsonValue } from '@product/spec-model';
import { choicesOf } from '../../../data/described-choices.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import { namesState, stemOf, verbOf } from '../../../data/state-after.ts';
import { ownValue } from '../../../model/json-read.ts';
import type { Call } from '../../handler.ts';
import type { Place } from '../find/place.ts';
import { firstState } from '../make/first-value.ts';
import { propertiesOf } from '../row-properties.ts';
import { actedOn, planAction } from './action-plan.ts';

/** A row before and after a change, and what was sent for it. */
export interface StateChange {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly sent: JsonObject;
}

/**
 * The members that follow from a state that was sent: one that becomes `closed` sets `closed_at`, and
 * one that is `open` again takes it away.
 *
 * @returns Only what changes; nothing where no state did, or its facts were sent too.
 */
export function factsOfState(call: Call, place: Place, change: StateChange): JsonObject {
  const facts = new Map<string, JsonValue>();
  for (const name of Object.keys(change.sent)) {
    if (!namesState(snakeCase(name))) continue;
    const [old, state] = [ownValue(change.before, name), ownValue(change.after, name)];
    if (typeof old !== 'string' || typeof state !== 'string' || old === state) continue;
    for (const [fact, value] of factsOf(call, place, { change, name, old, state })) {
      facts.set(fact, value);
    }
  }
  return Object.fromEntries(facts);
}

interface Step {
  readonly change: StateChange;
  readonly name: string;
  readonly old: string;
  readonly state: string;
}

function factsOf(
  call: Call,
  { collection }: Place,
  { change, name, old, state }: Step,
): [string, JsonValue][] {
  const { core } = call;
  // A state that a life begins with takes back what the other one did.
  const isBack = firstState([old, state]) === state;
  const { after: row } = change;
  const undone = isBack
    ? planAction(core, collection, { word: verbOf(old), undo: true, row })
    : undefined;
  const done = planAction(core, collection, { word: verbOf(state), undo: false, row });
  const members = {
    ...(undone && actedOn(call, undone, row)),
    ...actedOn(call, done, row),
    ...reasonOf(call, { collection, name, state, isBack }),
  };
  // States are what was sent, and nothing else.
  return Object.entries(members).filter(
    ([fact]) => ownValue(change.sent, fact) === undefined && !namesState(snakeCase(fact)),
  );
}

interface Reason {
  readonly collection: Place['collection'];
  readonly name: string;
  readonly state: string;
  readonly isBack: boolean;
}

// Why a state is what it is, where nobody says it: `reopened` for `open`, else the first that there is.
function reasonOf({ core }: Call, { collection, name, state, isBack }: Reason): JsonObject {
  const { schemas } = core;
  const reason = `${snakeCase(name)}_reason`;
  const found = [...propertiesOf(schemas, collection.schema).properties].find(
    ([property]) => snakeCase(property) === reason,
  );
  if (found === undefined) return {};
  const [property, schema] = found;
  const choices = choicesOf(schemas, schema);
  const again = choices.find((choice) => stemOf(String(choice)) === `re${stemOf(state)}`);
  const value = isBack ? (again ?? null) : choices.find((choice) => choice !== null);
  const isNull = value === null && !schemas.typesOf(schema).includes('null');
  return value === undefined || isNull ? {} : { [property]: value };
}
