import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { namesInstant } from '../../data/instants.ts';
import { snakeCase } from '../../data/snake-case.ts';
import { type Outcome, problem } from '../../exchange/outcome.ts';
import { emitEvents } from '../emit-events.ts';
import type { Call } from '../handler.ts';
import { changeRow, touch } from './change-row.ts';
import { findRow } from './find-row.ts';
import { instantValue } from './instant-writer.ts';
import { planRow } from './row-plan.ts';
import { propertiesOf } from './row-properties.ts';
import { sentRow } from './sent-row.ts';
import { answerRow } from './show-row.ts';
import { saveRow } from './update-row.ts';

/**
 * Does what a verb says to a row: `cancel` makes its status `canceled`, sets `canceled_at` and
 * `canceled`, and takes what was sent; a `DELETE` takes it back.
 */
export function runAction(call: Call): Outcome {
  const found = findRow(call);
  if ('missing' in found) return found.missing;
  const { row, place } = found;
  const { collection, role } = place;
  const sent = changeRow(call, collection.schema, { data: row.data, sent: sentRow(call, role) });
  const undo = call.operation.method === 'DELETE';
  const done = actedOn(call, collection.schema, { word: role.action ?? '', undo });
  const first = planRow(call.core.schemas, collection, undefined);
  const restored = undo ? firstStates(done.changed, first) : {};
  const data = { ...sent, ...done.members, ...restored };
  const next = saveRow(call, place, {
    row,
    data: { ...data, ...touch(call, collection.schema, data) },
  });
  if (next === undefined) {
    return problem(409, { code: 'already_exists', detail: 'There is a row with this id already.' });
  }
  emitEvents(call, next.data);
  return answerRow(call, next);
}

interface Doing {
  readonly word: string;
  readonly undo: boolean;
}

interface Done {
  readonly members: JsonObject;
  /** The states that a verb set. */
  readonly changed: readonly string[];
}

function actedOn(call: Call, schema: JsonSchema, { word, undo }: Doing): Done {
  const { schemas, validators } = call.core;
  const stem = stemOf(word);
  const members: [string, JsonValue][] = [];
  const changed: string[] = [];
  for (const [name, property] of propertiesOf(schemas, schema).properties) {
    const value = valueAfter(call, { name, property, stem, undo });
    if (value === undefined) continue;
    if (validators.check(property, value, 'response').length > 0) continue;
    members.push([name, value]);
    if (schemas.resolve(property)['enum'] !== undefined) changed.push(name);
  }
  return { members: Object.fromEntries(members), changed };
}

interface Member {
  readonly name: string;
  readonly property: JsonSchema;
  readonly stem: string;
  readonly undo: boolean;
}

function valueAfter(call: Call, { name, property, stem, undo }: Member): JsonValue | undefined {
  const { schemas } = call.core;
  const { enum: choices } = schemas.resolve(property);
  const snake = snakeCase(name);
  if (Array.isArray(choices)) return stateNamed(choices, snake, stem);
  // `canceled_at`, `is_archived`, `locked`: what the verb did, as the name of a field.
  const fact = snake.replace(/^(is|was|has_been)_/, '').replace(/_(at|on|date|time)$/, '');
  if (stem === '' || stemOf(fact) !== stem) return undefined;
  if (schemas.typesOf(property).includes('boolean')) return !undo;
  if (!namesInstant(snake)) return undefined;
  return undo ? null : instantValue(schemas, { name, property }, call.now);
}

const states = /(^|_)(status|state|phase|stage)$/;
// What verbs lead to where the state is called by another word, by the stem of the verb.
const outcomes: { readonly [stem: string]: readonly string[] } = {
  ...{
    confirm: ['succeeded', 'active', 'accepted'],
    captur: ['succeeded'],
    pay: ['paid', 'succeeded'],
  },
  ...{
    start: ['running', 'in_progress', 'active'],
    resum: ['active', 'running'],
    stop: ['finished'],
  },
  ...{ enabl: ['active'], disabl: ['inactive'], activat: ['active'], restor: ['active', 'open'] },
  ...{ reopen: ['open'], finaliz: ['open'], send: ['sent', 'open'], unarchiv: ['active'] },
  ...{ complet: ['done', 'finished'], finish: ['done', 'completed'], approv: ['accepted'] },
  ...{
    deni: ['rejected'],
    declin: ['rejected'],
    void: ['canceled', 'cancelled'],
    block: ['suspended'],
  },
};

function stateNamed(
  choices: readonly JsonValue[],
  name: string,
  stem: string,
): JsonValue | undefined {
  if (!states.test(name) || stem === '') return undefined;
  const others = Object.hasOwn(outcomes, stem) ? (outcomes[stem] ?? []) : [];
  for (const wanted of [stem, ...others.map(stemOf)]) {
    const state = choices.find((choice) => stemOf(String(choice)) === wanted);
    if (state !== undefined) return state;
  }
  return undefined;
}

/** What words of one verb share: `cancel`, `canceled`, `cancelled` and `cancelling` are `cancel`. */
export function stemOf(word: string): string {
  return snakeCase(word)
    .replace(/^(mark|set|make)_(as_)?/, '')
    .replace(/([^aeiou])(ying|ies|ied|y)$/, '$1i')
    .replace(/(ing|ed|es|e|s)$/, '')
    .replace(/([^aeiou])\1$/, '$1');
}

// Taken back is what a row begins with.
function firstStates(changed: readonly string[], plan: ReturnType<typeof planRow>): JsonObject {
  const firsts = plan.filter(({ name, first }) => changed.includes(name) && first !== undefined);
  return Object.fromEntries(firsts.map(({ name, first }) => [name, first ?? null]));
}
