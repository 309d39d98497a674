import type { JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import type { Plan } from './plan.ts';
import { tagKeyword } from './read-groups.ts';
import { type Field, type Knowledge, keyword, type Shown, type Task } from './task.ts';

/**
 * The value that the document itself gives: the only one there is, then its example, its default, the
 * first of its choices.
 *
 * @returns Absent when the document leaves it open, as it does for every object but an example.
 */
export function knownValue(task: Task, plan: Plan, field: Field): JsonValue | undefined {
  const { choices } = plan;
  if (choices?.length === 1) return choices[0];
  const tag = keyword(plan, tagKeyword);
  if (tag !== undefined && accepts(task, plan, tag)) return tag;
  const { examples, fallback } = task.knowledge.shownOf(plan, task.wish.direction);
  const [example] = task.examples ? examples : [];
  if (example !== undefined && !isObject(example)) return example;
  if (choices !== undefined && !task.examples)
    return choices[task.wish.random.below(choices.length)];
  if (fallback !== undefined && field.given === undefined) return fallback;
  return choices?.[0];
}

/** Reads what the document shows of a value, and leaves out what its own schema refuses. */
export function readShown(
  accepts: Knowledge['accepts'],
  plan: Plan,
  direction: Task['wish']['direction'],
): Shown {
  const examples: JsonValue[] = [];
  for (const part of [...plan.parts].reverse()) {
    const { example, examples: listed } = part;
    if (example !== undefined) examples.push(example);
    if (Array.isArray(listed)) examples.push(...listed);
  }
  const fits = (value: JsonValue): boolean => accepts(plan.sources, value, direction);
  const fallback = keyword(plan, 'default');
  return {
    examples: examples.filter(fits),
    fallback: fallback === undefined || !fits(fallback) ? undefined : fallback,
  };
}

function accepts({ knowledge, wish }: Task, { sources }: Plan, value: JsonValue): boolean {
  return knowledge.accepts(sources, value, wish.direction);
}
