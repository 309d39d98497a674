import type { JsonValue } from '@product/spec-model';
import { asText } from '../model/json-read.ts';
import { numberByName } from './number-by-name.ts';
import type { Plan } from './plan.ts';
import { bounds, type Field, keyword, type Task } from './task.ts';
import { between } from './words.ts';

/** Makes a number: one that looks right for its name where the bounds allow it, else one of these. */
export function makeNumber(task: Task, plan: Plan, field: Field): JsonValue | undefined {
  const isWhole = plan.types[0] === 'integer' || isWholeFormat(asText(keyword(plan, 'format'), ''));
  const limits = limitsOf(plan, isWhole);
  const hint = `${asText(keyword(plan, 'format'), '')} ${asText(keyword(plan, 'description'), '')}`;
  const liked = numberByName(task, field, { isWhole, hint });
  if (liked !== undefined && fits(liked, limits)) return liked;
  return drawNumber(task, limits);
}

const isWholeFormat = (format: string): boolean => /^u?int|^(unix|epoch)|timestamp/.test(format);

interface Limits {
  readonly least: number;
  readonly most: number;
  /** Whole multiples of it; 0 for any number. */
  readonly steps: readonly number[];
}

function limitsOf(plan: Plan, isWhole: boolean): Limits {
  const steps = [...bounds(plan, 'multipleOf').filter((step) => step > 0), ...(isWhole ? [1] : [])];
  const unit = isWhole ? 1 : 1e-6;
  const isFlag = (name: string): boolean => plan.parts.some((part) => part[name] === true);
  const above = bounds(plan, 'exclusiveMinimum').map((bound) => nextTo(bound, unit));
  const below = bounds(plan, 'exclusiveMaximum').map((bound) => nextTo(bound, -unit));
  const least = bounds(plan, 'minimum').map((bound) =>
    isFlag('exclusiveMinimum') ? nextTo(bound, unit) : bound,
  );
  const most = bounds(plan, 'maximum').map((bound) =>
    isFlag('exclusiveMaximum') ? nextTo(bound, -unit) : bound,
  );
  const low = Math.max(...least, ...above);
  const high = Math.min(...most, ...below);
  return { least: low, most: high, steps };
}

// Beside a large number a small step is lost; the next one that is not the same is as good.
function nextTo(bound: number, step: number): number {
  let next = bound + step;
  for (let far = step; next === bound; far *= 2) next = bound + far;
  return next;
}

function drawNumber(
  { wish: { random } }: Task,
  { least, most, steps }: Limits,
): number | undefined {
  const low = least > Number.NEGATIVE_INFINITY ? least : Math.min(0, most - 100);
  const high = Math.min(most, low + 100);
  if (high < low) return undefined;
  if (steps.length === 0) return drawFraction(random, low, high);
  const step = steps.reduce(commonStep);
  const [first, last] = [Math.ceil(low / step), Math.floor(Math.max(high, low + step) / step)];
  const top = Math.min(last, Math.floor(most / step + 1e-9));
  if (top < first) return undefined;
  return tidy(between(random, first, top) * step);
}

function drawFraction(random: Task['wish']['random'], low: number, high: number): number {
  const drawn = tidy(low + ((high - low) * random.below(10_001)) / 10_000);
  const rounded = Math.round(drawn * 100) / 100;
  return rounded >= low && rounded <= high ? rounded : Math.min(high, Math.max(low, drawn));
}

// 3 × 0.1 shall be 0.3.
const tidy = (value: number): number => Number(value.toPrecision(15));

// The least common multiple, of fractions too: 0.5 and 0.2 give 1.
function commonStep(left: number, right: number): number {
  for (let factor = 1; factor <= 1000; factor++) {
    const quotient = (left * factor) / right;
    if (Math.abs(quotient - Math.round(quotient)) < 1e-9) return tidy(left * factor);
  }
  return tidy(left * right);
}

function fits(value: number, { least, most, steps }: Limits): boolean {
  const isMultiple = (step: number): boolean =>
    Math.abs(value / step - Math.round(value / step)) < 1e-9;
  return value >= least && value <= most && steps.every(isMultiple);
}
