import type { JsonValue } from '@product/spec-model';
import { type Check, fault, faultOf, type Node, type Run } from './check.ts';
import { discriminated, reportNearest } from './nearest-branch.ts';
import { passes } from './passes.ts';
import type { SchemaSource } from './schema-source.ts';
import { branchOf, readTags, type Tags } from './tagged-union.ts';

/** The keywords that combine schemas (JSON Schema core, section 10.2). */
export function checkCombinations(source: SchemaSource): readonly Check[] {
  return [...all(source), ...union(source, 'anyOf'), ...union(source, 'oneOf')];
}

function all(source: SchemaSource): Check[] {
  return (source.nodes('allOf') ?? []).map(
    (node): Check =>
      (value, run) =>
        node.check(value, run),
  );
}

const words = {
  anyOf: { code: 'any_of', message: 'must match a schema in anyOf', count: countAny },
  oneOf: { code: 'one_of', message: 'must match exactly one schema in oneOf', count: countAll },
} as const;

function union(source: SchemaSource, keyword: keyof typeof words): Check[] {
  const branches = source.nodes(keyword);
  if (branches === undefined) return [];
  const { code, message, count } = words[keyword];
  const parts = source.list(keyword) ?? [];
  let tags: Tags | undefined | null = null;
  const all: Check = (value, run) => {
    const found = count(branches, value, run);
    if (found === 0) reportLikely(source, { parts, branches }, { value, run });
    return found === 1 || fault(run, code, message);
  };
  return [
    (value, run) => {
      if (tags === null) tags = readTags(parts, source.link);
      const index = tags && branchOf(tags, value);
      if (tags === undefined || index === undefined) return all(value, run);
      const only = branches[index];
      const ok = only === undefined ? reportTag(tags, run) : only.check(value, run);
      return ok || fault(run, code, message);
    },
  ];
}

/** One when any branch holds, else none; every branch is asked only when someone wants to know. */
function countAny(branches: readonly Node[], value: JsonValue, run: Run): number {
  let found = 0;
  for (const branch of branches) {
    if (!passes(branch, value, run)) continue;
    if (run.seen === undefined) return 1;
    found = 1;
  }
  return found;
}

function countAll(branches: readonly Node[], value: JsonValue, run: Run): number {
  let found = 0;
  for (const branch of branches) {
    if (passes(branch, value, run)) found++;
    if (found > 1) return found;
  }
  return found;
}

function reportTag({ property, branches }: Tags, run: Run): false {
  const message = `must be one of ${[...branches.keys()].join(', ')}`;
  return faultOf(run, property, { code: 'enum', message });
}

function reportLikely(
  { schema }: SchemaSource,
  { parts, branches }: { parts: readonly JsonValue[]; branches: readonly Node[] },
  { value, run }: { value: JsonValue; run: Run },
): void {
  if (run.faults === undefined) return;
  const named = branches[discriminated(schema, parts, value) ?? -1];
  reportNearest(named === undefined ? branches : [named], value, run);
}
