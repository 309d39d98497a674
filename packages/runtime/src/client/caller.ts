import type { RateLimitView } from '../gate/snapshot.ts';
import type { PagePromise } from '../pages/page-promise.ts';
import type { ApiPromise } from './api-promise.ts';
import type { CallOptions } from './options.ts';
import type { OperationFacts } from './profile.ts';

/** What a call sends. */
export interface CallInput {
  /** Parameters of the path, by name. */
  readonly path?: { readonly [name: string]: string | number };
  /** Parameters of the query. */
  readonly query?: object;
  /** The body, not yet serialized. */
  readonly body?: unknown;
  /** Headers that the operation declares. */
  readonly headers?: { readonly [name: string]: string | undefined };
}

/** Makes the calls of a client; every method of a resource is one line to it. */
export interface Caller {
  /** What is known of the rate limit of the client's credential. */
  readonly rateLimit: RateLimitView;
  /**
   * Makes one call.
   *
   * @param operation - What the document says of the operation.
   * @param input - What is sent.
   * @param options - How.
   */
  call<Data>(operation: OperationFacts, input: CallInput, options?: CallOptions): ApiPromise<Data>;
  /**
   * Makes a call to a list, whose further pages can be reached from its answer.
   *
   * @param operation - What the document says of the operation.
   * @param input - What is sent.
   * @param options - How; they hold for each page.
   */
  paginate<Item>(
    operation: OperationFacts,
    input: CallInput,
    options?: CallOptions,
  ): PagePromise<Item>;
}
