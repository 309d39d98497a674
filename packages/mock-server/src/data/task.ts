import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Wish } from './data-maker.ts';
import type { Times } from './instants.ts';
import type { ObjectRules } from './object-rules.ts';
import type { PatternText } from './pattern-text.ts';
import type { Plan, Planner } from './plan.ts';
import type { Person, Place } from './words.ts';

/** What is read from schemas once, for every value of a maker. */
export interface Knowledge {
  readonly planner: Planner;
  /** Whether each of some schemas accepts a value. */
  accepts(schemas: readonly JsonSchema[], value: JsonValue, direction: Wish['direction']): boolean;
  /** What a plan asks of an object. */
  rulesOf(plan: Plan): ObjectRules;
  /** What the document shows of a value: examples that the schema accepts, and its default. */
  shownOf(plan: Plan, direction: Wish['direction']): Shown;
  /** The patterns of a text, as makers of texts. */
  patternsOf(plan: Plan): readonly PatternText[];
}

/** What the document itself shows of a value. */
export interface Shown {
  readonly examples: readonly JsonValue[];
  readonly fallback: JsonValue | undefined;
}

/** One value that is being made, with what its parts share. */
export interface Task {
  readonly wish: Wish;
  readonly knowledge: Knowledge;
  readonly times: Times;
  readonly person: Person;
  readonly place: Place;
  /** Whether examples come first. */
  readonly examples: boolean;
  /** Added to the number of the alternative that would be chosen; others are tried when one fails. */
  readonly shift: number;
  /** The components around the present value. */
  readonly path: JsonObject[];
  /** Values made so far, of all parts together. */
  readonly count: { made: number };
  /** Makes a value inside of another. */
  make(task: Task, plan: Plan, field: Field): JsonValue | undefined;
}

/** Where a value stands. */
export interface Field {
  /** In snake case; empty when it has none. */
  readonly name: string;
  readonly depth: number;
  /** About how many values it may hold; below 1 it is as small as its schema allows. */
  readonly room: number;
  /** Whether an object gets optional properties. */
  readonly optional: boolean;
  /** The names of the fields beside it, in snake case. */
  readonly beside: string;
  /** Members that stay as they are. */
  readonly given?: JsonObject;
}

/** The first value of a keyword among the parts of a plan, the nearest first. */
export function keyword(plan: Plan, name: string): JsonValue | undefined {
  for (let at = plan.parts.length - 1; at >= 0; at--) {
    const value = plan.parts[at]?.[name];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The numbers that the parts of a plan give for a keyword. */
export function bounds(plan: Plan, name: string): readonly number[] {
  return plan.parts.map((part) => part[name]).filter((value) => typeof value === 'number');
}

/** The largest of the least lengths or counts; 0 when there is none. */
export function atLeast(plan: Plan, name: string): number {
  return Math.max(0, ...bounds(plan, name));
}

/** The least of the largest; infinite when there is none. */
export function atMost(plan: Plan, name: string): number {
  return Math.min(Number.POSITIVE_INFINITY, ...bounds(plan, name));
}
