import type { JsonObject } from '@product/spec-model';

/** One row. Rows are replaced, never changed, so that a page once read stays as it was. */
export interface Row {
  readonly id: string;
  /** Rises with every row of the table; newer rows have higher numbers. */
  readonly order: number;
  /** As the API shows it. */
  readonly data: JsonObject;
  /** What the API never shows, such as the secret that signs webhooks. */
  readonly hidden: JsonObject;
}

/** Rows in the order of their making, found by id in constant time. */
export class Table {
  readonly #byId = new Map<string, Row>();
  // Ascending by `order`: rows only ever come in at the end.
  #rows: Row[] = [];
  #nextOrder = 1;

  /** Number of rows. */
  get size(): number {
    return this.#rows.length;
  }

  /** The row with this id. */
  get(id: string): Row | undefined {
    return this.#byId.get(id);
  }

  /** Adds a row behind all others. */
  insert(id: string, data: JsonObject, hidden: JsonObject = {}): Row {
    const row: Row = { id, order: this.#nextOrder++, data, hidden };
    this.#byId.set(id, row);
    this.#rows.push(row);
    return row;
  }

  /** Puts other data in the place of a row. */
  replace(row: Row, data: JsonObject, hidden: JsonObject = row.hidden): Row {
    const next: Row = { ...row, data, hidden };
    this.#byId.set(row.id, next);
    this.#rows[this.#positionOf(row.order)] = next;
    return next;
  }

  /** Removes a row. */
  delete(row: Row): void {
    this.#byId.delete(row.id);
    this.#rows.splice(this.#positionOf(row.order), 1);
  }

  /** Rows from new to old, beginning below an order. */
  *newestFirst(below: number = Number.POSITIVE_INFINITY): Generator<Row> {
    for (let at = this.#positionOf(below) - 1; at >= 0; at--) {
      const row = this.#rows[at];
      if (row !== undefined) yield row;
    }
  }

  /** All rows, oldest first. */
  snapshot(): readonly Row[] {
    return [...this.#rows];
  }

  /** Puts kept rows in the place of its own. */
  restore(rows: readonly Row[]): void {
    this.#rows = [...rows];
    this.#byId.clear();
    for (const row of rows) this.#byId.set(row.id, row);
    this.#nextOrder = (rows.at(-1)?.order ?? 0) + 1;
  }

  // Index of the first row whose order is not below the given one.
  #positionOf(order: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle]?.order ?? 0) < order) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
