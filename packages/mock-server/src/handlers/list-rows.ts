import type { JsonObject, JsonSchema, JsonValue } from '@product/spec-model';
import { invalid, type Outcome } from '../exchange/outcome.ts';
import { successSchema } from '../model/operation.ts';
import { fillSchema } from '../schema/fill-schema.ts';
import { readCursor, writeCursor } from '../state/cursor.ts';
import { buildFilter, proseProperties } from '../state/filters.ts';
import type { RowSource } from '../state/worlds.ts';
import type { Call } from './handler.ts';
import { collectionOf, tableOf } from './row-context.ts';

// The document gives `limit` its default; a list without that parameter is not paged.
const unpaged = Number.POSITIVE_INFINITY;

/** What a list is made of. */
export interface ListPlan {
  readonly source: RowSource;
  /** The properties that `q` searches. */
  readonly prose: readonly string[];
  /** How an entry is shown in the form that the document has for it; as it is when left out. */
  readonly show?: (row: JsonObject, items: JsonSchema) => JsonValue;
}

/** Answers one page of a collection, newest first. */
export function listRows(call: Call): Outcome {
  const table = tableOf(call);
  const { name, schema } = collectionOf(call);
  return listPage(call, {
    source: { name: `${call.mode} ${name}`, newestFirst: (below) => table.newestFirst(below) },
    prose: proseProperties(call.core.schemas, schema),
  });
}

/** Answers one page of any rows: filters, then `limit` of them, then the cursor for the rest. */
export function listPage(call: Call, plan: ListPlan): Outcome {
  const { core, input, operation } = call;
  const { source, prose } = plan;
  const { cursorParameter, limitParameter } = core.lists;
  const cursor = input.query.get(cursorParameter);
  const below = cursor === undefined ? undefined : readCursor(source.name, String(cursor));
  if (cursor !== undefined && below === undefined) return badCursor(cursorParameter);
  const limit = Number(input.query.get(limitParameter) ?? unpaged);
  const passes = buildFilter(input.query, { others: [cursorParameter, limitParameter], prose });
  const page = takePage(source, { below, limit, passes });
  return { status: operation.successStatus, body: envelope(call, page, plan) };
}

interface Page {
  readonly rows: readonly JsonObject[];
  readonly hasMore: boolean;
  readonly next: string | null;
}

function takePage(
  source: RowSource,
  wanted: {
    readonly below: number | undefined;
    readonly limit: number;
    readonly passes: (row: JsonObject) => boolean;
  },
): Page {
  const rows: JsonObject[] = [];
  let lastOrder = 0;
  for (const { order, data } of source.newestFirst(wanted.below)) {
    if (!wanted.passes(data)) continue;
    if (rows.length === wanted.limit) {
      return { rows, hasMore: true, next: writeCursor(source.name, lastOrder) };
    }
    rows.push(data);
    lastOrder = order;
  }
  return { rows, hasMore: false, next: null };
}

// Pointers of one level, `/data`; a bare array has no envelope, and others only what they describe.
function envelope({ core, operation }: Call, page: Page, { show }: ListPlan): JsonValue {
  const schema = successSchema(operation);
  const { schemas, lists } = core;
  const { itemsPointer, hasMorePointer, nextCursorPointer } = lists;
  if (show !== undefined && schema !== undefined) {
    const entriesOf = (items: JsonSchema): JsonValue[] => page.rows.map((row) => show(row, items));
    const facts: JsonObject = {
      [hasMorePointer.slice(1)]: page.hasMore,
      [nextCursorPointer.slice(1)]: page.next,
    };
    return fillSchema({ schemas, entriesOf, lookUp: (name) => facts[name] }, schema);
  }
  if (schemas.typesOf(schema).includes('array')) return page.rows;
  const members: JsonObject = {
    [itemsPointer.slice(1)]: page.rows,
    [hasMorePointer.slice(1)]: page.hasMore,
    [nextCursorPointer.slice(1)]: page.next,
  };
  const { properties } = schemas.shapeOf(schema);
  return Object.fromEntries(Object.entries(members).filter(([name]) => properties.has(name)));
}

function badCursor(parameter: string): Outcome {
  const message = `${parameter} is not the next_cursor of a page of this list.`;
  return invalid([{ parameter, code: 'format', message }]);
}
