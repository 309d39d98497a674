import type { JsonSchema } from '@product/spec-model';
import type { Collection, ScopeParameter } from './collection.ts';

/**
 * What an operation does to a collection. `update` changes what is sent, `replace` all; `action` is
 * another verb on a row, such as `/{id}/cancel`; `me` reads the caller's own row; `members` reads or
 * changes the rows that a row holds, such as the `labels` of `/issues/{number}/labels`; `count` tells
 * how many rows there are; `remove` takes away those that are named, or all; `check` tells whether an
 * action was done.
 */
export type Verb = 'list' | 'create' | 'get' | 'update' | 'replace' | 'delete' | OtherVerb;

type OtherVerb = 'action' | 'check' | 'me' | 'members' | 'count' | 'remove';

/** An operation's part in a collection. */
export interface Role {
  readonly verb: Verb;
  readonly collection: Collection;
  /** The parameter of the path that names the row; absent where no single row is named by it. */
  readonly idParameter?: string;
  /** The property that `idParameter` names, where it is not the collection's: `tag_name`. */
  readonly idProperty?: string;
  /**
   * Where the row comes from when the path does not name it: the caller's own, the newest, or the one
   * whose id is in the body.
   */
  readonly rowFrom?: 'caller' | 'newest' | 'body';
  /**
   * With `body`: the member, or the parameter of the query, that names the row; absent where it is
   * called as the property is.
   */
  readonly idMember?: string;
  /** RFC 6901 pointer to the row in the answer, such as `/task`; absent when it is the answer. */
  readonly answerPointer?: string;
  /** RFC 6901 pointer to the row in the body, such as `/task`; absent when it is the body. */
  readonly bodyPointer?: string;
  /**
   * The other parameters of the path. They differ from the collection's when a list is a view:
   * `/projects/{project_id}/tasks` shows rows of `/tasks`.
   */
  readonly scope: readonly ScopeParameter[];
  /** Set for `members`: the property that holds them. */
  readonly member?: string;
  /** Set for `members` where the path names one of them: by which parameter. */
  readonly entryParameter?: string;
  /** Set for `list`, and for `members` that are listed. */
  readonly list?: ListShape | undefined;
  /** The word of an `action`: `cancel`. A `DELETE` of it takes back what the other method does. */
  readonly action?: string;
  /** Why this was inferred, a sentence each, for `product-mock inspect`. */
  readonly because: readonly string[];
}

/** How a list is answered and asked for. */
export interface ListShape {
  /** RFC 6901 pointer to the rows in the answer: `/data`; empty when the answer is the array. */
  readonly itemsPointer: string;
  /** The schema of one entry, where it is another than that of the collection's rows. */
  readonly items?: JsonSchema;
  /**
   * The name of the collection that marks which rows are listed: one of its rows, at the list's own
   * path and the path of a row, says so.
   */
  readonly markedBy?: string;
  /** What other members of the answer mean, by their pointers. */
  readonly facts: ReadonlyMap<string, PageFact>;
  /** Absent when the whole list is always one page. */
  readonly paging?: Paging;
  /** Set when the answer's `Link` header names the other pages (RFC 8288). */
  readonly linkHeader: boolean;
  readonly sort?: SortParameters;
  /** Query parameters that search the texts of a row: `q`. */
  readonly search: readonly string[];
}

/** What a member of a list's answer tells about the page. */
export type PageFact =
  | 'has-more'
  | 'next-cursor'
  | 'previous-cursor'
  | 'total'
  | 'count'
  | 'page'
  | 'next-page'
  | 'previous-page'
  | 'pages'
  | 'limit'
  | 'offset'
  | 'first-id'
  | 'last-id'
  | 'self-url'
  | 'first-url'
  | 'next-url'
  | 'previous-url'
  | 'last-url';

/**
 * How a page is asked for, by names of query parameters. Where it is by a cursor, `offset` says how
 * many rows to leave out when none is sent.
 */
export type Paging = { readonly limit?: LimitParameter } & (
  | {
      readonly style: 'cursor';
      readonly cursor: string;
      /** The parameter that takes the cursor of rows to stand before. */
      readonly before?: string;
      readonly offset?: string;
    }
  | {
      readonly style: 'after-id';
      readonly after: string;
      readonly before?: string;
      /**
       * Set where `after` is a number that need be no row's: the property whose numbers are above it,
       * by which rows are in order.
       */
      readonly rising?: string;
    }
  | { readonly style: 'page'; readonly page: string; readonly firstPage: 0 | 1 }
  | { readonly style: 'offset'; readonly offset: string }
  | { readonly style: 'limit' }
);

/** The parameter that says how many rows a page has. */
export interface LimitParameter {
  readonly name: string;
  /** Rows of a page when nothing is asked; absent when the document does not say. */
  readonly fallback?: number;
  /** The most rows of a page; absent when the document does not say. */
  readonly maximum?: number;
}

/** How a list is asked to be in another order. */
export interface SortParameters {
  /**
   * The parameter that names the property, perhaps with `-` before it or `:desc` behind it; where it
   * takes only `asc` and `desc`, the direction of age.
   */
  readonly by: string;
  /** The parameter that is `asc` or `desc`. */
  readonly direction?: string;
}
