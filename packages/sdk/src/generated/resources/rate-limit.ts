// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import {
  type ApiPromise,
  type AuthenticationError,
  type BadRequestError,
  type CallOptions,
  RateLimitResource,
  type ServerError,
} from '@product/client-runtime';
import type { Problem, RateLimitStatus } from '../models.ts';
import { operations } from '../operations.ts';

/** What {@link RateLimit.get} can be answered. */
export interface RateLimitGetAnswers {
  /** The state of the rate limit. */
  200: RateLimitStatus;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/**
 * The rate limit of the calling key: what is allowed, what is left, and when it starts again.
 *
 * Asking is free: the request is not counted.
 */
export class RateLimit extends RateLimitResource {
  /**
   * Get the rate limit.
   *
   * @remarks
   * Answers the limit of the calling key, what is left, and when it starts again. This request is
   * not counted, and it is answered even when the limit is used up.
   *
   * `GET /rate-limit`. Not counted against the rate limit.
   *
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The state of the rate limit.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const rateLimitStatus = await client.rateLimit.get();
   * ```
   */
  get(options?: CallOptions): ApiPromise<RateLimitStatus, RateLimitGetAnswers> {
    return this.caller.call(operations['rateLimit.get'], {}, options);
  }
}
