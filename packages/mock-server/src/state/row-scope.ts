import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Collection, ScopeParameter } from '../infer/collection.ts';
import type { KeyMode } from '../keys/key-ring.ts';
import { createRandom } from '../random/random.ts';
import { type Row, scopeKey, scopeValues } from './row-group.ts';

type Ground = Pick<Core, 'collections' | 'operations' | 'worlds' | 'schemas' | 'data' | 'clock'>;

/** A value of a path that says whose rows are meant, with the row that it names. */
export interface ScopePart {
  readonly parameter: ScopeParameter;
  readonly value: string;
  /** Absent when it names no row. */
  readonly parent?: Row;
}

/**
 * Finds out whose rows a scope has.
 *
 * @returns Absent when one of them names a row that does not exist.
 */
export function findScope(
  { collections, worlds }: Ground,
  {
    collection,
    mode,
    values,
  }: { collection: Collection; mode: KeyMode; values: readonly string[] },
): readonly ScopePart[] | undefined {
  const parts: ScopePart[] = [];
  for (const [at, parameter] of collection.scope.entries()) {
    const value = values[at] ?? '';
    const known =
      parameter.parent === undefined ? undefined : collections.byName.get(parameter.parent);
    if (known === undefined || known.isSingleton) {
      parts.push({ parameter, value });
      continue;
    }
    const table = worlds.table(mode, known.name);
    const above = values.slice(0, at).slice(-known.scope.length);
    const isNested = known.scope.length > 0 && above.length === known.scope.length;
    const parent = isNested ? table.within(scopeKey(above)).get(value) : table.get(value);
    if (parent === undefined) return undefined;
    parts.push({ parameter, value, parent });
  }
  return parts;
}

/** What rows of a scope show of it: `project_id`, or the `owner` itself. */
export function shownScope(
  { schemas, data, clock }: Ground,
  { schema }: Collection,
  parts: readonly ScopePart[],
): JsonObject {
  const shown: [string, JsonValue][] = [];
  const { properties } = schemas.shapeOf(schema);
  for (const { parameter, value, parent } of parts) {
    const { property, member } = parameter;
    const wanted = property === undefined ? undefined : properties.get(property);
    if (property === undefined || wanted === undefined) continue;
    const types = schemas.typesOf(wanted);
    if (member === undefined || !types.includes('object')) {
      const isNumber = types.includes('integer') && /^\d{1,15}$/.test(value);
      shown.push([property, isNumber ? Number(value) : value]);
      continue;
    }
    const given = { ...parent?.data, [member]: value };
    const random = createRandom(1);
    const wish = { random, now: clock.now(), direction: 'response', given } as const;
    shown.push([property, data?.make(wanted, wish) ?? given]);
  }
  return Object.fromEntries(shown);
}

/** The scope whose rows are meant when nobody says whose: that of the first parent there is. */
export function homeScope(
  ground: Ground,
  collection: Collection,
  mode: KeyMode,
): string | undefined {
  const { collections, worlds } = ground;
  const values: string[] = [];
  for (const parameter of collection.scope) {
    const { parent } = parameter;
    const known = parent === undefined ? undefined : collections.byName.get(parent);
    if (known === undefined || known.isSingleton) {
      values.push(
        callersName(ground, parameter, mode) ?? shownValue(ground, collection, parameter),
      );
      continue;
    }
    const [first] = worlds.table(mode, known.name).all().newestFirst();
    if (first === undefined) return undefined;
    const above = scopeValues(first.scope);
    values.splice(Math.max(0, values.length - above.length), above.length, ...above);
    values.push(first.id);
  }
  return values.length === collection.scope.length ? scopeKey(values) : undefined;
}

// Who a text names that the row shows by the same member as callers: the caller.
function callersName(
  { collections, worlds }: Ground,
  { member }: ScopeParameter,
  mode: KeyMode,
): string | undefined {
  if (member === undefined) return undefined;
  for (const { verb, collection } of collections.roles.values()) {
    if (verb !== 'me' || collection.idProperty !== member) continue;
    const [first] = worlds.table(mode, collection.name).all().oldestFirst();
    return first?.id;
  }
  return undefined;
}

function shownValue(
  { collections, operations, data, clock }: Ground,
  collection: Collection,
  { parameter: name }: ScopeParameter,
): string {
  for (const [id, role] of collections.roles) {
    if (role.collection !== collection) continue;
    const parameter = operations.get(id)?.api.parameters.find((one) => one.name === name);
    if (parameter === undefined) continue;
    const wish = {
      random: createRandom(1),
      now: clock.now(),
      direction: 'response',
      name,
    } as const;
    const made = parameter.example ?? data?.make(parameter.schema, wish);
    if (typeof made === 'string' || typeof made === 'number') return String(made);
  }
  return 'me';
}
