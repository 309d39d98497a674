import type { JsonObject, JsonValue } from '@product/spec-model';
import { asObject, isObject, ownValue } from '../../model/json-read.ts';
import type { SchemaFault } from '../schema-fault.ts';
import type { Node, Run } from './check.ts';
import { addSeen, nothingSeen } from './seen.ts';

/**
 * Reports what keeps a value from the branch of a union that it comes nearest to: the fewest
 * faults, and rather any than a wrong constant or, worse, a wrong type.
 *
 * @remarks In a pass that only asks, nothing is done.
 */
export function reportNearest(branches: readonly Node[], value: JsonValue, run: Run): void {
  const { faults, seen } = run;
  if (faults === undefined) return;
  let best: { faults: SchemaFault[]; seen: Run['seen']; far: number } | undefined;
  for (const branch of branches) {
    const found: SchemaFault[] = [];
    const own = seen && nothingSeen();
    run.faults = found;
    run.seen = own;
    branch.check(value, run);
    const far = distance(found, run.path);
    if (best === undefined || far < best.far) best = { faults: found, seen: own, far };
  }
  run.faults = faults;
  run.seen = seen;
  faults.push(...(best?.faults ?? []));
  if (seen !== undefined && best?.seen !== undefined) addSeen(seen, best.seen);
}

/**
 * The branch that the document's `discriminator` names for a value.
 *
 * @param parts - The branches as the document writes them.
 * @returns Its index; absent when there is no discriminator, or it names none of the branches.
 */
export function discriminated(
  { discriminator }: JsonObject,
  parts: readonly JsonValue[],
  value: JsonValue,
): number | undefined {
  const { propertyName, mapping } = asObject(discriminator);
  if (typeof propertyName !== 'string' || !isObject(value)) return undefined;
  const tag = ownValue(value, propertyName);
  if (typeof tag !== 'string') return undefined;
  const mapped = ownValue(asObject(mapping), tag);
  const target = typeof mapped === 'string' ? mapped : tag;
  const index = parts.findIndex((part) => {
    const ref = asObject(part)['$ref'];
    return typeof ref === 'string' && (ref === target || ref.endsWith(`/${target}`));
  });
  return index < 0 ? undefined : index;
}

// What says that another branch was meant: a wrong type of the value, or a wrong constant.
const wrongType = 2000;
const wrongConstant = 1000;

function distance(faults: readonly SchemaFault[], path: string): number {
  let far = 0;
  for (const { pointer, code } of faults) {
    const isHere = pointer === path;
    const isNear = isHere || !pointer.slice(path.length + 1).includes('/');
    if (isHere && code === 'type') far = wrongType;
    if (isNear && (code === 'const' || code === 'enum')) far = Math.max(far, wrongConstant);
  }
  return faults.length + far;
}
