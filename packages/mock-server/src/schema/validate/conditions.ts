import { type Check, fault, goesOn } from './check.ts';
import { passes } from './passes.ts';
import type { SchemaSource } from './schema-source.ts';

/** `not`, and `if` with `then` and `else` (JSON Schema core, section 10.2). */
export function checkConditions(source: SchemaSource): readonly Check[] {
  return [...not(source), ...condition(source)];
}

function not(source: SchemaSource): Check[] {
  const node = source.node('not');
  if (node === undefined) return [];
  return [(value, run) => !passes(node, value, run) || fault(run, 'not', 'must NOT be valid')];
}

function condition(source: SchemaSource): Check[] {
  const when = source.node('if');
  if (when === undefined) return [];
  const [then, otherwise] = [source.node('then'), source.node('else')];
  return [
    (value, run) => {
      const holds = passes(when, value, run);
      const node = holds ? then : otherwise;
      if (node === undefined || node.check(value, run)) return true;
      return goesOn(run) && fault(run, 'if', `must match "${holds ? 'then' : 'else'}" schema`);
    },
  ];
}
