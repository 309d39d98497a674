import type { JsonValue } from '@product/spec-model';
import { chooseBranch } from './choose-branch.ts';
import { knownValue } from './known-value.ts';
import { makeArray } from './make-array.ts';
import { makeBoolean } from './make-boolean.ts';
import { makeNumber } from './make-number.ts';
import { makeObject } from './make-object.ts';
import { makeText } from './make-text.ts';
import type { Plan } from './plan.ts';
import type { Field, Task } from './task.ts';
import { isComplex, leavesOpen } from './value-kind.ts';

// Deeper than anything that people write; a schema that needs more needs itself.
const maxDepth = 20;
const maxValues = 5000;
// What may be null is filled in near the top only; a text costs less than an object.
const filledDepth = 2;

/**
 * Makes a value: what the document shows, else an alternative, else what its type asks for.
 *
 * @returns Absent when there is none, or none that is finite.
 */
export function makeValue(task: Task, plan: Plan, field: Field): JsonValue | undefined {
  if (plan.impossible || field.depth > maxDepth || ++task.count.made > maxValues) return undefined;
  const deep = field.depth > (isComplex(plan) ? filledDepth : filledDepth + 1);
  const lean = field.depth > 0 && !field.optional;
  if (plan.nullable && field.given === undefined && (deep || lean || leavesOpen(field.name))) {
    return task.knowledge.shownOf(plan, task.wish.direction).fallback ?? null;
  }
  const known = knownValue(task, plan, field);
  if (known !== undefined) return known;
  const added = plan.marks.filter((mark) => !task.path.includes(mark));
  task.path.push(...added);
  const made =
    plan.groups.length > 0
      ? chooseBranch(task, plan, field)
      : byType[typeOf(plan)]?.(task, plan, field);
  task.path.length -= added.length;
  return made ?? (plan.nullable ? null : undefined);
}

const byType: {
  readonly [type: string]: (task: Task, plan: Plan, field: Field) => JsonValue | undefined;
} = {
  object: makeObject,
  array: makeArray,
  string: makeText,
  number: makeNumber,
  integer: makeNumber,
  boolean: makeBoolean,
};

const byKeyword: readonly (readonly [keyword: RegExp, type: string])[] = [
  [/^(properties|required|additionalProperties|patternProperties|minProperties)$/, 'object'],
  [/^(items|prefixItems|minItems|contains)$/, 'array'],
  [/^(minimum|maximum|multipleOf|exclusiveM.*)$/, 'number'],
];

// A schema without a type still tells by its keywords what it is about.
function typeOf({ types: [type], parts }: Plan): string {
  if (type !== undefined) return type;
  const keywords = parts.flatMap((part) => Object.keys(part));
  const found = byKeyword.find(([pattern]) => keywords.some((keyword) => pattern.test(keyword)));
  return found?.[1] ?? 'string';
}
