import type { JsonObject, JsonValue } from '@product/spec-model';
import { isObject } from '../../model/json-read.ts';
import { type Check, enter, faultOf, goesOn, type Node, type Run } from './check.ts';
import type { SchemaSource } from './schema-source.ts';
import { addSeen, nothingSeen, type Seen } from './seen.ts';

/**
 * Adds `unevaluatedProperties` and `unevaluatedItems` to all the other checks of a schema, after
 * them (JSON Schema core, section 11).
 */
export function withUnevaluated(source: SchemaSource, others: Check): Check {
  const [members, items] = [source.node('unevaluatedProperties'), source.node('unevaluatedItems')];
  if (members === undefined && items === undefined) return others;
  const isClosed = source.schema['unevaluatedProperties'] === false;
  return (value, run) => {
    if (typeof value !== 'object' || value === null) return others(value, run);
    const outer = run.seen;
    const seen = nothingSeen();
    run.seen = seen;
    let ok = others(value, run);
    if (ok || goesOn(run)) ok = checkRest({ members, items, isClosed, seen }, value, run) && ok;
    run.seen = outer;
    if (ok && outer !== undefined) addSeen(outer, seen);
    return ok;
  };
}

interface Rest {
  readonly members: Node | undefined;
  readonly items: Node | undefined;
  readonly isClosed: boolean;
  readonly seen: Seen;
}

function checkRest(rest: Rest, value: JsonValue, run: Run): boolean {
  if (Array.isArray(value)) return rest.items === undefined || checkItems(rest, value, run);
  return !isObject(value) || rest.members === undefined || checkNames(rest, value, run);
}

function checkNames({ members, isClosed, seen }: Rest, value: JsonObject, run: Run): boolean {
  let ok = true;
  for (const name in value) {
    const item = value[name];
    if (seen.names.has(name) || item === undefined || members === undefined) continue;
    seen.names.add(name);
    run.token = name;
    if (isClosed ? faultOf(run, name, unknown) : enter(members, item, run)) continue;
    if (!goesOn(run)) return false;
    ok = false;
  }
  return ok;
}

const unknown = { code: 'unknown_field', message: 'is not a known field' };

function checkItems({ items, seen }: Rest, list: readonly JsonValue[], run: Run): boolean {
  let ok = true;
  for (let index = seen.items; index < list.length; index++) {
    const item = list[index];
    if (seen.indexes.has(index) || item === undefined || items === undefined) continue;
    run.token = index;
    if (enter(items, item, run)) continue;
    if (!goesOn(run)) return false;
    ok = false;
  }
  seen.items = Math.max(seen.items, list.length);
  return ok;
}
