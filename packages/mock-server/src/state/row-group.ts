import type { JsonObject } from '@product/spec-model';

/** One row. Rows are replaced, never changed, so that a page once read stays as it was. */
export interface Row {
  readonly id: string;
  /** Rises with every row of the table; newer rows have higher numbers. */
  readonly order: number;
  /** Whose row it is, as {@link scopeKey} writes it; empty where rows are nobody's. */
  readonly scope: string;
  /** As the API shows it. */
  readonly data: JsonObject;
  /** What the API never shows, such as the secret that signs webhooks. */
  readonly hidden: JsonObject;
}

/** Set among what a row does not show when a client has made it. */
export const madeByClient = 'madeByClient';

/** The values of a path that say whose rows are meant, as one text: `octocat/hello-world`. */
export function scopeKey(values: readonly string[]): string {
  return values.map(encodeURIComponent).join('/');
}

/** The values that {@link scopeKey} made a text of. */
export function scopeValues(key: string): readonly string[] {
  return key === '' ? [] : key.split('/').map(decodeURIComponent);
}

/**
 * The rows of one scope in the order of their making, found by id in constant time.
 *
 * @remarks A row that goes leaves its order behind until half of all places are such, so that a
 * removal costs no more than the search for its place.
 */
export class RowGroup {
  readonly #scope: string;
  readonly #nextOrder: () => number;
  readonly #byId = new Map<string, Row>();
  // Ascending by order; a bare number is the order of a row that is gone.
  #places: (Row | number)[] = [];
  #gone = 0;
  #lastNumber = 0;

  /** @param nextOrder - Gives the order of the next row; groups of one table share it. */
  constructor(scope: string, nextOrder: () => number) {
    this.#scope = scope;
    this.#nextOrder = nextOrder;
  }

  /** Number of rows. */
  get size(): number {
    return this.#places.length - this.#gone;
  }

  /** The row with this id. */
  get(id: string): Row | undefined {
    return this.#byId.get(id);
  }

  /** A whole number above every id that is one, for rows that are counted. */
  nextNumber(): number {
    return this.#lastNumber + 1;
  }

  /** The highest number that was an id, for {@link RowGroup.countFrom}. */
  get lastNumber(): number {
    return this.#lastNumber;
  }

  /** Counts on from a number, so that the id of a row that is gone is not given twice. */
  countFrom(last: number): void {
    this.#lastNumber = Math.max(this.#lastNumber, last);
  }

  /** Adds a row behind all others; one with the same id goes. */
  insert(id: string, data: JsonObject, hidden: JsonObject = {}): Row {
    const former = this.#byId.get(id);
    if (former !== undefined) this.delete(former);
    const row = { id, order: this.#nextOrder(), scope: this.#scope, data, hidden };
    this.put(row);
    return row;
  }

  /** Adds a row that has its order already, which is above all others. */
  put(row: Row): void {
    this.#byId.set(row.id, row);
    this.#places.push(row);
    if (/^[1-9]\d{0,14}$/.test(row.id)) this.#lastNumber = Math.max(this.#lastNumber, +row.id);
  }

  /** Puts other data in the place of a row; one that is gone stays gone. */
  replace(row: Row, data: JsonObject, hidden: JsonObject = row.hidden): Row {
    const next: Row = { ...row, data, hidden };
    this.#exchange(row, next);
    return next;
  }

  /** Gives a row another id and other data. */
  rename(row: Row, id: string, data: JsonObject): Row {
    const next: Row = { ...row, id, data };
    this.#exchange(row, next);
    return next;
  }

  /** Removes a row. */
  delete(row: Row): void {
    const at = this.#positionOf(row.order);
    const held = this.#places[at];
    if (typeof held !== 'object' || held.order !== row.order) return;
    this.#byId.delete(held.id);
    this.#places[at] = held.order;
    this.#gone++;
    if (this.#gone > this.size + 32) this.#tidy();
  }

  /** Rows from new to old, beginning below an order. */
  *newestFirst(below: number = Number.POSITIVE_INFINITY): Generator<Row> {
    for (let at = this.#positionOf(below) - 1; at >= 0; at--) {
      const row = this.#places[at];
      if (typeof row === 'object') yield row;
    }
  }

  /** Rows from old to new, beginning above an order. */
  *oldestFirst(above = 0): Generator<Row> {
    for (let at = this.#positionOf(above + 1); at < this.#places.length; at++) {
      const row = this.#places[at];
      if (typeof row === 'object') yield row;
    }
  }

  /** The order that leaves out so many of the newest rows when reading begins below it. */
  orderBelow(skip: number): number {
    this.#tidy();
    return orderOf(this.#places[this.#places.length - skip]) ?? (skip > 0 ? 0 : this.#end());
  }

  /** The order that leaves out so many of the oldest rows when reading begins above it. */
  orderAbove(skip: number): number {
    this.#tidy();
    return skip === 0 ? 0 : (orderOf(this.#places[skip - 1]) ?? this.#end());
  }

  #end(): number {
    return (orderOf(this.#places.at(-1)) ?? 0) + 1;
  }

  #exchange(row: Row, next: Row): void {
    const at = this.#positionOf(row.order);
    const held = this.#places[at];
    if (typeof held !== 'object' || held.order !== row.order) return;
    this.#byId.delete(held.id);
    this.#byId.set(next.id, next);
    this.#places[at] = next;
  }

  #tidy(): void {
    if (this.#gone === 0) return;
    this.#gone = 0;
    this.#places = this.#places.filter((place) => typeof place === 'object');
  }

  // Index of the first place whose order is not below the given one.
  #positionOf(order: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((orderOf(this.#places[middle]) ?? 0) < order) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function orderOf(place: Row | number | undefined): number | undefined {
  return typeof place === 'object' ? place.order : place;
}
