import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import type { Core } from '../core.ts';
import {
  type Embedding,
  embeddingsIn,
  embeddingsOf,
} from '../handlers/rows/change/embedded-rows.ts';
import { entriesIn, withEntries } from '../handlers/rows/change/keep-in-step.ts';
import { holdsRows } from '../handlers/rows/find/find-by-component.ts';
import { newId, shownId } from '../handlers/rows/make/row-id.ts';
import { propertiesOf } from '../handlers/rows/row-properties.ts';
import type { Collection } from '../infer/collection.ts';
import type { KeyMode } from '../keys/key-ring.ts';
import { asObject, asText, isObject, ownValue } from '../model/json-read.ts';
import { madeByClient, type Row, RowGroup } from './row-group.ts';

/** A first row in the making. */
export interface Making {
  readonly mode: KeyMode;
  readonly now: number;
  readonly row: Pick<Row, 'id' | 'scope' | 'data'>;
}

// Enough to be a list.
const entriesMade = 2;

/**
 * A first row with lists of its own: those that it must have hold rows that name it, and say where
 * they are.
 */
export function ownLists(core: Core, collection: Collection, making: Making): JsonObject {
  const { row } = making;
  const { required } = propertiesOf(core.schemas, collection.schema);
  let { data } = row;
  for (const embedding of embeddingsIn(core, collection)) {
    // What an example of the document lists stays.
    if (entriesIn(embedding, data)?.length !== 0) continue;
    const { child, isBelow, property } = embedding;
    // Numbers are counted where rows are made.
    const isNamed = isBelow || child.idStyle !== 'integer';
    const isFull = required.has(property) && isNamed;
    const entries = isFull ? makeEntries(core, embedding, making) : [];
    data = withEntries(embedding, { ...row, data }, entries);
  }
  return data;
}

function makeEntries(core: Core, { child, link }: Embedding, making: Making): JsonObject[] {
  const { mode, now, row } = making;
  // Ids of entries are alike in no other list, so that their own table need not be asked.
  const rows = new RowGroup('', () => 0);
  const lookUp = (_: string, schema: JsonSchema): JsonValue | undefined => {
    const to = holdsRows(core, schema);
    if (to === undefined || to === child) return undefined;
    const [first] = core.worlds.table(mode, to.name).all().oldestFirst();
    const isId = core.schemas.typesOf(schema).includes('string');
    return isId ? first?.data[to.idProperty] : first?.data;
  };
  return Array.from({ length: entriesMade }, () => {
    const id = newId({ core, collection: child, rows, body: {} });
    const own = child.idProperty === '' ? {} : { [child.idProperty]: shownId(core, child, id) };
    const given = { ...own, ...(link === undefined ? {} : { [link]: row.id }) };
    const { random } = core;
    const wish = { random, now, direction: 'response', optional: 'none', given, lookUp } as const;
    return asObject(core.data?.make(child.schema, wish));
  }).filter((entry) => core.validators.check(child.schema, entry, 'response').length === 0);
}

/** Rows of a collection that are still to be made. */
export interface Unlisted {
  readonly collection: Collection;
  readonly mode: KeyMode;
  readonly group: RowGroup;
  /** The row that the path leads through. */
  readonly parent: Row | undefined;
}

/**
 * Makes the rows that other first rows list, so that both show the same.
 *
 * @returns Whether there are any.
 */
export function insertListed(core: Core, { collection, mode, group, parent }: Unlisted): boolean {
  const listed = embeddingsOf(core, collection).flatMap((embedding) => {
    const around = parent === undefined ? [] : [parent];
    const table = core.worlds.table(mode, embedding.parent.name);
    const rows = embedding.isBelow ? around : [...table.all().oldestFirst()];
    const made = rows.filter(({ hidden }) => hidden[madeByClient] !== true);
    return made.flatMap(({ data }) => (entriesIn(embedding, data) ?? []).filter(isObject));
  });
  const { schema, idProperty } = collection;
  for (const row of listed.toReversed()) {
    const id = asText(ownValue(row, idProperty), '');
    const isNew = id !== '' && group.get(id) === undefined;
    if (isNew && core.validators.check(schema, row, 'response').length === 0) group.insert(id, row);
  }
  return group.size > 0;
}
