import { ApiPromise } from '../client/api-promise.ts';
import type { Page } from './page.ts';

/**
 * A promise of a list's first page; iterated, it gives the items of all pages, each fetched when it is
 * reached.
 *
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
export class PagePromise<Item> extends ApiPromise<Page<Item>> implements AsyncIterable<Item> {
  /** The items of this page and all that follow. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for (let page: Page<Item> | undefined = await this; page; page = await page.next()) {
      yield* page.data;
    }
  }
}
