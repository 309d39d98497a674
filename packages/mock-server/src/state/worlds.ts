import type { JsonObject } from '@product/spec-model';
import type { KeyMode } from '../keys/key-ring.ts';
import { type Row, Table } from './table.ts';

/** The rows of every mode, each mode a world of its own: what live holds, test never sees. */
export class Worlds {
  readonly #tables = new Map<string, Table>();

  /** The table of a collection in a mode; made when it is first asked for. */
  table(mode: KeyMode, collection: string): Table {
    const name = `${mode} ${collection}`;
    const table = this.#tables.get(name) ?? new Table();
    this.#tables.set(name, table);
    return table;
  }

  /** The modes that have tables. */
  modes(): readonly KeyMode[] {
    return [...new Set([...this.#tables.keys()].map((name) => name.split(' ')[0] ?? name))];
  }

  /** All rows, by mode and collection. */
  snapshot(): { readonly [name: string]: readonly Row[] } {
    return Object.fromEntries([...this.#tables].map(([name, table]) => [name, table.snapshot()]));
  }

  /** Puts kept rows in the place of its own. */
  restore(kept: { readonly [name: string]: readonly Row[] }): void {
    this.#tables.clear();
    for (const [name, rows] of Object.entries(kept)) {
      const table = new Table();
      table.restore(rows);
      this.#tables.set(name, table);
    }
  }
}

/** Rows to list, whatever they are kept in. */
export interface RowSource {
  /** Part of every cursor, so that a cursor of one list is refused by another. */
  readonly name: string;
  /** From new to old, beginning below an order. */
  newestFirst(below?: number): Iterable<{ readonly order: number; readonly data: JsonObject }>;
}
