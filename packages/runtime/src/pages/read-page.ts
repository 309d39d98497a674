import type { CursorPagination } from '../client/profile.ts';
import { resolvePointer } from './pointer.ts';

/** What a page holds, as the document says where. */
export interface PageContent {
  /** Its items; `undefined` if there is no array where they should be. */
  readonly data: readonly unknown[] | undefined;
  /** Cursor of the next page; `undefined` on the last. */
  readonly nextCursor: string | undefined;
}

/**
 * Reads a page out of an answer.
 *
 * @param body - The answer.
 * @param pagination - Where things are.
 */
export function readPage(body: unknown, pagination: CursorPagination): PageContent {
  const data = resolvePointer(body, pagination.itemsPointer);
  const cursor = resolvePointer(body, pagination.nextCursorPointer);
  const more = pagination.hasMorePointer && resolvePointer(body, pagination.hasMorePointer);
  const follows = more !== false && cursor !== undefined && cursor !== null && cursor !== '';
  return {
    data: Array.isArray(data) ? data : undefined,
    nextCursor: follows ? String(cursor) : undefined,
  };
}
