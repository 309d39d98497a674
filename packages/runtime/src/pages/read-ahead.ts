import type { RateLimitView } from '../gate/snapshot.ts';
import type { Page } from './page.ts';

/** How the pages of a list are read. */
export interface Reading {
  /** The operationId. */
  readonly operation: string;
  /** Ends it. */
  readonly signal?: AbortSignal | undefined;
  /** Tells whether there is room to read ahead; `undefined` if it is not wanted. */
  readonly rateLimit?: RateLimitView | undefined;
}

/** A page that is fetched before it is reached. */
export interface Ahead<Item> {
  /** The page. */
  readonly page: Promise<Page<Item> | undefined>;
  /** Ends the call, because the page will not be reached. */
  readonly leave: () => void;
}

/**
 * Asks for the page after another while that one is worked on.
 *
 * @param page - The page.
 * @param reading - How the list is read.
 * @returns `undefined` if there is no such page, it is not wanted, or the rate limit has no room for it.
 */
export function readAhead<Item>(
  page: Page<Item>,
  { rateLimit, signal }: Reading,
): Ahead<Item> | undefined {
  if (!rateLimit || !page.hasMore) return undefined;
  const { windows, inFlight, queued, pausedUntil } = rateLimit.snapshot;
  const hasRoom = windows.every(({ remaining = 1 }) => remaining > inFlight);
  if (!hasRoom || queued > 0 || pausedUntil !== undefined) return undefined;
  const left = new AbortController();
  const either = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const next = page.next({ signal: either });
  // Who leaves the list does not hear of it; who reaches the page does.
  next.catch(() => undefined);
  return { page: next, leave: () => left.abort() };
}
