import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Wish } from '../../../data/data-maker.ts';
import type { Collection } from '../../../infer/collection.ts';
import { singular } from '../../../infer/fold-name.ts';
import type { Collections } from '../../../infer/infer-collections.ts';
import { mainBranch, readRowKind } from '../../../infer/row-kind.ts';
import { isObject, ownValue } from '../../../model/json-read.ts';
import { keepIn } from '../../../model/keep-in.ts';
import { itemSchema, type SchemaReader } from '../../../schema/schema-shape.ts';
import { type Row, scopeKey, scopeValues } from '../../../state/row-group.ts';
import { adaptValue, type Ground, wishFor } from '../make/adapt-value.ts';
import { propertiesOf } from '../row-properties.ts';

/** Whose members are looked at. */
export interface Owner {
  readonly collection: Collection;
  /** The scope of the row, as `scopeKey` writes it. */
  readonly scope: string;
}

/**
 * What was sent, with the rows whole that a client names and rows show so: `labels: ['bug']` becomes
 * the label of that name, `assignee: 'octocat'` the user of that login.
 *
 * @remarks The rows are looked for in collections of the same kind that lie beside the row or above
 * it; what none of them has becomes an object with that name.
 */
export function showNamedRows(ground: Ground, owner: Owner, sent: JsonObject): JsonObject {
  let changed: Record<string, JsonValue> | undefined;
  for (const name of Object.keys(sent)) {
    const shown = showNamed(ground, owner, { name, value: sent[name] ?? null });
    if (shown === undefined) continue;
    changed ??= { ...sent };
    changed[name] = shown;
  }
  return changed ?? sent;
}

interface SentMember {
  readonly name: string;
  readonly value: JsonValue;
}

function showNamed(
  ground: Ground,
  owner: Owner,
  { name, value }: SentMember,
): JsonValue | undefined {
  if (typeof value === 'boolean' || value === null || value === '') return undefined;
  const naming = namingOf(ground.core, owner.collection, name);
  if (naming === undefined || naming.isList !== Array.isArray(value)) return undefined;
  if (!Array.isArray(value)) return showOne(ground, { naming, owner }, value);
  return value.flatMap((one: JsonValue) => showEntry(ground, { naming, owner }, one) ?? []);
}

/** One entry of a list of named rows; absent when it cannot be shown there. */
export function showEntry(
  ground: Ground,
  showing: Showing,
  value: JsonValue,
): JsonValue | undefined {
  return showOne(ground, showing, value) ?? adaptValue(ground, showing.naming.object, value);
}

/** How clients name the objects that a property shows. */
export interface Naming {
  /** Where such rows are, the nearest first. */
  readonly among: readonly Collection[];
  /** The member that names one: `login`. */
  readonly by: string;
  /** The schema of one. */
  readonly object: JsonSchema;
  readonly isList: boolean;
}

const known = new WeakMap<Collection, Map<string, Naming | undefined>>();

/** How clients name the objects that a property shows; absent when it shows none, or by an id. */
export function namingOf(
  core: Ground['core'],
  collection: Collection,
  name: string,
): Naming | undefined {
  const byName = keepIn(known, collection, () => new Map());
  if (byName.has(name)) return byName.get(name);
  const schema = propertiesOf(core.schemas, collection.schema).properties.get(name);
  // Names that rows do not have are not kept: clients may send any.
  if (schema === undefined) return undefined;
  const naming = readNaming(core, collection, { name, schema });
  byName.set(name, naming);
  return naming;
}

function readNaming(
  core: Ground['core'],
  collection: Collection,
  { name, schema }: { readonly name: string; readonly schema: JsonSchema },
): Naming | undefined {
  const { schemas } = core;
  const main = mainBranch(schemas, schema);
  const items = itemSchema(schemas.resolve(main));
  const isList = items !== undefined && schemas.typesOf(main).includes('array');
  const shown = isList ? items : schema;
  const object = mainBranch(schemas, shown);
  const { properties } = schemas.shapeOf(object);
  if (properties.size === 0) return undefined;
  // A text that may be the id stands for the object until somebody asks to see it.
  const isExpandable = isText(schemas, shown) && isText(schemas, properties.get('id'));
  if (isExpandable) return undefined;
  const near = nearCollections(core, collection, { name, object });
  const by = near[0]?.idProperty ?? names.find((one) => isText(schemas, properties.get(one)));
  if (by === undefined || by === 'id') return undefined;
  const among = near.filter(({ idProperty }) => idProperty === by).slice(0, 3);
  return { among, by, object, isList };
}

const names = ['login', 'username', 'slug', 'key', 'name', 'title', 'ref', 'code'];

function isText(schemas: SchemaReader, schema: JsonSchema | undefined): boolean {
  return schema !== undefined && schemas.typesOf(schema).includes('string');
}

/**
 * What is known of a row that a path names where only its id is given, such as the user who is
 * followed: what it shows where it is at home.
 *
 * @returns Nothing when no collection of the same kind beside it or above it has such a row.
 */
export function knownElsewhere(
  ground: Ground,
  { collection, scope }: Owner,
  id: string,
): JsonObject {
  const { core } = ground;
  const { properties } = core.schemas.shapeOf(collection.schema);
  const near = nearCollections(core, collection, { name: '', object: collection.schema });
  const { idProperty: by } = collection;
  const among = near.filter((one) => one !== collection && one.idProperty === by);
  const naming = { among, by, object: collection.schema, isList: false };
  const row = findNamed(ground, { naming, owner: { scope } }, id);
  const members = Object.entries(row?.data ?? {}).filter(([name]) => properties.has(name));
  return Object.fromEntries(members);
}

interface Wanted {
  readonly name: string;
  readonly object: JsonSchema;
}

// Rows of the kind that the property shows, whose scope the row's own says.
function nearCollections(
  { collections, schemas }: Ground['core'],
  own: Collection,
  { name, object }: Wanted,
): readonly Collection[] {
  const word = singular(name);
  const { noun, properties } = readRowKind(schemas, object);
  const found: { readonly collection: Collection; readonly rank: number }[] = [];
  for (const [kind, collection] of indexOf(collections, schemas)) {
    if (!properties.has(collection.idProperty) || !isBeside(collection, own)) continue;
    const isNamed = lastWord(collection) === word;
    if (!(noun !== '' && kind === noun) && !(isNamed && isPart(schemas, object, collection)))
      continue;
    found.push({ collection, rank: (isNamed ? 100 : 0) + collection.scope.length });
  }
  found.sort((left, right) => right.rank - left.rank);
  return found.map(({ collection }) => collection);
}

const indexes = new WeakMap<Collections, readonly (readonly [string, Collection])[]>();

function indexOf(
  collections: Collections,
  schemas: SchemaReader,
): readonly (readonly [string, Collection])[] {
  const kept = indexes.get(collections);
  if (kept !== undefined) return kept;
  const index = [...collections.byName.values()]
    .filter(({ isSingleton, idProperty }) => !isSingleton && idProperty !== '')
    .map((one) => [readRowKind(schemas, one.schema).noun, one] as const);
  indexes.set(collections, index);
  return index;
}

function isBeside({ scope }: Collection, own: Collection): boolean {
  return scope.every(({ parameter }, at) => parameter === own.scope[at]?.parameter);
}

function lastWord({ name }: Collection): string {
  const words = name.split('/').filter((word) => word !== '' && !word.includes('{'));
  return singular(words.at(-1) ?? '');
}

function isPart(schemas: SchemaReader, object: JsonSchema, { schema }: Collection): boolean {
  const [part, whole] = [object, schema].map((one) => schemas.shapeOf(one).properties);
  const shared = [...(part?.keys() ?? [])].filter((name) => whole?.has(name));
  return shared.length > 0 && shared.length >= (part?.size ?? 0) * 0.6;
}

/** In which form a row is shown that was named, and by whom. */
export interface Showing {
  readonly naming: Naming;
  readonly owner: Pick<Owner, 'scope'>;
}

function showOne(ground: Ground, showing: Showing, value: JsonValue): JsonValue | undefined {
  const { by, object } = showing.naming;
  const { schemas } = ground.core;
  const named = isObject(value) ? ownValue(value, by) : value;
  if (typeof named !== 'string' && typeof named !== 'number') return undefined;
  const types = schemas.typesOf(schemas.shapeOf(object).properties.get(by));
  if (!types.includes(typeof named === 'string' ? 'string' : 'integer')) return undefined;
  const row = findNamed(ground, showing, String(named));
  if (row === undefined) return isObject(value) ? undefined : make(ground, object, { [by]: named });
  const { properties } = schemas.shapeOf(object);
  const members = Object.entries({ ...row.data, ...(isObject(value) ? value : {}) });
  const shown = Object.fromEntries(members.filter(([name]) => properties.has(name)));
  return adaptValue(ground, object, shown);
}

/** The row that is named: of the nearest collection that has one. */
function findNamed(
  { core, mode }: Ground,
  { naming, owner }: Showing,
  id: string,
): Row | undefined {
  const own = scopeValues(owner.scope);
  for (const { name, scope } of naming.among) {
    const rows = core.worlds.table(mode, name).within(scopeKey(own.slice(0, scope.length)));
    const row = rows.get(id);
    if (row !== undefined) return row;
  }
  return undefined;
}

function make(ground: Ground, schema: JsonSchema, given: JsonObject): JsonValue | undefined {
  // Where the schema requires nothing, it means all that it names.
  const { required } = ground.core.schemas.shapeOf(schema);
  const wish: Wish = { ...wishFor(ground), given, optional: required.size > 0 ? 'none' : 'all' };
  return ground.core.data?.make(schema, wish);
}
