import type { JsonObject } from '@product/spec-model';
import { type Row, RowGroup } from './row-group.ts';

// More than a client that asks for what it deleted will remember.
const maxDeleted = 1000;

/** A scope, and the last number that was counted in it. */
export type ScopeCount = readonly [scope: string, last: number];

/**
 * The rows of one collection: a group for every scope, and one order over all of them.
 *
 * @remarks Where rows are nobody's, all are in the group of the empty scope, and the table is as
 * good as that group.
 */
export class Table {
  readonly #seed: (scope: string) => boolean;
  readonly #groups = new Map<string, RowGroup>();
  // Asked for last and empty: any text names a scope, so one without rows must not take up memory.
  #loose: { readonly scope: string; readonly group: RowGroup } | undefined;
  // Scopes and ids of rows that clients deleted, the last of them.
  readonly #deleted = new Set<string>();
  #lastOrder = 0;

  /**
   * @param seed - Puts first rows into a scope that has none when it is asked for; answers whether
   *   the scope is to be kept, and not seeded again, even when it got none.
   */
  constructor(seed: (scope: string) => boolean = () => false) {
    this.#seed = seed;
  }

  /** Number of rows. */
  get size(): number {
    let size = 0;
    for (const group of this.#groups.values()) size += group.size;
    return size;
  }

  /** The scopes that have or had rows, as `scopeKey` writes them. */
  get scopes(): readonly string[] {
    return [...this.#groups.keys()];
  }

  /** The same with the last number that each of them counted, in a form for {@link Table.restore}. */
  get counts(): readonly ScopeCount[] {
    return [...this.#groups].map(([scope, { lastNumber }]) => [scope, lastNumber]);
  }

  /** Whether a scope has or had rows. */
  has(scope: string): boolean {
    return this.#groups.has(scope);
  }

  /** The rows of one scope. */
  within(scope: string): RowGroup {
    const known = this.#groups.get(scope);
    if (known !== undefined) return known;
    if (this.#loose?.scope === scope) return this.#loose.group;
    const made = this.#open(scope);
    if (!this.#seed(scope) && made.size === 0 && scope !== '') {
      this.#groups.delete(scope);
      this.#loose = { scope, group: made };
    }
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

  /** Removes a row and remembers that there was one, for those who ask for it later. */
  bury(row: Row): void {
    this.delete(row);
    this.#deleted.add(graveOf(row));
    const [first] = this.#deleted;
    if (this.#deleted.size > maxDeleted && first !== undefined) this.#deleted.delete(first);
  }

  /** Whether there was such a row, among the last 1,000 that were buried. */
  hasBuried(row: Pick<Row, 'scope' | 'id'>): boolean {
    return this.#deleted.has(graveOf(row));
  }

  /** The rows that were buried, in a form for {@link Table.restore}. */
  get buried(): readonly string[] {
    return [...this.#deleted];
  }

  /**
   * Gives the rows of a scope another one, which gets no first rows.
   *
   * @param change - Gives what a row shows there.
   */
  move(from: string, to: string, change: (row: Row) => JsonObject): void {
    const rows = [...(this.#groups.get(from)?.oldestFirst() ?? [])];
    this.#groups.delete(from);
    const group = this.#groups.get(to) ?? this.#open(to);
    const isNew = group.size === 0;
    for (const row of rows) {
      const data = change(row);
      // Only what is above all others can keep its place in the order.
      if (isNew) group.put({ ...row, scope: to, data });
      else group.insert(row.id, data, row.hidden);
    }
  }

  /** Rows of every scope from new to old, beginning below an order. */
  newestFirst(below?: number): Iterable<Row> {
    return this.all().newestFirst(below);
  }

  /** All rows, scope by scope; what is put in the place of one is read if it has not been passed. */
  *rows(): Iterable<Row> {
    for (const group of this.#groups.values()) yield* group.oldestFirst();
  }

  /** All rows, oldest first. */
  snapshot(): readonly Row[] {
    const rows = [...this.#groups.values()].flatMap((group) => [...group.oldestFirst()]);
    return this.#groups.size > 1 ? rows.sort((left, right) => left.order - right.order) : rows;
  }

  /**
   * Puts kept rows in the place of its own.
   *
   * @param counts - What {@link Table.counts} was, so that no scope is seeded again.
   * @param buried - What {@link Table.buried} was.
   */
  restore(
    rows: readonly Row[],
    counts: readonly ScopeCount[] = [['', 0]],
    buried: readonly string[] = [],
  ): void {
    this.#deleted.clear();
    for (const grave of buried) this.#deleted.add(grave);
    this.#groups.clear();
    this.#loose = undefined;
    for (const [scope, last] of counts) this.#open(scope).countFrom(last);
    for (const row of rows) (this.#groups.get(row.scope) ?? this.#open(row.scope)).put(row);
    this.#lastOrder = rows.at(-1)?.order ?? 0;
  }

  #open(scope: string): RowGroup {
    const group: RowGroup = new RowGroup(scope, () => {
      // A scope that was let go is kept from its first row on.
      if (!this.#groups.has(scope)) this.#groups.set(scope, group);
      return ++this.#lastOrder;
    });
    this.#groups.set(scope, group);
    return group;
  }
}

function graveOf({ scope, id }: Pick<Row, 'scope' | 'id'>): string {
  return `${scope} ${id}`;
}
