/** An HTTP method, as it stands in the request line. */
export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';

/**
 * What a generated client knows of its API as a whole.
 *
 * @remarks Written by the generator as one constant, so that the runtime holds nothing about any API.
 */
export interface ApiProfile {
  /** Name of the client class, for messages: `ProductClient`. */
  readonly clientName: string;
  /** Name of the package that holds the client. */
  readonly packageName: string;
  /** Version of the API, from the document's `info.version`. */
  readonly apiVersion: string;
  /** Where the API lives, from the document's first server. */
  readonly baseUrl: string;
  /** Names of the environment variables that options default to. */
  readonly env: {
    /** Holds the API key. */
    readonly apiKey?: string;
    /** Holds the base URL. */
    readonly baseUrl?: string;
  };
  /** Mode of a key by its prefix: `{ live: 'sk_live_', test: 'sk_test_' }`; empty if keys tell no mode. */
  readonly keyPrefixes: { readonly [mode: string]: string };
}

/** Where an operation keeps its cursor, its items and the way on, as JSON pointers. */
export interface CursorPagination {
  /** Query parameter that takes the cursor. */
  readonly cursorParameter: string;
  /** Pointer to the array of items: `/data`. */
  readonly itemsPointer: string;
  /** Pointer to the cursor of the next page: `/next_cursor`. */
  readonly nextCursorPointer: string;
  /** Pointer to a boolean that says whether more follows: `/has_more`. */
  readonly hasMorePointer?: string;
}

/**
 * What the document says of one operation, as far as a call needs it.
 *
 * @remarks Retry, idempotency and paging are decided from these facts, never from a guess about a URL.
 */
export interface OperationFacts {
  /** The operationId: `tasks.list`. */
  readonly id: string;
  /** Method of the request. */
  readonly method: HttpMethod;
  /** Path template below the base URL: `/tasks/{task_id}`. */
  readonly path: string;
  /** Header that carries the idempotency key, if the operation declares one. */
  readonly idempotencyHeader?: string;
  /** Media type of the request body. */
  readonly bodyType?: string;
  /** Media type of a success, if it is not JSON. */
  readonly responseType?: string;
  /** How the operation's lists are paged. */
  readonly pagination?: CursorPagination;
  /** Set if the operation needs no credential. */
  readonly anonymous?: true;
}
