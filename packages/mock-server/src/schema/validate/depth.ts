import type { JsonValue } from '@product/spec-model';
import { type Check, fault, type Run } from './check.ts';
import { SchemaError } from './schema-error.ts';
import type { SchemaSource } from './schema-source.ts';

// Far from the end of the stack of any engine.
const maxDepth = 800;

// A document whose schemas branch and recurse can ask for more work than there is time.
const maxSteps = 1_000_000;

// No value that people write needs as many, unless it is long.
const manySteps = 10_000;

// A value nested deeper than this ends a check by its own doing; else the schema goes in circles.
const deepValue = 100;

// Lists and objects that hold no schemas.
const data = new Set(['enum', 'const', 'type', 'required', 'default', 'example', 'examples']);

/** Adds a bound to a check: on how deep checks are nested, and on how many there are in one run. */
export function withDepth(source: SchemaSource, check: Check): Check {
  const leadsOn = Object.entries(source.schema).some(
    ([name, value]) =>
      name === '$ref' || name === '$dynamicRef' || (typeof value === 'object' && !data.has(name)),
  );
  if (!leadsOn) return check;
  return (value, run) => {
    if (++run.steps > maxSteps) return fault(run, 'too_complex', 'takes too long to check');
    if (run.depth >= maxDepth) return tooDeep(source, run);
    run.depth++;
    const ok = run.steps < manySteps ? check(value, run) : checkOnce(check, value, run);
    run.depth--;
    return ok;
  };
}

// Schemas that refer to each other by two ways at each of 30 levels have a billion ways through.
function checkOnce(check: Check, value: JsonValue, run: Run): boolean {
  // Whoever collects faults or what was evaluated wants each way.
  if (run.faults !== undefined || run.seen !== undefined) return check(value, run);
  run.known ??= new Map();
  const known = run.known.get(value) ?? new Map<Check, boolean>();
  run.known.set(value, known);
  const before = known.get(check);
  if (before !== undefined) return before;
  const ok = check(value, run);
  known.set(check, ok);
  return ok;
}

function tooDeep({ pointer }: SchemaSource, run: Run): boolean {
  if (isDeeper(run.root, deepValue)) {
    return fault(run, 'too_deep', 'must not be nested so deeply');
  }
  throw new SchemaError(pointer, 'it refers to itself without end');
}

function isDeeper(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((item) => isDeeper(item, depth - 1));
}
