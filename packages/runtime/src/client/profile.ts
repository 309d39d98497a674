import type { Credential } from '../credentials/credential.ts';
import type { TokenSource } from '../credentials/token-source.ts';

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
  /** Version of that package. */
  readonly packageVersion?: string;
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
    /** Holds the level from which on lines are logged, to the console if there is no logger. */
    readonly log?: string;
  };
  /** How a key is sent; made of the document's security schemes. */
  readonly credential: (key: TokenSource) => Credential;
  /** Where a refusal says why, if not in the usual places; made of the document's `x-error-format`. */
  readonly readError?: (body: unknown) => ErrorReading;
  /** Set if the API needs no key. */
  readonly withoutKey?: () => Credential;
  /** Mode of a key by its prefix: `{ live: 'sk_live_', test: 'sk_test_' }`; empty if keys tell no mode. */
  readonly keyPrefixes: { readonly [mode: string]: string };
  /** Base URL of each mode, if they have addresses of their own. */
  readonly modeUrls?: { readonly [mode: string]: string };
}

/** What the body of a refusal says, as it stands there. */
export interface ErrorReading {
  /** The word that programs tell errors apart by. */
  readonly code?: unknown;
  /** The sentence for people. */
  readonly message?: unknown;
}

/** Where an operation keeps its items and the way on, with JSON pointers into its answer. */
export interface Pagination {
  /** Pointer to the array of items: `/data`; empty if the answer is the array. */
  readonly itemsPointer: string;
  /** Query parameter that takes the cursor, the number or the offset of a page. */
  readonly parameter?: string;
  /** Pointer to the cursor or the link of the next page: `/next_cursor`. */
  readonly nextPointer?: string;
  /** Pointer to a boolean that says whether more follows: `/has_more`. */
  readonly hasMorePointer?: string;
  /** Pointer to how many pages there are, or how many items if pages start at an offset. */
  readonly totalPointer?: string;
  /**
   * Number of the first page.
   *
   * @defaultValue 1
   */
  readonly first?: number;
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
  /** Media type of a success, or a range such as `image/*`, if it is not JSON. */
  readonly responseType?: string;
  /** Set if a success may have no content, or be `null`. */
  readonly mayBeEmpty?: true;
  /** How the operation's lists are paged. */
  readonly pagination?: Pagination;
  /** Set if the operation needs no credential. */
  readonly anonymous?: true;
  /** Name of a rate limit that the operation shares only with those of the same name. */
  readonly rateLimitPolicy?: string;
}
