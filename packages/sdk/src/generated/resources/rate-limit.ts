// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import {
  type ApiPromise,
  type AuthenticationError,
  type BadRequestError,
  type CallOptions,
  RateLimitResource,
  type ServerError,
} from '@product/client-runtime';
import type { RateLimitStatus } from '../models.ts';
import { operations } from '../operations.ts';

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
   * @throws {@link BadRequestError} 400: `malformed_request`.
   * @throws {@link AuthenticationError} 401: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`, `revoked_api_key`.
   * @throws {@link ServerError} 500: `internal_error`.
   * @throws {@link ServerError} 503: `service_unavailable`.
   * @example
   * ```ts
   * const rateLimitStatus = await client.rateLimit.get();
   * ```
   */
  get(options?: CallOptions): ApiPromise<RateLimitStatus> {
    return this.caller.call(operations['rateLimit.get'], {}, options);
  }
}
