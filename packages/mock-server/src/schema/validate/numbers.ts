import { type Check, fault } from './check.ts';
import type { SchemaSource } from './schema-source.ts';

/** The keywords of numbers (JSON Schema validation, section 6.2). */
export function checkNumbers(source: SchemaSource): readonly Check<number>[] {
  return [...lowest(source), ...highest(source), ...multiples(source)];
}

// OpenAPI 3.0 writes the exclusive bounds as booleans beside the inclusive ones.
function lowest(source: SchemaSource): Check<number>[] {
  const minimum = source.number('minimum');
  const sharp = source.schema['exclusiveMinimum'];
  const checks: Check<number>[] = [];
  const above = typeof sharp === 'boolean' ? undefined : source.number('exclusiveMinimum');
  const bound = sharp === true ? minimum : above;
  if (minimum !== undefined && sharp !== true) {
    const message = `must be at least ${minimum}`;
    checks.push((value, run) => value >= minimum || fault(run, 'minimum', message));
  }
  if (bound !== undefined) {
    const message = `must be > ${bound}`;
    checks.push((value, run) => value > bound || fault(run, 'exclusive_minimum', message));
  }
  return checks;
}

function highest(source: SchemaSource): Check<number>[] {
  const maximum = source.number('maximum');
  const sharp = source.schema['exclusiveMaximum'];
  const checks: Check<number>[] = [];
  const under = typeof sharp === 'boolean' ? undefined : source.number('exclusiveMaximum');
  const bound = sharp === true ? maximum : under;
  if (maximum !== undefined && sharp !== true) {
    const message = `must be at most ${maximum}`;
    checks.push((value, run) => value <= maximum || fault(run, 'maximum', message));
  }
  if (bound !== undefined) {
    const message = `must be < ${bound}`;
    checks.push((value, run) => value < bound || fault(run, 'exclusive_maximum', message));
  }
  return checks;
}

function multiples(source: SchemaSource): Check<number>[] {
  const step = source.number('multipleOf');
  if (step === undefined) return [];
  if (!(step > 0)) throw source.unusable('multipleOf', 'multipleOf must be above zero');
  const message = `must be multiple of ${step}`;
  return [(value, run) => isMultiple(value, step) || fault(run, 'multiple_of', message)];
}

/** Whether one number is a multiple of another, as decimals: 0.3 is one of 0.1. */
export function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  const exact = Number.isInteger(value) && Number.isInteger(step);
  if (exact || !Number.isSafeInteger(Math.round(quotient))) return value % step === 0;
  const whole = Math.round(quotient);
  // Either number, and the quotient, is off by half a unit in its last place.
  return Math.abs(quotient - whole) <= 2 * Number.EPSILON * Math.abs(quotient);
}
