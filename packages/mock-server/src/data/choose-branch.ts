import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import { componentName } from '../schema/schema-shape.ts';
import type { ObjectRules } from './object-rules.ts';
import type { Plan } from './plan.ts';
import type { Group } from './read-groups.ts';
import type { Field, Task } from './task.ts';
import { isComplex, isRecursive } from './value-kind.ts';

/**
 * Makes a value by one of the alternatives of a schema.
 *
 * @remarks The best is tried first: one that what is given fits, that does not repeat what is around
 * it, and of a text and an object the text, as an id stands for what it names. With `oneOf` others
 * follow until the schema itself accepts the value.
 */
export function chooseBranch(task: Task, plan: Plan, field: Field): JsonValue | undefined {
  const [group] = plan.groups;
  if (group === undefined) return undefined;
  let first: JsonValue | undefined;
  const branches = rank(task, plan, field);
  for (const branch of branches) {
    const made = task.make(task, branch, { ...field, name: nameFor(plan, branch, field.name) });
    if (made === undefined) continue;
    if (!group.onTrial || fits(task, group, made)) return made;
    first ??= made;
  }
  return estrange(task, plan, { made: first, best: branches[0] }) ?? first;
}

const oddValues: readonly JsonValue[] = [false, 0, ''];

// Where alternatives only add optional members, an object of one of them is one of each. A member
// that the others would not take makes it strange to them, which is the only way to be of one.
function estrange(
  task: Task,
  plan: Plan,
  { made, best }: { readonly made: JsonValue | undefined; readonly best: Plan | undefined },
): JsonValue | undefined {
  const [group] = plan.groups;
  if (!isObject(made) || group?.onTrial !== true) return undefined;
  const { accepts, rulesOf, planner } = task.knowledge;
  const refuses = (schemas: readonly JsonSchema[], value: JsonValue): boolean =>
    !accepts(schemas, value, task.wish.direction);
  let object = made;
  for (const [index, alternative] of group.alternatives.entries()) {
    if (planner.branch(plan, index) === best || refuses(alternative, object)) continue;
    const odd = oddMember(rulesOf(planner.planOfAll(alternative)), object, refuses);
    if (odd !== undefined) object = Object.fromEntries([...Object.entries(object), odd]);
  }
  return fits(task, group, object) ? object : undefined;
}

function oddMember(
  { properties }: ObjectRules,
  object: JsonObject,
  refuses: (schemas: readonly JsonSchema[], value: JsonValue) => boolean,
): readonly [string, JsonValue] | undefined {
  for (const { name, plan } of properties) {
    if (Object.hasOwn(object, name)) continue;
    const odd = oddValues.find((value) => refuses(plan().sources, value));
    if (odd !== undefined) return [name, odd];
  }
  return undefined;
}

// A text in the place of an object is its id.
function nameFor({ groups: [group] }: Plan, branch: Plan, name: string): string {
  const isText = branch.types[0] === 'string' && branch.choices === undefined && name !== '';
  const standsFor = group?.alternatives.some(([one]) => componentName(one) !== undefined);
  return isText && standsFor === true && !name.endsWith('_id') ? `${name}_id` : name;
}

function fits({ knowledge, wish }: Task, { owner }: Group, made: JsonValue): boolean {
  return knowledge.accepts([owner], made, wish.direction);
}

function rank(task: Task, plan: Plan, field: Field): readonly Plan[] {
  const { planner } = task.knowledge;
  const count = plan.groups[0]?.alternatives.length ?? 0;
  const branches = Array.from({ length: count }, (_, index) => planner.branch(plan, index));
  const possible = branches.filter((branch) => !branch.impossible && !isNull(branch));
  const start = (task.examples ? 0 : task.wish.random.below(count)) + task.shift;
  const turned = possible.map((_, at) => possible[(at + start) % possible.length] ?? plan);
  const scored = turned.map((branch) => ({ branch, score: score(task, branch, field) }));
  return scored.sort((left, right) => left.score - right.score).map(({ branch }) => branch);
}

function score(task: Task, branch: Plan, { given, depth }: Field): number {
  const recursive = isRecursive(branch, task.path) ? 4 : 0;
  const nested = depth > 0 && isComplex(branch) ? 2 : 0;
  if (given === undefined) return recursive + nested;
  const { properties } = task.knowledge.rulesOf(branch);
  const wrong = properties.some(({ name, plan }) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return value !== undefined && plan().choices?.includes(value) === false;
  });
  const known = new Set(properties.map(({ name }) => name));
  const strange = Object.keys(given).filter((name) => !known.has(name)).length;
  return recursive + nested + (wrong ? 100 : 0) + 8 * strange;
}

const isNull = ({ nullable, choices, types, groups }: Plan): boolean =>
  nullable && types.length === 0 && groups.length === 0 && (choices?.length ?? 0) === 0;
