import { type ApiErrorKind, ClientError, type ErrorContext } from './client-error.ts';

/** What an answer of the API said. */
export interface ApiErrorDetails extends ErrorContext {
  /** Status of the answer. */
  readonly status: number;
  /** The API's own code, or `http_<status>`. */
  readonly code: string;
  /** What the API says went wrong. */
  readonly message: string;
  /** Id that the server gave the request. */
  readonly requestId?: string | undefined;
  /** Headers of the answer. */
  readonly headers: Headers;
  /** Body of the answer: parsed if it is JSON, else text. */
  readonly body?: unknown;
  /** Wait that the server asks for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** When the exhausted window ends, in milliseconds since the epoch. */
  readonly resetAt?: number | undefined;
  /** Name of the exhausted limit. */
  readonly policy?: string | undefined;
  /** Calls that the exhausted window holds. */
  readonly limit?: number | undefined;
}

/** The API answered with an error status. */
export class ApiError extends ClientError {
  /** Tells this error from others. */
  readonly kind: ApiErrorKind = 'api';
  /** Name of the class. */
  override readonly name: string = 'ApiError';
  /** Status of the answer. */
  readonly status: number;
  /** Id that the server gave the request: name it to the API's support. */
  readonly requestId: string | undefined;
  /** Headers of the answer, without secrets. */
  readonly headers: Headers;
  /** Body of the answer, without secrets: parsed if it is JSON, else text. */
  readonly body: unknown;

  /**
   * The error of an answer.
   *
   * @param details - What the answer said.
   */
  constructor(details: ApiErrorDetails) {
    super(details.code, details.message, details);
    this.status = details.status;
    this.requestId = details.requestId;
    this.headers = details.headers;
    this.body = details.body;
  }
}
