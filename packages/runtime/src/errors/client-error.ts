import type { Attempt } from '../events/attempt.ts';
import type { RetryReason } from '../policy/retry-policy.ts';

/** Kinds of errors that come from an answer of the API. */
export type ApiErrorKind =
  | 'bad-request'
  | 'authentication'
  | 'permission'
  | 'not-found'
  | 'conflict'
  | 'validation'
  | 'rate-limit'
  | 'server'
  | 'api';

/** Every kind of error that a client throws. */
export type ErrorKind =
  | ApiErrorKind
  | 'connection'
  | 'timeout'
  | 'abort'
  | 'decode'
  | 'configuration'
  | 'webhook';

/** The circumstances of an error. */
export interface ErrorContext {
  /** The operationId of the call. */
  readonly operation?: string | undefined;
  /** The requests that the call sent. */
  readonly attempts?: readonly Attempt[] | undefined;
  /** What caused it. */
  readonly cause?: unknown;
}

/**
 * Base of every error that a client throws; `kind` and `code` tell them apart.
 *
 * @remarks No error holds a request, a header that was sent, or a credential.
 */
export abstract class ClientError extends Error {
  /** Which error this is. */
  abstract readonly kind: ErrorKind;
  /** What went wrong, for programs. */
  readonly code: string;
  /** The operationId of the call, if there was one. */
  readonly operation: string | undefined;
  /** The requests that the call sent, and why each was or was not repeated. */
  readonly attempts: readonly Attempt[];

  /** Why the call was not sent again after its last attempt; `undefined` if it made none. */
  get retryReason(): RetryReason | undefined {
    return this.attempts.at(-1)?.reason;
  }

  /**
   * An error with its code and circumstances.
   *
   * @param code - What went wrong, for programs.
   * @param message - What went wrong, for people.
   * @param context - Operation, attempts and cause.
   */
  constructor(code: string, message: string, context: ErrorContext = {}) {
    super(message, context.cause === undefined ? undefined : { cause: context.cause });
    this.code = code;
    this.operation = context.operation;
    this.attempts = context.attempts ?? [];
  }
}
