import type { JsonValue } from '@product/spec-model';
import { type Check, fault, type Node, type Run } from './check.ts';
import { passes } from './passes.ts';
import type { SchemaSource } from './schema-source.ts';

type List = readonly JsonValue[];

/** `contains`, with `minContains` and `maxContains` (JSON Schema core, section 10.3.1.3). */
export function checkContains(source: SchemaSource): Check<List>[] {
  const wanted = source.node('contains');
  if (wanted === undefined) return [];
  const least = source.number('minContains') ?? 1;
  const most = source.number('maxContains') ?? Number.POSITIVE_INFINITY;
  const upTo = most === Number.POSITIVE_INFINITY ? '' : ` and no more than ${most}`;
  const message = `must contain at least ${least}${upTo} valid item(s)`;
  const enough = most === Number.POSITIVE_INFINITY ? least : Number.POSITIVE_INFINITY;
  return [
    (list, run) => {
      const count = countMatches(list, { wanted, enough }, run);
      return (count >= least && count <= most) || fault(run, 'contains', message);
    },
  ];
}

function countMatches(
  list: List,
  { wanted, enough }: { readonly wanted: Node; readonly enough: number },
  run: Run,
): number {
  const { seen } = run;
  let count = 0;
  run.seen = undefined;
  for (let index = 0; index < list.length && (count < enough || seen !== undefined); index++) {
    const item = list[index];
    if (item === undefined || !passes(wanted, item, run)) continue;
    seen?.indexes.add(index);
    count++;
  }
  run.seen = seen;
  return count;
}
