import type { JsonValue } from '@product/spec-model';
import { type Check, enter, fault, goesOn, type Node } from './check.ts';
import { findTwins } from './equal.ts';
import type { SchemaSource } from './schema-source.ts';

type List = readonly JsonValue[];

/** The keywords of arrays (JSON Schema core, section 10.3.1; validation, section 6.4). */
export function checkArrays(source: SchemaSource): readonly Check<List>[] {
  return [...sizes(source), ...unique(source), ...items(source)];
}

function sizes(source: SchemaSource): Check<List>[] {
  const [most, least] = [source.number('maxItems'), source.number('minItems')];
  const checks: Check<List>[] = [];
  if (most !== undefined) {
    const message = `must NOT have more than ${most} items`;
    checks.push((list, run) => list.length <= most || fault(run, 'max_items', message));
  }
  if (least !== undefined) {
    const message = `must NOT have fewer than ${least} items`;
    checks.push((list, run) => list.length >= least || fault(run, 'min_items', message));
  }
  return checks;
}

function unique({ schema }: SchemaSource): Check<List>[] {
  if (schema['uniqueItems'] !== true) return [];
  return [
    (list, run) => {
      const twins = findTwins(list);
      if (twins === undefined) return true;
      const said = `items ## ${twins[0]} and ${twins[1]} are identical`;
      return fault(run, 'unique_items', `must NOT have duplicate items (${said})`);
    },
  ];
}

function items(source: SchemaSource): Check<List>[] {
  const [first, rest] = readItems(source);
  if (first.length === 0 && rest === undefined) return [];
  if (source.schema['items'] === false)
    return [noMoreThan(first.length), eachItem(first, undefined)];
  return [eachItem(first, rest)];
}

function noMoreThan(count: number): Check<List> {
  const message = `must NOT have more than ${count} items`;
  return (list, run) => list.length <= count || fault(run, 'items', message);
}

function eachItem(first: readonly Node[], rest: Node | undefined): Check<List> {
  return (list, run) => {
    const { seen } = run;
    const count = rest === undefined ? Math.min(first.length, list.length) : list.length;
    if (seen !== undefined) seen.items = Math.max(seen.items, count);
    let ok = true;
    for (let index = 0; index < count; index++) {
      const node = first[index] ?? rest;
      const item = list[index];
      run.token = index;
      if (node === undefined || item === undefined || enter(node, item, run)) continue;
      if (!goesOn(run)) return false;
      ok = false;
    }
    return ok;
  };
}

// Before 2020-12 a tuple was written as a list of `items`.
function readItems(source: SchemaSource): [readonly Node[], Node | undefined] {
  if (Array.isArray(source.schema['items'])) {
    return [source.nodes('items') ?? [], source.node('additionalItems')];
  }
  return [source.nodes('prefixItems') ?? [], source.node('items')];
}
