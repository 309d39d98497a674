import type { JsonObject, JsonValue } from '@product/spec-model';
import { type RowGroup, scopeKey } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { adaptValue } from '../make/adapt-value.ts';
import { propertiesOf } from '../row-properties.ts';
import { findParent, keptName, type Place } from './place.ts';

/** The scope that a new row goes to. */
export interface OpenScope {
  readonly rows: RowGroup;
  /** As `scopeKey` writes it. */
  readonly scope: string;
  readonly values: readonly string[];
}

/** Finds the scope of a new row: the path's; where that does not say, the caller's, or the first. */
export function openScope(call: Call, { collection, table, values }: Place): OpenScope {
  const known = values.map((value, at) => {
    if (value !== undefined) return value;
    const { parent } = collection.scope[at] ?? {};
    return firstId(call, parent) ?? callerId(call) ?? 'me';
  });
  const scope = scopeKey(known);
  return { scope, values: known, rows: table.within(scope) };
}

function firstId({ core, mode, caller }: Call, collection: string | undefined): string | undefined {
  if (collection === undefined) return undefined;
  const rows = core.worlds.table(mode, collection).all();
  const [first] = rows.oldestFirst();
  return rows.get(caller?.ownerId ?? '')?.id ?? first?.id;
}

// Whoever `me` is plays the caller.
function callerId(call: Call): string | undefined {
  for (const { verb, collection } of call.core.collections.roles.values()) {
    if (verb === 'me') return firstId(call, collection.name);
  }
  return undefined;
}

/** What the path says of a row, as far as rows show it. */
export function shownScope(call: Call, place: Place, values: readonly string[]): JsonObject {
  const { collection, role, wanted } = place;
  const own = collection.scope.map((parameter, at) => ({ parameter, value: values[at] ?? '' }));
  const shown: [string, JsonValue][] = [];
  const { properties } = propertiesOf(call.core.schemas, collection.schema);
  for (const { parameter, value } of [...own, ...wanted]) {
    const { property } = parameter;
    const schema = property === undefined ? undefined : properties.get(property);
    if (property === undefined || schema === undefined) continue;
    const said = role.scope.find((one) => (one.standsFor ?? one.parameter) === parameter.parameter);
    const parent = said && findParent(call, role, said);
    const types = call.core.schemas.typesOf(schema);
    const isObject = types.includes('object') && !types.includes('string');
    const plain = types.includes('integer') && /^\d+$/.test(value) ? Number(value) : value;
    const reference = isObject ? (parent?.data ?? memberOf(parameter.member, value)) : plain;
    shown.push([property, adaptValue(call, schema, reference) ?? reference]);
  }
  return Object.fromEntries(shown);
}

function memberOf(member: string | undefined, value: string): JsonValue {
  return { [member ?? 'id']: value };
}

/** What the path says of a row that rows do not show. */
export function keptScope({ wanted }: Place): JsonObject {
  const kept = wanted.filter(({ parameter }) => parameter.property === undefined);
  return Object.fromEntries(kept.map(({ parameter, value }) => [keptName(parameter), value]));
}
