import type { Pagination } from '../client/profile.ts';
import type { Call, Reply } from '../pipeline/call.ts';

/** Where a page starts: a cursor, a number, or the path and query of a link. */
export type Position = string | number;

/** The part of a call that says which page it asks for. */
export interface PageRequest {
  /** Path template of the operation. */
  readonly path: string;
  /** Parameters of the query. */
  readonly query: { readonly [name: string]: unknown };
}

/** An answer in which the way on is looked for. */
export interface PageAnswer {
  /** Where the document says things are. */
  readonly facts: Pagination;
  /** What asked for it. */
  readonly request: PageRequest;
  /** Its data. */
  readonly body: unknown;
  /** How many items it holds. */
  readonly count: number;
  /** The call. */
  readonly call: Call;
  /** The answer. */
  readonly reply: Reply;
}

/** How the pages of a list follow each other. */
export interface PageStyle {
  /**
   * Where the next page starts; `undefined` after the last one.
   *
   * @internal
   * @param answer - The page before.
   * @throws A {@link DecodeError} `unexpected_page` or `foreign_link`.
   */
  next(answer: PageAnswer): Position | undefined;
  /**
   * What asks for the page at a position.
   *
   * @internal
   * @param request - What asked for the first page.
   * @param position - Where the page starts.
   * @param facts - Where the document says things are.
   */
  goTo(request: PageRequest, position: Position, facts: Pagination): PageRequest;
}

/**
 * Asks for a page by the query parameter that the document names; see {@link PageStyle.goTo}.
 *
 * @param request - What asked for the first page.
 * @param position - Where the page starts.
 * @param facts - Where the document says things are.
 */
export function goToByParameter(
  request: PageRequest,
  position: Position,
  { parameter = '' }: Pagination,
): PageRequest {
  return { ...request, query: { ...request.query, [parameter]: position } };
}
