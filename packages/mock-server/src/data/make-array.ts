import type { JsonSchema, JsonValue } from '@product/spec-model';
import { isObject } from '../model/json-read.ts';
import { asSchema } from '../schema/schema-shape.ts';
import type { Plan } from './plan.ts';
import { atLeast, atMost, type Field, keyword, type Task } from './task.ts';
import { isComplex, isRecursive } from './value-kind.ts';

// More entries than this are no example any more.
const maxEntries = 1000;

/** Makes an array: two plain entries, or as many objects as there is room for. */
export function makeArray(task: Task, plan: Plan, field: Field): JsonValue | undefined {
  const first = keyword(plan, 'prefixItems');
  const prefix = Array.isArray(first) ? first.map((entry) => asSchema(entry) ?? true) : [];
  const wanted = [...containedIn(plan), ...prefix.slice(containedIn(plan).length)];
  const items = task.knowledge.planner.itemsOf(plan);
  const least = Math.max(atLeast(plan, 'minItems'), wanted.length);
  if (least > maxEntries) return undefined;
  const count = countOf(task, items, { ...field, least, most: atMost(plan, 'maxItems') });
  const mayRepeat = keyword(plan, 'uniqueItems') !== true;
  const inner = innerField(field, count);
  const made: JsonValue[] = [];
  for (let turn = 0; made.length < count && turn < count + 20; turn++) {
    const schema = wanted[made.length];
    const entryPlan = schema === undefined ? items : task.knowledge.planner.planOf(schema);
    const entry = entryPlan && makeEntry(task, entryPlan, { ...inner, turn });
    if (entry === undefined) break;
    // Even where entries may repeat they do so only when nothing else is found.
    if ((mayRepeat && turn >= count) || !hasEntry(made, entry)) made.push(entry);
  }
  return made.length < atLeast(plan, 'minItems') ? undefined : made;
}

function containedIn(plan: Plan): readonly JsonSchema[] {
  const { parts } = plan;
  return parts.flatMap((part) => {
    const contains = asSchema(part['contains']);
    if (contains === undefined) return [];
    const items = asSchema(part['items']) ?? true;
    const least = typeof part['minContains'] === 'number' ? part['minContains'] : 1;
    const both = isObject(items) ? { allOf: [contains, items] } : contains;
    return Array.from({ length: Math.min(least, maxEntries) }, () => both);
  });
}

function countOf(
  { path }: Task,
  items: Plan | undefined,
  {
    room,
    optional,
    least,
    most,
    beside,
    depth,
  }: Field & { readonly least: number; readonly most: number },
): number {
  if (items === undefined || items.impossible) return least;
  const [few, many] = isComplex(items) ? [room >= 8, room >= 40] : [room >= 1, room >= 1];
  // A page inside of a row would hold rows that nobody can find.
  const isPage = depth > 1 && /\bhas_more\b/.test(beside);
  const isEmpty = isRecursive(items, path) || !optional || isPage;
  const liked = isEmpty ? 0 : Number(few) + Number(many);
  return Math.max(least, Math.min(liked, most));
}

// Of a few choices each entry shall be another, so they are gone through rather than drawn.
function makeEntry(
  task: Task,
  plan: Plan,
  { turn, ...field }: Field & { readonly turn: number },
): JsonValue | undefined {
  const { examples } = task.knowledge.shownOf(plan, task.wish.direction);
  if (task.examples && examples[turn] !== undefined) return examples[turn];
  if (plan.choices !== undefined) return plan.choices[turn % plan.choices.length];
  if (plan.types[0] === 'boolean' && plan.types.length === 1) return turn % 2 === 1;
  return task.make(turn > 0 ? { ...task, examples: false } : task, plan, field);
}

function innerField(field: Field, count: number): Field {
  const { given: _, ...rest } = field;
  return {
    ...rest,
    name: field.name.replace(/(?:ies)$/, 'y').replace(/(?<=[^su])s$/, ''),
    depth: field.depth + 1,
    room: (field.room - 1) / Math.max(1, count),
    beside: '',
  };
}

function hasEntry(made: readonly JsonValue[], entry: JsonValue): boolean {
  const text = JSON.stringify(entry);
  return made.some((other) => JSON.stringify(other) === text);
}
