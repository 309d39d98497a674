import type { JsonObject, JsonValue } from '@product/spec-model';
import type { Collection } from '../../../infer/collection.ts';
import { isObject, ownValue } from '../../../model/json-read.ts';
import { madeByClient, type Row, scopeKey, scopeValues } from '../../../state/row-group.ts';
import type { Call } from '../../handler.ts';
import { newId, shownId } from '../make/row-id.ts';
import { type Embedding, embeddingsIn, embeddingsOf } from './embedded-rows.ts';

// What a row shows of a longer list; the list itself has all of it.
const mostShown = 100;

/**
 * Makes rows of what a new row lists: the items that came with a subscription are found among all
 * items.
 *
 * @returns The row, with the rows that it lists.
 */
export function growChildren(call: Call, collection: Collection, row: Row): Row {
  const { core, mode } = call;
  let grown = row;
  for (const embedding of embeddingsIn(core, collection)) {
    const entries = entriesIn(embedding, grown.data);
    if (entries === undefined) continue;
    const rows = entries.map((entry) =>
      isObject(entry) ? grow(call, embedding, { row, entry }) : entry,
    );
    const data = withEntries(embedding, grown, rows);
    grown = core.worlds.table(mode, collection.name).replace(grown, data);
  }
  return grown;
}

/** How a row changed: `undefined` for what it was before it was made, and what it is when it is gone. */
export interface Step {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** Shows what became of a row in the rows that list it. */
export function keepInStep(call: Call, collection: Collection, { before, after }: Step): void {
  const row = after ?? before;
  for (const embedding of row === undefined ? [] : embeddingsOf(call.core, collection)) {
    const parent = row && parentOf(call, embedding, row);
    const entries = parent && entriesIn(embedding, parent.data);
    if (parent === undefined || entries === undefined) continue;
    const next = stepped(entries, { collection, before, after });
    if (next === entries) continue;
    const table = call.core.worlds.table(call.mode, embedding.parent.name);
    table.replace(parent, withEntries(embedding, parent, next));
  }
}

function stepped(
  entries: readonly JsonValue[],
  { collection, before, after }: Step & { readonly collection: Collection },
): readonly JsonValue[] {
  if (before === undefined) {
    const isFull = entries.length >= mostShown || after === undefined;
    return isFull ? entries : [...entries, after.data];
  }
  const at = entries.findIndex(
    (entry) => isObject(entry) && String(ownValue(entry, collection.idProperty)) === before.id,
  );
  if (at < 0) return entries;
  return after === undefined ? entries.toSpliced(at, 1) : entries.with(at, after.data);
}

/** What a row shows of a list; absent where it has none. */
export function entriesIn(
  { property, list }: Embedding,
  data: JsonObject,
): readonly JsonValue[] | undefined {
  const held = ownValue(data, property);
  const entries = list !== undefined && isObject(held) ? ownValue(held, list) : held;
  return Array.isArray(entries) ? entries : undefined;
}

/** A row with other entries in a list, which says where it is. */
export function withEntries(
  embedding: Embedding,
  row: Pick<Row, 'id' | 'scope' | 'data'>,
  entries: readonly JsonValue[],
): JsonObject {
  const { property, list, address } = embedding;
  const held = ownValue(row.data, property);
  if (list === undefined || !isObject(held)) return { ...row.data, [property]: entries };
  const url =
    address === undefined || ownValue(held, address) === undefined
      ? {}
      : { [address]: addressFor(embedding, row) };
  return { ...row.data, [property]: { ...held, [list]: entries, ...url } };
}

// Where the list is found, without the base path, as it is written in the document.
function addressFor(
  { child, isBelow, link = '' }: Embedding,
  { scope, id }: Pick<Row, 'id' | 'scope'>,
): string {
  if (!isBelow) return `${child.name}?${link}=${encodeURIComponent(id)}`;
  const values = [...scopeValues(scope), id];
  let at = 0;
  return child.name.replaceAll(/\{[^{}]*\}/g, () => encodeURIComponent(values[at++] ?? ''));
}

function grow(
  { core, mode }: Call,
  { child, isBelow, link }: Embedding,
  { row, entry }: { readonly row: Row; readonly entry: JsonObject },
): JsonObject {
  const scope = isBelow ? scopeKey([...scopeValues(row.scope), row.id]) : '';
  const rows = core.worlds.table(mode, child.name).within(scope);
  const id = newId({ core, collection: child, rows, body: {} });
  const own: JsonObject =
    child.idProperty === '' ? {} : { [child.idProperty]: shownId(core, child, id) };
  const data = { ...entry, ...own, ...(link === undefined ? {} : { [link]: row.id }) };
  if (core.validators.check(child.schema, data, 'response').length > 0) return entry;
  rows.insert(id, data, { [madeByClient]: true });
  return data;
}

function parentOf({ core, mode }: Call, embedding: Embedding, row: Row): Row | undefined {
  const { parent, isBelow, link = '' } = embedding;
  const table = core.worlds.table(mode, parent.name);
  if (isBelow) {
    const values = scopeValues(row.scope);
    return table.within(scopeKey(values.slice(0, -1))).get(values.at(-1) ?? '');
  }
  const named = ownValue(row.data, link);
  const id = isObject(named) ? ownValue(named, parent.idProperty) : named;
  return id === undefined || id === null ? undefined : table.get(String(id));
}
