/** One page of a list. */
export class Page<Item> {
  /** The items of this page. */
  readonly data: readonly Item[];
  /** Whether another page follows. */
  readonly hasMore: boolean;
  /** Cursor of the page that follows: it can be stored, and the list resumed from it. */
  readonly nextCursor: string | undefined;
  readonly #fetchNext: (cursor: string) => Promise<Page<Item>>;

  /**
   * A page and the way on.
   *
   * @param content - Items and the way on.
   * @param fetchNext - Gets the page at a cursor.
   */
  constructor(
    content: Pick<Page<Item>, 'data' | 'hasMore' | 'nextCursor'>,
    fetchNext: (cursor: string) => Promise<Page<Item>>,
  ) {
    this.data = content.data;
    this.hasMore = content.hasMore;
    this.nextCursor = content.nextCursor;
    this.#fetchNext = fetchNext;
  }

  /**
   * The page that follows, or `undefined` after the last one.
   *
   * @throws {@link DecodeError} `cursor_loop` if its cursor was followed before.
   */
  async next(): Promise<Page<Item> | undefined> {
    return this.nextCursor === undefined ? undefined : this.#fetchNext(this.nextCursor);
  }
}
