import type { JsonValue } from '@product/spec-model';
import type { Node, Run } from './check.ts';
import { addSeen, nothingSeen } from './seen.ts';

/** Whether a schema holds for the value at hand, without a word of what is wrong if not. */
export function passes(node: Node, value: JsonValue, run: Run): boolean {
  const { faults, seen } = run;
  run.faults = undefined;
  // What a schema that does not hold has seen, does not count (JSON Schema core, section 7.7.1.2).
  const own = seen && nothingSeen();
  run.seen = own;
  const ok = node.check(value, run);
  run.faults = faults;
  run.seen = seen;
  if (ok && seen !== undefined && own !== undefined) addSeen(seen, own);
  return ok;
}
