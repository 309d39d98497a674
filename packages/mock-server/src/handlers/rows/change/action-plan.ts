import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../../../core.ts';
import { choicesOf } from '../../../data/described-choices.ts';
import { namesInstant } from '../../../data/instants.ts';
import { snakeCase } from '../../../data/snake-case.ts';
import { type FactNames, factNames, stateNamed, stemOf } from '../../../data/state-after.ts';
import type { Collection } from '../../../infer/collection.ts';
import { isObject, ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { kindOf, kindsOf } from '../../../schema/kinds.ts';
import { firstValue, namesEnd } from '../make/first-value.ts';
import { instantValue } from '../make/instant-writer.ts';
import { propertiesOf } from '../row-properties.ts';

/** What a verb does to the members of a row. */
export interface ActionPlan {
  /** States and flags that it sets, and references that it takes away. */
  readonly members: JsonObject;
  /** Members that hold the instant at which it was done, perhaps inside of another member. */
  readonly instants: readonly InstantPlace[];
}

interface InstantPlace {
  readonly around: string | undefined;
  readonly name: string;
  readonly property: JsonSchema;
}

/** What is done to a row. */
export interface Doing {
  /** The verb: `cancel`. */
  readonly word: string;
  /** Whether it is taken back. */
  readonly undo: boolean;
}

const plans = new WeakMap<Collection, Map<JsonSchema, Map<string, ActionPlan>>>();

/** What a verb does to the rows of a collection that are like one of them; read once for each verb. */
export function planAction(
  core: Core,
  collection: Collection,
  { row, ...doing }: Doing & { readonly row: JsonObject },
): ActionPlan {
  const kinds = kindsOf(core.schemas, collection.schema);
  const schema = kinds === undefined ? collection.schema : kindOf(kinds, row);
  const bySchema = keepIn(plans, collection, () => new Map());
  const byVerb = keepIn(bySchema, schema, () => new Map());
  const key = `${doing.undo} ${doing.word}`;
  return keepIn(byVerb, key, () => readPlan(core, { collection, schema }, doing));
}

/** The members of a row that a verb changes, as they are after it. */
export function actedOn(
  { core, now }: { readonly core: Core; readonly now: number },
  { members, instants }: ActionPlan,
  data: JsonObject,
): JsonObject {
  const changed = new Map(Object.entries(members));
  for (const { around, name, property } of instants) {
    const at = instantValue(core.schemas, { name, property }, now);
    if (around === undefined) changed.set(name, at);
    else {
      const outer = changed.get(around) ?? ownValue(data, around);
      if (isObject(outer)) changed.set(around, { ...outer, [name]: at });
    }
  }
  return Object.fromEntries(changed);
}

interface Kind {
  readonly collection: Collection;
  readonly schema: JsonSchema;
}

function readPlan(core: Core, kind: Kind, doing: Doing): ActionPlan {
  const { schemas, validators } = core;
  const { properties } = propertiesOf(schemas, kind.schema);
  const end = endOf(core, kind.schema, doing);
  const own = factNames(doing.word, end !== undefined);
  // What is merged is closed, too.
  const facts = end === undefined ? own : { ...own, done: new Set([...own.done, stemOf(end)]) };
  const members: [string, JsonValue][] = [];
  const instants: InstantPlace[] = [];
  for (const [name, property] of properties) {
    const value = valueAfter(core, { name, property, facts }, doing);
    if (value !== undefined && validators.check(property, value, 'response').length === 0) {
      members.push([name, value]);
    } else if (!doing.undo) instants.push(...instantsOf(core, { name, property, facts }));
  }
  members.push(...forgotten(core, kind, doing.word));
  return { members: Object.fromEntries(members), instants };
}

// The state in which a verb ends the life of a row; absent where it does not.
function endOf({ schemas }: Core, row: JsonSchema, { word, undo }: Doing): string | undefined {
  if (undo) return undefined;
  for (const [name, property] of propertiesOf(schemas, row).properties) {
    const state = stateNamed(choicesOf(schemas, property), snakeCase(name), stemOf(word));
    if (state !== undefined && namesEnd(snakeCase(String(state)))) return String(state);
  }
  return undefined;
}

interface Member {
  readonly name: string;
  readonly property: JsonSchema;
  /** Stems of what the verb's deed is called. */
  readonly facts: FactNames;
}

function valueAfter(
  { schemas }: Core,
  { name, property, facts }: Member,
  { word, undo }: Doing,
): JsonValue | undefined {
  const snake = snakeCase(name);
  const choices = choicesOf(schemas, property);
  if (choices.length > 0) {
    const state = stateNamed(choices, snake, stemOf(word));
    if (state === undefined || !undo) return state;
    return firstValue(schemas, { name: snake, schema: property, sendable: false, required: true });
  }
  const isDone = facts.done.has(factOf(snake));
  if (!isDone && !facts.undone.has(factOf(snake))) return undefined;
  const isSet = isDone !== undo;
  if (schemas.typesOf(property).includes('boolean')) return isSet;
  return namesInstant(snake) && !isSet ? null : undefined;
}

// `canceled_at`, `is_archived`, `locked`: what the verb did, as the name of a field.
function factOf(snake: string): string {
  return stemOf(withoutTime(snake.replace(/^(is|was|has_been)_/, '')));
}

function withoutTime(snake: string): string {
  return snake.replace(/_(at|on|date|time)$/, '');
}

// Also those of an object that keeps when its states were reached: `status_transitions`.
function instantsOf({ schemas, validators }: Core, { name, property, facts }: Member) {
  const isFact = (one: string, schema: JsonSchema): boolean =>
    namesInstant(snakeCase(one)) &&
    // `cancel_at` is when it shall be canceled.
    !facts.ahead.has(withoutTime(snakeCase(one))) &&
    facts.done.has(factOf(snakeCase(one))) &&
    !schemas.typesOf(schema).includes('boolean') &&
    validators.check(schema, instantValue(schemas, { name: one, property: schema }, 0), 'response')
      .length === 0;
  if (isFact(name, property)) return [{ around: undefined, name, property }];
  return [...schemas.shapeOf(property).properties]
    .filter(([inner, schema]) => isFact(inner, schema))
    .map(([inner, schema]) => ({ around: name, name: inner, property: schema }));
}

// What `attach` takes, `detach` takes away.
function forgotten(core: Core, { collection, schema }: Kind, word: string): [string, JsonValue][] {
  const { schemas, collections, operations, validators } = core;
  const plain = snakeCase(word).replace(/^(de(?=tach)|un|dis)_?/, '');
  const opposite = plain === 'tach' ? 'attach' : plain;
  if (opposite === snakeCase(word)) return [];
  const { properties } = propertiesOf(schemas, schema);
  for (const [id, role] of collections.roles) {
    if (role.collection !== collection || snakeCase(role.action ?? '') !== opposite) continue;
    const sent = operations.get(id)?.api.requestBody?.content[0]?.schema;
    const names = [...schemas.shapeOf(sent).properties.keys()];
    const free = names.filter((name) => {
      const property = properties.get(name);
      return property !== undefined && validators.check(property, null, 'response').length === 0;
    });
    return free.map((name) => [name, null]);
  }
  return [];
}
