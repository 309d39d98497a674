import type { JsonObject, JsonValue } from '@product/spec-model';
import { ownValue } from '../model/json-read.ts';
import type { Anchor } from './anchor.ts';
import type { Row, RowGroup } from './row-group.ts';

/** A property that a list is sorted by. */
export interface SortKey {
  readonly property: string;
  readonly descending: boolean;
}

/** Rows in the order of a list, read from any place of it. */
export interface Sequence {
  /** Those behind a place; all without one. */
  after(anchor?: Anchor): Iterable<Row>;
  /** Those before a place, the nearest first. */
  before(anchor: Anchor): Iterable<Row>;
  /** Those that are left when so many are left out. */
  from(offset: number): Iterable<Row>;
  /** How many there are; counted when it is asked for. */
  total(): number;
  /** The place of one of them. */
  anchorOf(row: Row): Anchor;
}

/** What is listed. */
export interface Selection {
  readonly rows: RowGroup;
  /** Absent when every row passes. */
  readonly passes: ((row: Row) => boolean) | undefined;
  /** What a row is sorted by; the row itself without it. */
  readonly view?: ((row: JsonObject) => JsonObject) | undefined;
}

/**
 * Rows in the order of their making. Reading a page costs what the page costs, unless rows have to
 * pass a test.
 */
export function inOrderOfMaking(selection: Selection, newestFirst: boolean): Sequence {
  const { rows, passes } = selection;
  const newer = (above?: number): Iterable<Row> => rows.oldestFirst(above);
  const older = (below?: number): Iterable<Row> => rows.newestFirst(below);
  const [forward, backward] = newestFirst ? [older, newer] : [newer, older];
  const test = (found: Iterable<Row>): Iterable<Row> =>
    passes === undefined ? found : filter(found, passes);
  return {
    after: (anchor) => test(forward(anchor?.order)),
    before: ({ order }) => test(backward(order)),
    from: (offset) => {
      if (passes !== undefined) return skip(test(forward()), offset);
      return forward(newestFirst ? rows.orderBelow(offset) : rows.orderAbove(offset));
    },
    total: () => (passes === undefined ? rows.size : count(test(forward()))),
    anchorOf: ({ order }) => ({ order, values: [] }),
  };
}

/** Rows sorted by properties, the newest first among equals; missing values come last. */
export function sortedBy(selection: Selection, keys: readonly SortKey[]): Sequence {
  const { rows, passes, view } = selection;
  const anchorOf = ({ order, data }: Row): Anchor => {
    const shown = view === undefined ? data : view(data);
    return { order, values: keys.map(({ property }) => ownValue(shown, property) ?? null) };
  };
  const all = [...filter(rows.newestFirst(), passes ?? (() => true))];
  const placed = all.map((row) => ({ row, anchor: anchorOf(row) }));
  placed.sort((left, right) => compareAnchors(left.anchor, right.anchor, keys));
  // The first that stands behind a place, or at it.
  const search = (anchor: Anchor, reached: (order: number) => boolean): number => {
    const at = placed.findIndex((one) => reached(compareAnchors(one.anchor, anchor, keys)));
    return at < 0 ? placed.length : at;
  };
  const rowsOf = (part: typeof placed): readonly Row[] => part.map(({ row }) => row);
  return {
    after: (anchor) =>
      rowsOf(anchor === undefined ? placed : placed.slice(search(anchor, (order) => order > 0))),
    before: (anchor) =>
      rowsOf(
        placed
          .slice(
            0,
            search(anchor, (order) => order >= 0),
          )
          .reverse(),
      ),
    from: (offset) => rowsOf(placed.slice(offset)),
    total: () => placed.length,
    anchorOf,
  };
}

function compareAnchors(left: Anchor, right: Anchor, keys: readonly SortKey[]): number {
  for (const [at, { descending }] of keys.entries()) {
    const order = compareKeys(left.values[at] ?? null, right.values[at] ?? null, descending);
    if (order !== 0) return order;
  }
  return right.order - left.order;
}

function compareKeys(left: JsonValue, right: JsonValue, descending: boolean): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return descending ? compareValues(right, left) : compareValues(left, right);
}

/** Which of two values comes first: numbers by size, all else as texts by their code units. */
export function compareValues(left: JsonValue, right: JsonValue): number {
  const numeric = typeof left === 'number' && typeof right === 'number';
  const [one, other] = numeric ? [left, right] : [textOf(left), textOf(right)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function textOf(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function* filter(rows: Iterable<Row>, passes: (row: Row) => boolean): Generator<Row> {
  for (const row of rows) if (passes(row)) yield row;
}

function* skip(rows: Iterable<Row>, offset: number): Generator<Row> {
  let left = offset;
  for (const row of rows) if (left-- <= 0) yield row;
}

function count(rows: Iterable<Row>): number {
  let number = 0;
  for (const _ of rows) number++;
  return number;
}
