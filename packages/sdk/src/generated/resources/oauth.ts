// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import {
  type ApiError,
  type ApiPromise,
  type AuthenticationError,
  type BadRequestError,
  type CallOptions,
  type ConflictError,
  type RateLimitError,
  Resource,
  type ServerError,
  type ValidationError,
} from '@product/client-runtime';
import type {
  AccessToken,
  AccessTokenRequest,
  IdempotencyKeyReusedProblem,
  OAuthError,
  Problem,
} from '../models.ts';
import { operations } from '../operations.ts';

/** What {@link Oauth.token} can be answered. */
export interface OauthTokenAnswers {
  /** The access token and the next refresh token. */
  200: AccessToken;
  /** No token was issued, since the request or the grant is wrong. */
  400: OAuthError;
  /** The id or the secret of the client is wrong, or the key expired or was revoked. */
  401: OAuthError;
  /**
   * An earlier request with the same `Idempotency-Key` has not finished yet. Send this one again in
   * a moment.
   */
  409: Problem;
  /** The body is larger than one mebibyte. */
  413: Problem;
  /** The body is not `application/x-www-form-urlencoded`. */
  415: Problem;
  /** The `Idempotency-Key` was used before with another body. */
  422: IdempotencyKeyReusedProblem;
  /** Too many tokens were asked for. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/**
 * Short-lived access tokens, got in exchange for an API key or a refresh token (RFC 6749).
 *
 * A token carries the scopes of its key, or fewer, and is sent as a bearer token like a key.
 */
export class Oauth extends Resource {
  /**
   * Get an access token.
   *
   * @remarks
   * Exchanges a key (`client_credentials`) or a refresh token (`refresh_token`) for an access
   * token. The client's id is the id of a key and its secret is the key itself, sent by HTTP Basic
   * or in the form. A refresh token can be used once; the answer holds the next one. This request
   * is not counted by the rate limit of the key.
   *
   * `POST /oauth/token`. Not counted against the rate limit. Sends an `Idempotency-Key`, the same
   * one with each attempt, so a retry does nothing twice.
   *
   * @param body - The grant, as a form.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The access token and the next refresh token.
   * @throws 400 {@link BadRequestError}: `invalid_request`, `invalid_grant`, `unauthorized_client`,
   *   `unsupported_grant_type`, `invalid_scope`.
   * @throws 401 {@link AuthenticationError}: `invalid_client`.
   * @throws 409 {@link ConflictError}: `idempotency_in_progress`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `idempotency_key_reused`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const accessToken = await client.oauth.token({
   *   grant_type: 'client_credentials',
   *   scope: 'tasks:read tasks:write',
   *   client_id: 'key_abc123',
   *   client_secret: 'sk_test_mock_aB3dE5gH7jK9mN1pQ3sT5vW7x94Zzlqh',
   * });
   * ```
   */
  token(
    body: AccessTokenRequest,
    options?: CallOptions,
  ): ApiPromise<AccessToken, OauthTokenAnswers> {
    return this.caller.call(operations['oauth.token'], { body }, options);
  }
}
