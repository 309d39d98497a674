import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { instantMs } from '../clock/instant.ts';
import { isObject } from '../model/json-read.ts';
import type { SchemaFault } from '../schema/schema-fault.ts';
import type { DataMaker, Wish } from './data-maker.ts';
import { createKnowledge, type DataSource } from './knowledge.ts';
import { makeValue } from './make-value.ts';
import type { Plan } from './plan.ts';
import { prune } from './prune.ts';
import { snakeCase } from './snake-case.ts';
import type { Field, Knowledge, Task } from './task.ts';
import { between, drawPerson, drawPlace } from './words.ts';

const day = 86_400_000;
// About the size of a customer or an issue with what hangs on it.
const wholeRoom = 200;

/**
 * Makes the maker of a model's values.
 *
 * @remarks What it reads from a schema is read once and kept. The same wish with the same chance
 * gives the same bytes on every platform.
 */
export function createDataMaker(source: DataSource): DataMaker {
  const knowledge = createKnowledge(source);
  return {
    make: (schema, wish) => {
      const plan = knowledge.planner.planOf(schema);
      const isRight = (value: JsonValue | undefined): value is JsonValue =>
        value !== undefined && faultsOf(source, { schema, value, wish }).length === 0;
      const found = lookUpField(wish, schema);
      if (isRight(found)) return found;
      let first: JsonValue | undefined;
      for (const attempt of attempts) {
        const made = tryOnce(knowledge, plan, { ...wish, ...attempt });
        if (isRight(made)) return made;
        const pruned = pruneValue(source, { schema, value: made, wish });
        if (isRight(pruned)) return pruned;
        first ??= made;
      }
      return wish.given && (first ?? wish.given);
    },
  };
}

// What is right at the top of an object may be kept when something below is not.
function pruneValue(
  source: DataSource,
  { schema, value, wish }: { schema: JsonSchema; value: JsonValue | undefined; wish: Wish },
): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  return prune(value, (object) => faultsOf(source, { schema, value: object, wish }), wish.given);
}

// A value that has a name may itself be one that is known.
function lookUpField({ name, lookUp, given }: Wish, schema: JsonSchema): JsonValue | undefined {
  return name === undefined || given !== undefined ? undefined : lookUp?.(name, schema);
}

/** What is changed of the wish when a value turns out wrong, step by step. */
interface Attempt {
  readonly examples?: false;
  readonly optional?: 'none';
  readonly shift?: number;
}

const attempts: readonly Attempt[] = [
  {},
  { examples: false },
  { optional: 'none' },
  { examples: false, optional: 'none' },
  { shift: 1 },
  { shift: 1, examples: false, optional: 'none' },
  { shift: 2, examples: false, optional: 'none' },
  { shift: 3, examples: false, optional: 'none' },
];

function tryOnce(
  knowledge: Knowledge,
  plan: Plan,
  wish: Wish & { readonly shift?: number },
): JsonValue | undefined {
  const { random, examples = true, optional = 'all', name = '', given, shift = 0 } = wish;
  const [person, place] = [drawPerson(random), drawPlace(random)];
  const task: Task = {
    ...{ wish, knowledge, person, place, examples, shift, times: drawTimes(wish) },
    ...{ path: [], count: { made: 0 }, make: makeValue },
  };
  const field: Field = {
    ...{ name: snakeCase(name), depth: 0, room: wholeRoom, beside: '' },
    optional: optional === 'all',
    ...(given === undefined ? {} : { given }),
  };
  return makeValue(task, plan, field);
}

function drawTimes({ random, now, given = {}, createdAt }: Wish): Task['times'] {
  const ago = between(random, 2, 60) * day + between(random, 0, 86_399) * 1000;
  const later = now + between(random, 2, 60) * day;
  const known = createdAt ?? createdIn(given) ?? now - ago;
  return { created: Math.min(known, now), now, later };
}

// What is given may say when the thing came to be.
function createdIn(given: JsonObject): number | undefined {
  const name = ['created_at', 'createdAt', 'created'].find((key) => Object.hasOwn(given, key));
  const at = instantMs(name === undefined ? undefined : given[name]);
  return Number.isNaN(at) ? undefined : at;
}

// What is wrong with given members is not the maker's to mend.
function faultsOf(
  { validators }: DataSource,
  { schema, value, wish }: { schema: JsonSchema; value: JsonValue; wish: Wish },
): readonly SchemaFault[] {
  const { given, direction } = wish;
  const faults = validators.check(schema, value, direction);
  if (given === undefined || faults.length === 0) return faults;
  return faults.filter(({ pointer }) => {
    const [, name = ''] = pointer.split('/');
    return !Object.hasOwn(given, name.replaceAll('~1', '/').replaceAll('~0', '~'));
  });
}
