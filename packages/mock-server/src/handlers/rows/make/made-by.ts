import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { snakeCase } from '../../../data/snake-case.ts';
import type { Collection } from '../../../infer/collection.ts';
import type { Collections } from '../../../infer/infer-collections.ts';
import { mainBranch, readRowKind } from '../../../infer/row-kind.ts';
import { keepIn } from '../../../model/keep-in.ts';
import type { SchemaReader } from '../../../schema/schema-shape.ts';
import type { Row } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import type { Place } from '../find/place.ts';
import { propertiesOf } from '../row-properties.ts';
import { adaptValue } from './adapt-value.ts';
import { sentSchema } from './sent-row.ts';

const makers =
  /^(user|author|owner|creator|created_by|reporter|uploader|sender|actor|submitter|(opened|posted|requested)_by)$/;

/** A member that shows who made the row. */
interface Maker {
  readonly name: string;
  readonly schema: JsonSchema;
}

const plans = new WeakMap<Collection, readonly Maker[]>();

/** The members of a new row that show who made it: the caller, as it reads its own row. */
export function madeBy(call: Call, { collection, role }: Place): JsonObject | undefined {
  const { core, operation } = call;
  const callers = callersOf(core.collections);
  if (callers === undefined) return undefined;
  const plan = keepIn(plans, collection, () => makersIn(core.schemas, collection, callers));
  const row = plan.length === 0 ? undefined : callersRow(call, callers);
  if (row === undefined) return undefined;
  const { properties: sendable } = propertiesOf(
    core.schemas,
    sentSchema(core.schemas, operation, role),
  );
  const members = plan
    .filter(({ name }) => !sendable.has(name))
    .map(({ name, schema }): [string, JsonValue] => [name, shownAs(call, schema, row)]);
  return Object.fromEntries(members);
}

const known = new WeakMap<Collections, Collection | undefined>();

// The collection among whose rows the caller is.
function callersOf(collections: Collections): Collection | undefined {
  return keepIn(known, collections, () => {
    const me = [...collections.roles.values()].find(({ verb }) => verb === 'me');
    return me?.collection.isSingleton === false ? me.collection : undefined;
  });
}

function callersRow({ core, mode, caller }: Call, { name }: Collection): Row | undefined {
  const rows = core.worlds.table(mode, name).all();
  const [first] = rows.oldestFirst();
  return rows.get(caller?.ownerId ?? '') ?? first;
}

function makersIn(
  schemas: SchemaReader,
  { schema }: Collection,
  callers: Collection,
): readonly Maker[] {
  const { noun } = readRowKind(schemas, callers.schema);
  return [...propertiesOf(schemas, schema).properties].flatMap(([name, property]) => {
    const main = mainBranch(schemas, property);
    const isCaller = makers.test(snakeCase(name)) && readRowKind(schemas, main).noun === noun;
    return isCaller && noun !== '' ? [{ name, schema: main }] : [];
  });
}

const views = new WeakMap<JsonObject, Map<JsonSchema, JsonValue>>();

// The same as long as the caller's row is the same.
function shownAs(call: Call, schema: JsonSchema, { data }: Row): JsonValue {
  const bySchema = keepIn(views, data, () => new Map());
  return keepIn(bySchema, schema, () => {
    const { properties } = call.core.schemas.shapeOf(schema);
    const members = Object.entries(data).filter(([name]) => properties.has(name));
    return adaptValue(call, schema, Object.fromEntries(members)) ?? data;
  });
}
