import type { RateLimitView } from '../gate/snapshot.ts';
import type { Call, Reply } from '../pipeline/call.ts';
import type { ApiPromise, CallOutcome } from './api-promise.ts';
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

/** A call and its answer, which is a success. */
export interface Executed extends CallOutcome<unknown> {
  /** The call. */
  readonly call: Call;
  /** Its answer. */
  readonly reply: Reply;
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
  call<Data, Answers = unknown>(
    operation: OperationFacts,
    input: CallInput,
    options?: CallOptions,
  ): ApiPromise<Data, Answers>;
  /**
   * Makes one call, whose answer is not decoded yet: what pages are made of.
   *
   * @internal
   * @param operation - What the document says of the operation.
   * @param input - What is sent.
   * @param options - How.
   */
  execute(operation: OperationFacts, input: CallInput, options?: CallOptions): Promise<Executed>;
  /**
   * Makes one call, whose body is handed on as it comes: what streams are made of.
   *
   * @internal
   * @param operation - What the document says of the operation.
   * @param input - What is sent.
   * @param options - How.
   */
  stream(
    operation: OperationFacts,
    input: CallInput,
    options?: CallOptions,
  ): Promise<{ readonly call: Call; readonly reply: Reply }>;
}
