import type { JsonValue } from '@product/spec-model';
import type { ObjectRules } from './object-rules.ts';
import { snakeCase } from './snake-case.ts';
import type { Field, Task } from './task.ts';
import { drawWord } from './words.ts';

// Deeper, a map stays empty unless it must not.
const filledDepth = 1;
const free =
  /^(meta(data)?|custom|extra|additional|annotations|properties|context|attributes)(_|$)/;

/** Makes members that a schema does not name: entries of a map, or as many as there must be. */
export function makeOthers(
  task: Task,
  rules: ObjectRules,
  { field, members }: { readonly field: Field; readonly members: readonly [string, JsonValue][] },
): readonly [string, JsonValue][] {
  const made = new Map<string, JsonValue>();
  const taken = new Set(members.map(([name]) => name));
  const count = Math.min(wantedCount(rules, field), rules.most) - members.length;
  const room = (field.room - count) / Math.max(1, count);
  for (let turn = 0; made.size < count && turn < count + 20; turn++) {
    const [name, schema] = drawName(task, rules);
    if (name === undefined || schema === undefined) break;
    if (taken.has(name) || rules.names.has(name) || made.has(name)) continue;
    const { depth, optional } = field;
    const plan = task.knowledge.planner.planOf(schema);
    const inner = { depth: depth + 1, room, optional, beside: '', name: snakeCase(field.name) };
    const value = task.make(task, plan, inner);
    if (value === undefined) break;
    made.set(name, value);
  }
  return [...made];
}

function wantedCount({ least, others, patterns }: ObjectRules, field: Field): number {
  const isMap = typeof others === 'object' || patterns.length > 0;
  const liked = isMap && field.optional && field.depth <= filledDepth && field.room >= 8;
  if (!liked || field.given !== undefined || free.test(field.name)) return least;
  return Math.max(least, 2);
}

function drawName(task: Task, rules: ObjectRules) {
  const { patterns, others, nameSchema } = rules;
  const { random } = task.wish;
  const [pattern] = patterns;
  if (pattern !== undefined) {
    const plan = task.knowledge.planner.planOf({ type: 'string', pattern: pattern[0] });
    return [drawText(plan), pattern[1]] as const;
  }
  if (nameSchema !== undefined) {
    return [drawText(task.knowledge.planner.planOf(nameSchema)), others] as const;
  }
  return [`${drawWord(random)}${random.below(100)}`, others] as const;

  function drawText(plan: Parameters<Task['make']>[1]): string | undefined {
    const { choices } = plan;
    const blank = { name: '', depth: 0, room: 1, optional: false, beside: '' };
    const text = choices?.[random.below(choices.length)] ?? task.make(task, plan, blank);
    return typeof text === 'string' ? text : undefined;
  }
}
