import type { JsonValue } from '@product/spec-model';
import { escapeToken, type SchemaFault } from '../schema-fault.ts';
import type { Seen } from './seen.ts';

/** Which side of the wire a value comes from; `readOnly` and `writeOnly` depend on it. */
export type Direction = 'request' | 'response';

/** The sides as bits, so that what is asked of both is one number. */
export const sides: { readonly [side in Direction]: number } = { request: 1, response: 2 };

/** Whether a value keeps one rule of a schema, or all of them; what is wrong goes into the run. */
export type Check<V extends JsonValue = JsonValue> = (value: V, run: Run) => boolean;

/** A schema that can be checked; compiled when it is first asked. */
export interface Node {
  check: Check;
}

/**
 * One pass over one value.
 *
 * @remarks A first pass only asks whether the value is valid, and allocates nothing; a second one,
 * of values that are not, collects what is wrong.
 */
export interface Run {
  /** Whose value it is, as one of {@link sides}. */
  side: number;
  /** The whole value. */
  root: JsonValue;
  /** Where faults go; absent in a pass that only asks. */
  faults: SchemaFault[] | undefined;
  /** RFC 6901, of the value at hand; kept up only while faults are collected. */
  path: string;
  /** The name or index by which the next child is entered; whoever calls {@link enter} sets it. */
  token: string | number;
  /** How many schemas are being checked, one within the other. */
  depth: number;
  /** How many schemas were checked so far. */
  steps: number;
  /** What became of a value at a schema, once there were so many steps that some must come twice. */
  known: Map<JsonValue, Map<Check, boolean>> | undefined;
  /** What was evaluated of the object or array at hand; absent when no schema asks. */
  seen: Seen | undefined;
}

// One body can break a rule a thousand times; nobody reads more than this.
const maxFaults = 50;

/** Notes what is wrong with the value at hand; the answer is always no. */
export function fault(run: Run, code: string, message: string): false {
  return faultAt(run, run.path, { code, message });
}

/** Notes what is wrong with a member of the value at hand, there or missing. */
export function faultOf(
  run: Run,
  name: string | number,
  said: Omit<SchemaFault, 'pointer'>,
): false {
  return run.faults === undefined ? false : faultAt(run, below(run.path, name), said);
}

function faultAt(
  run: Run,
  pointer: string,
  { code, message }: Omit<SchemaFault, 'pointer'>,
): false {
  if (goesOn(run)) run.faults?.push({ pointer, code, message });
  return false;
}

/** Whether to look for more after a fault: only in a pass that collects, and while there is room. */
export function goesOn({ faults }: Run): boolean {
  return faults !== undefined && faults.length < maxFaults;
}

/** Checks a member of the value at hand; its name or index is in `run.token`. */
export function enter(node: Node, value: JsonValue, run: Run): boolean {
  const { faults, path, seen } = run;
  if (faults === undefined && seen === undefined) return node.check(value, run);
  if (faults !== undefined) run.path = below(path, run.token);
  run.seen = undefined;
  const ok = node.check(value, run);
  run.path = path;
  run.seen = seen;
  return ok;
}

/** Keeps all of some checks; in a pass that collects, it asks every one. */
export function allOf<V extends JsonValue>(checks: readonly Check<V>[]): Check<V> {
  const [first, second] = checks;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (value, run) => {
    let ok = true;
    for (const check of checks) {
      if (check(value, run)) continue;
      if (!goesOn(run)) return false;
      ok = false;
    }
    return ok;
  };
}

function below(path: string, token: string | number): string {
  return `${path}/${typeof token === 'number' ? token : escapeToken(token)}`;
}
