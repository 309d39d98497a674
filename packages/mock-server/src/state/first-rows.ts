import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import type { Wish } from '../data/data-maker.ts';
import { snakeCase } from '../data/snake-case.ts';
import { ownAddresses } from '../handlers/rows/make/own-addresses.ts';
import { newId, shownId } from '../handlers/rows/make/row-id.ts';
import type { Collection } from '../infer/collection.ts';
import { isObject } from '../model/json-read.ts';
import type { MockOptions } from '../options/mock-options.ts';
import { createRandom } from '../random/random.ts';
import { hideWriteOnly } from '../schema/hide-write-only.ts';
import { schemaOf, tagAt } from '../schema/kinds.ts';
import { type Reference, referencesByName } from '../schema/references.ts';
import { exampleRows, firstId } from './example-rows.ts';
import { insertListed, ownLists } from './listed-rows.ts';
import { madeByClient, type RowGroup, scopeValues } from './row-group.ts';
import { findScope, homeScope, type ScopePart, shownScope } from './row-scope.ts';
import type { Table } from './table.ts';
import type { UntouchedRows } from './worlds.ts';

const day = 86_400_000;

/**
 * Fills tables when they are first asked for, so that a list is not empty and an item can be found.
 *
 * @remarks The rows of the document's example of a list come first, then that of an item, then made
 * ones. Rows refer to rows that exist, and those of a parent that does not exist are not made. Each
 * table draws from chance of its own, so that the order of the first requests changes nothing.
 * A document with `x-mock-rows` says itself what there is: then nothing is made unless asked for.
 */
export function fillTables(core: Core, { firstRows, seed }: MockOptions): void {
  const { byName } = core.collections;
  const isAnnotated = [...byName.values()].some((collection) => collection.firstRows.length > 0);
  const count = firstRows ?? (isAnnotated ? 0 : 3);
  if (count === 0) return;
  const root = seed ?? core.random.below(2 ** 32);
  const now = core.clock.now();
  const special = specialNames(core);
  core.worlds.seedWith((rows) => {
    const collection = byName.get(rows.collection);
    if (collection === undefined || collection.isSingleton || special.has(collection.name)) {
      return false;
    }
    const random = createRandom(hash(`${root} ${rows.collection} ${rows.scope}`));
    const references = referencesByName(core, collection);
    return fill({ core: { ...core, random }, collection, rows, now, count, references });
  });
}

// Keys and webhook endpoints come to be by their own rules.
function specialNames({ operations, collections }: Core): ReadonlySet<string> {
  const special = new Set<string>();
  for (const { id, handlerName, path } of operations.values()) {
    if (handlerName === undefined) continue;
    const role = collections.roles.get(id);
    special.add(role?.collection.name ?? path.replace(/\/\{[^{}]*\}.*$/, ''));
  }
  return special;
}

interface Filling {
  /** With the table's own chance. */
  readonly core: Core;
  readonly collection: Collection;
  readonly rows: UntouchedRows;
  readonly now: number;
  readonly count: number;
  readonly references: ReadonlyMap<string, Reference>;
}

// Whether rows were tried to be made.
function fill(filling: Filling): boolean {
  const { core, collection, rows, count } = filling;
  const { mode, scope } = rows;
  const table = core.worlds.table(mode, collection.name);
  const values = scopeValues(scope);
  if (values.length < collection.scope.length) {
    // Asked for without saying whose: then somebody has some.
    const home = homeScope(core, collection, mode);
    if (home !== undefined && home !== scope) table.within(home);
    return false;
  }
  const around = findScope(core, { collection, mode, values });
  // What a client has made has nothing in it that the client did not make.
  const isFresh = around?.findLast(({ parent }) => parent !== undefined)?.parent?.hidden[
    madeByClient
  ];
  if (around === undefined || isFresh === true) return false;
  if (around.some(isAnyones) && !isAdmitted(table)) return false;
  const parent = around.at(-1)?.parent;
  if (insertListed(core, { collection, mode, group: table.within(scope), parent })) return true;
  const given = shownScope(core, collection, around);
  const shown = exampleRows(core, collection);
  const total = Math.max(shown.length, count);
  // The newest is listed first, so the last is inserted first.
  for (let at = total - 1; at >= 0; at--) {
    const example = shown[at];
    insert(filling, table.within(scope), {
      ...{ at, given: { ...(example ?? tagAt(core.schemas, collection.schema, at)), ...given } },
      optional: example === undefined ? 'all' : 'none',
    });
  }
  return true;
}

// Any text names a scope of which no row says that it exists, so whoever asks for ever more of them
// must not fill the memory.
const isAnyones = ({ parent }: ScopePart): boolean => parent === undefined;
const maxOpenScopes = 100;
const openScopes = new WeakMap<Table, number>();

function isAdmitted(table: Table): boolean {
  const count = (openScopes.get(table) ?? 0) + 1;
  openScopes.set(table, count);
  return count <= maxOpenScopes;
}

interface Beginning {
  /** Its place in the list. */
  readonly at: number;
  readonly given: JsonObject;
  /** An example of the document has what it has. */
  readonly optional: 'all' | 'none';
}

function insert(filling: Filling, group: RowGroup, { at, given, optional }: Beginning): void {
  const { core, collection, rows, now } = filling;
  const { noun, idProperty } = collection;
  const schema = schemaOf(core.schemas, collection.schema, given);
  const { random } = core;
  const wish: Wish = {
    ...{ random, now, direction: 'response', name: noun, examples: at === 0, optional },
    createdAt: now - (2 * at + 1) * day - random.below(86_400) * 1000,
  };
  const make = (known: JsonObject): JsonObject | undefined => {
    const lookUp: Wish['lookUp'] = (name) =>
      findReference(filling, name) ?? (namesRow(filling, name) ? known[idProperty] : undefined);
    const made = core.data?.make(schema, { ...wish, given: known, lookUp });
    return isObject(made) && isSound(core, schema, made) ? made : undefined;
  };
  const id = chooseId({ core, collection, group, at, given, make });
  const name = { id, scope: rows.scope };
  const own = ownAddresses(core, collection, { row: name, base: () => core.baseUrl });
  const row = make({ ...given, ...own, ...shownAs(core, collection, id) });
  if (row === undefined) return;
  const whole = ownLists(core, collection, {
    ...{ mode: rows.mode, now },
    row: { ...name, data: row },
  });
  const split = hideWriteOnly(core, schema, isSound(core, schema, whole) ? whole : row);
  group.insert(id, split.shown, split.hidden);
}

function shownAs(core: Core, collection: Collection, id: string): JsonObject {
  const { idProperty } = collection;
  return idProperty === '' ? {} : { [idProperty]: shownId(core, collection, id) };
}

interface IdChoice {
  readonly core: Core;
  readonly collection: Collection;
  readonly group: RowGroup;
  readonly at: number;
  readonly given: JsonObject;
  readonly make: (known: JsonObject) => JsonObject | undefined;
}

// The row's own, then the one that the document shows in a path, then a made one of the right style.
function chooseId({ core, collection, group, at, given, make }: IdChoice): string {
  const { idProperty, idStyle } = collection;
  const isFree = (id: string | undefined): id is string =>
    id !== undefined && group.get(id) === undefined;
  const own = knownId(given, idProperty) ?? (at === 0 ? firstId(core, collection) : undefined);
  if (isFree(own)) return own;
  const named = idStyle === 'text' && idProperty !== '' ? make(given) : undefined;
  const made = pathName(knownId(named ?? {}, idProperty));
  if (isFree(made)) return made;
  return newId({ core, collection, rows: group, body: named ?? given });
}

// What stands in a path is written so that it can.
function pathName(id: string | undefined): string | undefined {
  if (id === undefined || !/\s/.test(id)) return id;
  return id.trim().toLowerCase().replaceAll(/\s+/g, '-');
}

function isSound({ validators }: Core, schema: JsonSchema, row: JsonObject): boolean {
  return validators.check(schema, row, 'response').length === 0;
}

function knownId(row: JsonObject, property: string): string | undefined {
  const value = property !== '' && Object.hasOwn(row, property) ? row[property] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

// Where nothing exists yet that could be referred to, nothing is.
function findReference({ core, rows, references }: Filling, name: string): JsonValue | undefined {
  if (name === 'livemode') return rows.mode === 'live';
  const reference = references.get(name);
  if (reference === undefined) return undefined;
  const { to, nullable } = reference;
  const all = [...core.worlds.table(rows.mode, to.name).all().oldestFirst()];
  // Those that a client has made have nothing that the client did not make, where there are others.
  const first = all.filter(({ hidden }) => hidden[madeByClient] !== true);
  const others = first.length > 0 ? first : all;
  const row = others[core.random.below(Math.max(1, others.length))];
  return row?.data[to.idProperty] ?? (nullable ? null : undefined);
}

// What a row contains may name the row itself: the `customer` of a customer's balance.
function namesRow({ core, collection }: Filling, name: string): boolean {
  const noun = collection.noun.replaceAll(' ', '_');
  if (![noun, `${noun}_id`].includes(snakeCase(name))) return false;
  return !core.schemas.shapeOf(collection.schema).properties.has(name);
}

// Two of FNV-1a, 53 bits together.
function hash(text: string): number {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193) ^ low;
  }
  return (low >>> 0) + ((high >>> 0) % 0x200000) * 2 ** 32;
}
