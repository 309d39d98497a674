import type { JsonObject } from '@product/spec-model';
import { type Row, RowGroup } from './row-group.ts';

/**
 * The rows of one collection: a group for every scope, and one order over all of them.
 *
 * @remarks Where rows are nobody's, all are in the group of the empty scope, and the table is as
 * good as that group.
 */
export class Table {
  readonly #seed: (scope: string) => void;
  readonly #groups = new Map<string, RowGroup>();
  #lastOrder = 0;

  /** @param seed - Called once for every scope, when it is first asked for. */
  constructor(seed: (scope: string) => void = () => {}) {
    this.#seed = seed;
  }

  /** Number of rows. */
  get size(): number {
    let size = 0;
    for (const group of this.#groups.values()) size += group.size;
    return size;
  }

  /** The scopes that were asked for, as `scopeKey` writes them. */
  get scopes(): readonly string[] {
    return [...this.#groups.keys()];
  }

  /** Whether a scope was asked for. */
  has(scope: string): boolean {
    return this.#groups.has(scope);
  }

  /** Begins a scope without asking for its first rows; one that was asked for stays as it is. */
  openEmpty(scope: string): void {
    if (!this.#groups.has(scope)) this.#open(scope);
  }

  /** The rows of one scope. */
  within(scope: string): RowGroup {
    const known = this.#groups.get(scope);
    if (known !== undefined) return known;
    const made = this.#open(scope);
    this.#seed(scope);
    return made;
  }

  /** The rows of all scopes. */
  all(): RowGroup {
    // Whoever asks for rows of no scope in particular may be the first to ask.
    const own = this.within('');
    const filled = [...this.#groups.values()].filter(({ size }) => size > 0);
    const [only] = filled;
    if (filled.length < 2) return only ?? own;
    const all = new RowGroup('', () => ++this.#lastOrder);
    for (const row of this.snapshot()) all.put(row);
    return all;
  }

  /** The row with this id, first among those that are nobody's, then in any scope. */
  get(id: string): Row | undefined {
    const own = this.within('').get(id);
    if (own !== undefined || this.#groups.size === 1) return own;
    for (const group of this.#groups.values()) {
      const row = group.get(id);
      if (row !== undefined) return row;
    }
    return undefined;
  }

  /** Adds a row that is nobody's behind all others. */
  insert(id: string, data: JsonObject, hidden: JsonObject = {}): Row {
    return this.within('').insert(id, data, hidden);
  }

  /** Puts other data in the place of a row. */
  replace(row: Row, data: JsonObject, hidden: JsonObject = row.hidden): Row {
    return this.within(row.scope).replace(row, data, hidden);
  }

  /** Removes a row. */
  delete(row: Row): void {
    this.within(row.scope).delete(row);
  }

  /** Rows of every scope from new to old, beginning below an order. */
  newestFirst(below?: number): Iterable<Row> {
    return this.all().newestFirst(below);
  }

  /** All rows, oldest first. */
  snapshot(): readonly Row[] {
    const rows = [...this.#groups.values()].flatMap((group) => [...group.oldestFirst()]);
    return this.#groups.size > 1 ? rows.sort((left, right) => left.order - right.order) : rows;
  }

  /**
   * Puts kept rows in the place of its own.
   *
   * @param scopes - The scopes that were asked for when they were kept, so that none is seeded again.
   */
  restore(rows: readonly Row[], scopes: readonly string[] = ['']): void {
    this.#groups.clear();
    for (const scope of scopes) this.#open(scope);
    for (const row of rows) (this.#groups.get(row.scope) ?? this.#open(row.scope)).put(row);
    this.#lastOrder = rows.at(-1)?.order ?? 0;
  }

  #open(scope: string): RowGroup {
    const group = new RowGroup(scope, () => ++this.#lastOrder);
    this.#groups.set(scope, group);
    return group;
  }
}
