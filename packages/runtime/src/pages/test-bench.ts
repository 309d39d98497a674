import { Client } from '../client/client.ts';
import type { ClientOptions } from '../client/options.ts';
import type { Pagination } from '../client/profile.ts';
import { KEY, profile } from '../testing/example-client.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import type { PagePromise } from './page-promise.ts';
import type { PageStyle } from './page-style.ts';
import { type ListOptions, paginate } from './paginate.ts';

/** A list of a style, on a scripted server, in virtual time. */
export interface PagedBench {
  /** Calls the list. */
  readonly list: (query?: object, options?: ListOptions) => PagePromise<unknown>;
  /** The clock. */
  readonly clock: VirtualClock;
  /** Path and query of each request. */
  readonly seen: string[];
}

/**
 * A list whose server gives scripted answers in turn, and the last one from then on.
 *
 * @param style - How its pages follow each other.
 * @param pagination - Where things are.
 * @param answers - The answers.
 */
export function pagedBench(
  style: PageStyle,
  pagination: Pagination,
  answers: readonly ((signal: AbortSignal | undefined) => Response | Promise<Response>)[],
): PagedBench {
  const operation = { id: 'tasks.list', method: 'GET', path: '/tasks', pagination } as const;
  const clock = new VirtualClock();
  const seen: string[] = [];
  const fetch: NonNullable<ClientOptions['fetch']> = async (request, init) => {
    const { pathname, search } = new URL(request.url);
    const answer = answers[Math.min(seen.push(pathname + search), answers.length) - 1];
    return (await answer?.(init?.signal ?? undefined)) ?? Response.error();
  };
  class PagedClient extends Client<Record<never, never>> {
    list(query: object = {}, options?: ListOptions): PagePromise<unknown> {
      return paginate(this.caller, style, { operation, input: { query }, options });
    }
  }
  const random = (): number => 0.5;
  const setup = { profile, operations: { list: operation } };
  const client = new PagedClient(setup, { apiKey: KEY, fetch, clock, random });
  return { list: (query, options) => client.list(query, options), clock, seen };
}
