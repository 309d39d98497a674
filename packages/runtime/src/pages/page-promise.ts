import { ApiPromise, type CallOutcome } from '../client/api-promise.ts';
import { AbortError } from '../errors/call-errors.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Page } from './page.ts';
import { type Ahead, type Reading, readAhead } from './read-ahead.ts';

/**
 * A promise of a list's first page; iterated, it gives the items of all pages, each fetched when it is
 * reached.
 *
 * @remarks An error of any page is thrown where the page is reached, after the items before it.
 * @example
 * ```ts
 * import type { PagePromise } from '@product/client-runtime';
 *
 * async function titles(tasks: PagePromise<{ title: string }>): Promise<string[]> {
 *   const found: string[] = [];
 *   for await (const task of tasks) found.push(task.title);
 *   return found;
 * }
 * ```
 */
export class PagePromise<Item, Answers = unknown>
  extends ApiPromise<Page<Item>, Answers>
  implements AsyncIterable<Item>
{
  readonly #reading: Reading;

  /**
   * @internal
   * @param outcome - What the call to the first page comes to.
   * @param reading - How further pages are read.
   */
  constructor(outcome: Promise<CallOutcome<Page<Item>>>, reading: Reading) {
    super(outcome);
    this.#reading = reading;
  }

  /** The items of this page and all that follow. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) {
      for (const item of page.data) {
        this.#refuseAborted();
        yield item;
      }
    }
  }

  /** This page and all that follow. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    for (let page: Page<Item> | undefined = await this; page; ) {
      this.#refuseAborted();
      const ahead: Ahead<Item> | undefined = readAhead(page, this.#reading);
      let isLeft = true;
      try {
        yield page;
        isLeft = false;
      } finally {
        if (isLeft) ahead?.leave();
      }
      page = await (ahead?.page ?? page.next());
    }
  }

  /**
   * The items of this page and those that follow, in one array.
   *
   * @param limit - `max`: how many at most, from 1; `Infinity` for all there are. No page beyond is read.
   */
  async toArray({ max }: { readonly max: number }): Promise<Item[]> {
    const items: Item[] = [];
    await this;
    if (!(max >= 1)) {
      const message =
        'cannot read the list: max is not a number from 1. Pass Infinity for all items.';
      throw new ConfigurationError('invalid_option', message);
    }
    for await (const item of this) if (items.push(item) >= max) break;
    return items;
  }

  #refuseAborted(): void {
    const { operation, signal } = this.#reading;
    if (!signal?.aborted) return;
    const message = 'cannot go on with the list: its signal aborted it.';
    throw new AbortError('aborted', message, { operation, cause: signal.reason });
  }
}
