import type { CallOptions } from '../client/options.ts';

/** How a page reaches the one that follows it. */
export interface PageLink<Item> {
  /** Makes {@link Page.resumeToken}. */
  readonly resumeToken: () => string;
  /** Gets the page that follows. */
  readonly next: (options?: CallOptions) => Promise<Page<Item>>;
}

/** One page of a list. */
export class Page<Item> {
  /** The items of this page. */
  readonly data: readonly Item[];
  /** Whether another page follows. */
  readonly hasMore: boolean;
  readonly #link: PageLink<Item> | undefined;

  /**
   * A page and the way on.
   *
   * @internal
   * @param data - The items.
   * @param link - How the next page is reached; `undefined` on the last.
   */
  constructor(data: readonly Item[], link: PageLink<Item> | undefined) {
    this.data = data;
    this.hasMore = link !== undefined;
    this.#link = link;
  }

  /**
   * Text that can be stored, and given to the same call as `resume` to go on after this page;
   * `undefined` on the last page. It holds no credential.
   */
  get resumeToken(): string | undefined {
    return this.#link?.resumeToken();
  }

  /**
   * The page that follows, or `undefined` after the last one.
   *
   * @param options - How this one call differs from the list's others.
   * @throws A {@link DecodeError} `cursor_loop` if the way on leads back.
   */
  async next(options?: CallOptions): Promise<Page<Item> | undefined> {
    return this.#link?.next(options);
  }
}
