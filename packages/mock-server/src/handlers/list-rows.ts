import type { JsonObject, JsonValue } from '@product/spec-model';
import { invalid, type Outcome } from '../exchange/outcome.ts';
import { successSchema } from '../model/collections.ts';
import { readCursor, writeCursor } from '../state/cursor.ts';
import { buildFilter, proseProperties } from '../state/filters.ts';
import type { RowSource } from '../state/worlds.ts';
import type { Call } from './handler.ts';
import { collectionOf, tableOf } from './row-context.ts';

// The document gives `limit` its default; a list without that parameter is not paged.
const unpaged = Number.POSITIVE_INFINITY;

/** Answers one page of a collection, newest first. */
export function listRows(call: Call): Outcome {
  const table = tableOf(call);
  const name = `${call.mode} ${collectionOf(call).name}`;
  const source: RowSource = { name, newestFirst: (below) => table.newestFirst(below) };
  return listPage(call, source);
}

/** Answers one page of any rows: filters, then `limit` of them, then the cursor for the rest. */
export function listPage(call: Call, source: RowSource): Outcome {
  const { core, input, operation } = call;
  const { cursorParameter, limitParameter } = core.lists;
  const cursor = input.query.get(cursorParameter);
  const below = cursor === undefined ? undefined : readCursor(source.name, String(cursor));
  if (cursor !== undefined && below === undefined) return badCursor(cursorParameter);
  const limit = Number(input.query.get(limitParameter) ?? unpaged);
  const passes = buildFilter(input.query, {
    others: [cursorParameter, limitParameter],
    prose: proseProperties(core.schemas, collectionOf(call).schema),
  });
  const page = takePage(source, { below, limit, passes });
  const next = page.hasMore ? writeCursor(source.name, page.lastOrder) : null;
  return { status: operation.successStatus, body: envelope(call, page, next) };
}

interface Page {
  readonly rows: readonly JsonObject[];
  readonly hasMore: boolean;
  readonly lastOrder: number;
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
    if (rows.length === wanted.limit) return { rows, hasMore: true, lastOrder };
    rows.push(data);
    lastOrder = order;
  }
  return { rows, hasMore: false, lastOrder };
}

// Pointers of one level, `/data`; a bare array has no envelope, and others only what they describe.
function envelope({ core, operation }: Call, page: Page, next: string | null): JsonValue {
  const schema = successSchema(operation);
  if (core.schemas.typesOf(schema).includes('array')) return page.rows;
  const { itemsPointer, hasMorePointer, nextCursorPointer } = core.lists;
  const members: JsonObject = {
    [itemsPointer.slice(1)]: page.rows,
    [hasMorePointer.slice(1)]: page.hasMore,
    [nextCursorPointer.slice(1)]: next,
  };
  const { properties } = core.schemas.shapeOf(schema);
  return Object.fromEntries(Object.entries(members).filter(([name]) => properties.has(name)));
}

function badCursor(parameter: string): Outcome {
  const message = `${parameter} is not the next_cursor of a page of this list.`;
  return invalid([{ parameter, code: 'format', message }]);
}
