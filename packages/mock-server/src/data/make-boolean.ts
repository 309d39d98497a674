import type { Plan } from './plan.ts';
import type { Field, Task } from './task.ts';

const usual =
  /(^|_)(active|enabled|valid|verified|visible|public|available|success|ok|open|ready|allowed|can)(_|$)/;

/** Makes a boolean: true where the name says what is usual, such as `enabled`. */
export function makeBoolean(_task: Task, _plan: Plan, { name }: Field): boolean {
  return usual.test(name) && !/(^|_)(not|in|un)_/.test(name);
}
