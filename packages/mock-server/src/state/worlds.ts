import type { JsonObject } from '@product/spec-model';
import type { KeyMode } from '../keys/key-ring.ts';
import type { Row } from './row-group.ts';
import { type ScopeCount, Table } from './table.ts';

/** Rows that nobody has asked for yet. */
export interface UntouchedRows {
  readonly mode: KeyMode;
  /** The collection's name. */
  readonly collection: string;
  /** Whose rows, as `scopeKey` writes it; empty where rows are nobody's. */
  readonly scope: string;
}

/** What a snapshot keeps of a table. */
export interface KeptTable {
  /** Oldest first. */
  readonly rows: readonly Row[];
  /** The scopes that had, or had had, rows, with the last number that each counted. */
  readonly counts: readonly ScopeCount[];
  /** What the table remembers of rows that were deleted. */
  readonly buried: readonly string[];
}

/** The rows of every mode, each mode a world of its own: what live holds, test never sees. */
export class Worlds {
  readonly #tables = new Map<string, Table>();
  #seed: ((rows: UntouchedRows) => boolean) | undefined;

  /**
   * Calls a function for a scope without rows when it is asked for; it answers whether the scope is
   * to be kept, and not seeded again, even when it got none.
   */
  seedWith(seed: (rows: UntouchedRows) => boolean): void {
    this.#seed = seed;
  }

  /** The table of a collection in a mode; made when it is first asked for. */
  table(mode: KeyMode, collection: string): Table {
    const name = `${mode} ${collection}`;
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const table = new Table((scope) => this.#seed?.({ mode, collection, scope }) ?? false);
    this.#tables.set(name, table);
    return table;
  }

  /** The modes that have tables. */
  modes(): readonly KeyMode[] {
    return [...new Set([...this.#tables.keys()].map((name) => name.split(' ')[0] ?? name))];
  }

  /** All rows, by mode and collection. */
  snapshot(): { readonly [name: string]: KeptTable } {
    return Object.fromEntries(
      [...this.#tables].map(([name, table]) => [
        name,
        { rows: table.snapshot(), counts: table.counts, buried: table.buried },
      ]),
    );
  }

  /** Puts kept rows in the place of its own. */
  restore(kept: { readonly [name: string]: KeptTable }): void {
    this.#tables.clear();
    for (const [name, { rows, counts, buried }] of Object.entries(kept)) {
      const [mode = '', ...collection] = name.split(' ');
      this.table(mode, collection.join(' ')).restore(rows, counts, buried);
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
