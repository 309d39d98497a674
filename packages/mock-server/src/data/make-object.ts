import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import { makeOthers } from './make-others.ts';
import type { ObjectRules, PropertyRules } from './object-rules.ts';
import type { Plan } from './plan.ts';
import type { Field, Task } from './task.ts';
import { isComplex, isRecursive } from './value-kind.ts';

// Objects in objects beyond this have what is required and nothing else.
const wholeDepth = 6;

/** Makes an object, member by member, in the order of its schema. */
export function makeObject(task: Task, plan: Plan, field: Field): JsonObject | undefined {
  const rules = task.knowledge.rulesOf(plan);
  const shown = shownObject(task, plan);
  const chosen = chooseProperties(task, rules, { field, shown });
  const complex = chosen.filter((property) => isComplex(property.plan())).length;
  const room = (field.room - chosen.length) / Math.max(1, complex);
  const inner = { depth: field.depth + 1, room, beside: rules.beside };
  const members: [string, JsonValue][] = [];
  for (const property of chosen) {
    const member = makeMember(task, property, { field, inner, shown });
    if (member !== undefined) members.push([property.name, member]);
    else if (mustBe(task, property)) return undefined;
  }
  members.push(...strangers(rules, field.given ?? shown));
  if (members.length < rules.least || rules.properties.length === 0) {
    members.push(...makeOthers(task, rules, { field, members }));
  }
  // An entry for an entry, so that a property called `__proto__` is one.
  return Object.fromEntries(members);
}

interface Around {
  readonly field: Field;
  readonly inner: { readonly depth: number; readonly room: number; readonly beside: string };
  readonly shown: JsonObject | undefined;
}

// An example of the whole object says which members it has, and what they are unless told otherwise.
function shownObject({ knowledge, wish, examples }: Task, plan: Plan): JsonObject | undefined {
  if (!examples) return undefined;
  return knowledge.shownOf(plan, wish.direction).examples.find(isObject);
}

function chooseProperties(
  task: Task,
  rules: ObjectRules,
  { field, shown }: { readonly field: Field; readonly shown: JsonObject | undefined },
): readonly PropertyRules[] {
  const rich = field.optional && field.depth <= wholeDepth && field.room >= 1;
  const given = field.given ?? {};
  const only = field.depth === 0 ? task.wish.only : undefined;
  const isLiked = (name: string): boolean => {
    if (only !== undefined) return rich && only.has(name);
    return shown === undefined ? rich : Object.hasOwn(shown, name);
  };
  const wanted = new Set(
    rules.properties
      .filter((property) => Object.hasOwn(given, property.name) || mustBe(task, property))
      .map(({ name }) => name),
  );
  for (const property of rules.properties) {
    const isOpen = wanted.size < rules.most && !isHidden(task, property);
    if (isOpen && isLiked(property.name)) wanted.add(property.name);
  }
  for (const [name, needed] of rules.dependents) {
    if (wanted.has(name)) for (const other of needed) wanted.add(other);
  }
  return rules.properties.filter(({ name }) => wanted.has(name));
}

function mustBe(task: Task, property: PropertyRules): boolean {
  return property.required && !isHidden(task, property);
}

function isHidden({ wish }: Task, { readOnly, writeOnly }: PropertyRules): boolean {
  return wish.direction === 'request' ? readOnly : writeOnly;
}

function makeMember(
  task: Task,
  property: PropertyRules,
  { field, inner, shown }: Around,
): JsonValue | undefined {
  const { given } = field;
  const { name, schema, required } = property;
  if (given !== undefined && Object.hasOwn(given, name)) return given[name];
  const found = task.wish.lookUp?.(name, schema);
  const plan = property.plan();
  if (found !== undefined && accepts(task, plan.sources, found)) return found;
  if (shown !== undefined && Object.hasOwn(shown, name)) return shown[name];
  if ((plan.nullable || !required) && isTooMuch(task, plan, inner.room)) {
    return plan.nullable ? null : undefined;
  }
  const optional = field.optional && inner.room >= 1;
  return task.make(task, plan, { ...inner, name: property.snakeName, optional });
}

// What contains itself is left out where it may be, and so are objects for which no room is left.
function isTooMuch(
  { path, knowledge }: Pick<Task, 'path' | 'knowledge'>,
  plan: Plan,
  room: number,
): boolean {
  if (plan.choices !== undefined || !isComplex(plan)) return false;
  const [group] = plan.groups;
  if (group === undefined) return isRecursive(plan, path) || room < 1;
  const branches = group.alternatives.map((_, index) => knowledge.planner.branch(plan, index));
  return branches.every((branch) => isTooMuch({ path, knowledge }, branch, room));
}

function accepts({ knowledge, wish }: Task, schemas: readonly JsonSchema[], value: JsonValue) {
  return knowledge.accepts(schemas, value, wish.direction);
}

// Members that the schema does not name.
function strangers(rules: ObjectRules, known: JsonObject | undefined): [string, JsonValue][] {
  return Object.entries(known ?? {}).filter(([name]) => !rules.names.has(name));
}
