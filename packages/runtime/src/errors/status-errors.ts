import { ApiError, type ApiErrorDetails } from './api-error.ts';

/** 400: the request is malformed. */
export class BadRequestError extends ApiError {
  /** Tells this error from others. */
  override readonly kind = 'bad-request' as const;
  /** Name of the class. */
  override readonly name: string = 'BadRequestError';
}

/** 401: the credential is missing, malformed, unknown, expired or revoked. */
export class AuthenticationError extends ApiError {
  /** Tells this error from others. */
  override readonly kind = 'authentication' as const;
  /** Name of the class. */
  override readonly name: string = 'AuthenticationError';
}

/** 403: the credential lacks a permission. */
export class PermissionError extends ApiError {
  /** Tells this error from others. */
  override readonly kind = 'permission' as const;
  /** Name of the class. */
  override readonly name: string = 'PermissionError';
}

/** 404: there is no such thing, or not for this credential. */
export class NotFoundError extends ApiError {
  /** Tells this error from others. */
  override readonly kind = 'not-found' as const;
  /** Name of the class. */
  override readonly name: string = 'NotFoundError';
}

/** 409: the request contradicts the present state. */
export class ConflictError extends ApiError {
  /** Tells this error from others. */
  override readonly kind = 'conflict' as const;
  /** Name of the class. */
  override readonly name: string = 'ConflictError';
}

/** One thing that is wrong with a request. */
export interface ValidationIssue {
  /** JSON pointer into the body, if the body is at fault. */
  readonly pointer?: string;
  /** Name of the parameter, if one is at fault. */
  readonly parameter?: string;
  /** What is wrong, for programs. */
  readonly code?: string;
  /** What is wrong, for people. */
  readonly message?: string;
}

/** 422: the request is well-formed, and wrong. */
export class ValidationError extends ApiError {
  /** Tells this error from others. */
  override readonly kind = 'validation' as const;
  /** Name of the class. */
  override readonly name: string = 'ValidationError';
  /** Each thing that is wrong; empty if the server names none. */
  readonly issues: readonly ValidationIssue[];

  /**
   * The error of an answer.
   *
   * @param details - What the answer said.
   */
  constructor(details: ApiErrorDetails) {
    super(details);
    const errors: unknown = Object(details.body).errors;
    this.issues = Array.isArray(errors) ? errors : [];
  }
}

/**
 * 429, or 403 that names a wait, or a wait for the rate limit that is longer than the call may take.
 *
 * @remarks With `code` `rate_limit_wait_too_long` nothing was sent: the client knew that the limit was
 * reached.
 */
export class RateLimitError extends ApiError {
  /** Tells this error from others. */
  override readonly kind = 'rate-limit' as const;
  /** Name of the class. */
  override readonly name: string = 'RateLimitError';
  /** When to try again, in milliseconds from now, if it is known. */
  readonly retryAfterMs: number | undefined;
  /** When the exhausted window ends, in milliseconds since the epoch, if it is known. */
  readonly resetAt: number | undefined;
  /** Name of the exhausted limit, if it is known. */
  readonly policy: string | undefined;
  /** Calls that the exhausted window holds, if it is known. */
  readonly limit: number | undefined;

  /**
   * The error of an answer.
   *
   * @param details - What the answer said, or the gate knew.
   */
  constructor(details: ApiErrorDetails) {
    super(details);
    this.retryAfterMs = details.retryAfterMs;
    this.resetAt = details.resetAt;
    this.policy = details.policy;
    this.limit = details.limit;
  }
}

/** 5xx: the server failed. */
export class ServerError extends ApiError {
  /** Tells this error from others. */
  override readonly kind = 'server' as const;
  /** Name of the class. */
  override readonly name: string = 'ServerError';
}
