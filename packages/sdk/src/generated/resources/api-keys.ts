// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import {
  type ApiError,
  type ApiPromise,
  type AuthenticationError,
  type BadRequestError,
  type CallOptions,
  type ConflictError,
  type ListOptions,
  type NotFoundError,
  type Page,
  type PagePromise,
  type PermissionError,
  type RateLimitError,
  Resource,
  type ServerError,
  type ValidationError,
  byCursor,
  paginate,
} from '@product/client-runtime';
import type {
  ApiKey,
  ApiKeyCreate,
  ApiKeyMode,
  ApiKeyRotate,
  ApiKeyStatus,
  ApiKeyUpdate,
  ApiKeyWithSecret,
  PermissionProblem,
  Problem,
  UnprocessableProblem,
  ValidationProblem,
} from '../models.ts';
import { operations } from '../operations.ts';

/** The query of {@link ApiKeys.list}. */
export interface ApiKeysListQuery {
  /**
   * How many objects a page may hold, from 1 to 100.
   *
   * From 1 to 100.
   *
   * @defaultValue `20`
   * @example 50
   */
  limit?: number;
  /**
   * Where the page starts. Send the `next_cursor` of the page before; leave it out for the first
   * page.
   *
   * From 1 to 512 characters.
   *
   * @example 'eyJhZnRlciI6InRhc2tfOWYyazQxIn0'
   */
  cursor?: string;
  /** Only keys with this status. */
  status?: ApiKeyStatus;
  /** Only keys of this mode. */
  mode?: ApiKeyMode;
  /**
   * Only the key that ends in these six characters. Handy for finding whose key turned up in a log.
   *
   * Exactly 6 characters.
   *
   * @example '23vrLh'
   */
  tail?: string;
  /**
   * Only keys with this text in the name or the description, in any case.
   *
   * From 1 to 100 characters.
   *
   * @example 'production'
   */
  q?: string;
}

/** What {@link ApiKeys.list} can be answered. */
export interface ApiKeysListAnswers {
  /** One page of keys. */
  200: Page<ApiKey>;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope `admin:*`. */
  403: PermissionProblem;
  /** A query parameter is wrong. `errors` lists each fault. */
  422: ValidationProblem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link ApiKeys.create} can be answered. */
export interface ApiKeysCreateAnswers {
  /** The new key with its secret. */
  201: ApiKeyWithSecret;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key lacks the scope `admin:*`, or its plan does not include what was asked for. */
  403: PermissionProblem;
  /**
   * An earlier request with the same `Idempotency-Key` has not finished yet. Send this one again in
   * a moment.
   */
  409: Problem;
  /** The body is larger than one mebibyte. */
  413: Problem;
  /** The `Content-Type` of the body is not one that the operation reads. */
  415: Problem;
  /** A field of the body is wrong, or the `Idempotency-Key` was used before with another body. */
  422: UnprocessableProblem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link ApiKeys.current} can be answered. */
export interface ApiKeysCurrentAnswers {
  /** The key that made this call. */
  200: ApiKey;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link ApiKeys.get} can be answered. */
export interface ApiKeysGetAnswers {
  /** The key. */
  200: ApiKey;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope `admin:*`. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link ApiKeys.update} can be answered. */
export interface ApiKeysUpdateAnswers {
  /** The key as it is now. */
  200: ApiKey;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key lacks the scope `admin:*`, or its plan does not include what was asked for. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
  /** The present state of the object does not allow this. */
  409: Problem;
  /** The body is larger than one mebibyte. */
  413: Problem;
  /** The `Content-Type` of the body is not one that the operation reads. */
  415: Problem;
  /** A field of the body is wrong. `errors` lists each fault. */
  422: ValidationProblem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** The query of {@link ApiKeys.revoke}. */
export interface ApiKeysRevokeQuery {
  /**
   * Whether to remove the record as well. That cannot be undone.
   *
   * @defaultValue `false`
   * @example false
   */
  permanent?: boolean;
}

/** What {@link ApiKeys.revoke} can be answered. */
export interface ApiKeysRevokeAnswers {
  /** The key, now revoked. */
  200: ApiKey;
  /** The key was revoked and its record removed, as `permanent=true` asked. */
  204: undefined;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope `admin:*`. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
  /** A query parameter is wrong. `errors` lists each fault. */
  422: ValidationProblem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/** What {@link ApiKeys.rotate} can be answered. */
export interface ApiKeysRotateAnswers {
  /** The key with its new secret. */
  200: ApiKeyWithSecret;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope `admin:*`. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
  /**
   * The present state of the object does not allow this, or an earlier request with the same
   * `Idempotency-Key` has not finished yet.
   */
  409: Problem;
  /** The body is larger than one mebibyte. */
  413: Problem;
  /** The `Content-Type` of the body is not one that the operation reads. */
  415: Problem;
  /** A field of the body is wrong, or the `Idempotency-Key` was used before with another body. */
  422: UnprocessableProblem;
  /** A window of the rate limit is used up. Wait for `Retry-After`. */
  429: Problem;
  /** The service failed. The request may be repeated. */
  500: Problem;
  /** The service is down for a moment. Wait for `Retry-After`, if it is there, and try again. */
  503: Problem;
}

/**
 * The API keys of your account: create, inspect, limit, rotate and revoke them.
 *
 * Managing keys needs the scope `admin:*`; any key may ask about itself with `current`. A key's
 * secret is part of the answer to `create` and `rotate` only, and cannot be read again.
 */
export class ApiKeys extends Resource {
  /**
   * List API keys.
   *
   * @remarks
   * Answers the keys of your account, newest first, one page at a time. Revoked keys are listed as
   * well. A live key sees keys of both modes, a test key only test keys. Secrets are never part of
   * it.
   *
   * `GET /api-keys`. Needs the scope `admin:*`. Counts against the rate limit.
   *
   * @param query - Filters, size and place of the page.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns One page of keys. Await it for one page, or iterate it for every item of every page.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 422 {@link ValidationError}: `validation_failed`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * for await (const apiKey of client.apiKeys.list({ status: 'active' })) {
   *   console.log(apiKey);
   * }
   * ```
   */
  list(
    query: ApiKeysListQuery = {},
    options?: ListOptions,
  ): PagePromise<ApiKey, ApiKeysListAnswers> {
    return paginate(this.caller, byCursor, {
      operation: operations['apiKeys.list'],
      input: { query },
      options,
    });
  }

  /**
   * Create an API key.
   *
   * @remarks
   * Creates a key and answers it with its secret, which is shown only this once. The new key has
   * the mode of the calling key unless `mode` says otherwise, and the plan of the account. A test
   * key makes test keys only, and no key grants a scope that it lacks.
   *
   * `POST /api-keys`. Needs the scope `admin:*`. Counts against the rate limit. Sends an
   * `Idempotency-Key`, the same one with each attempt, so a retry does nothing twice.
   *
   * @param body - The name, scopes and expiry of the new key.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The new key with its secret.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`, `plan_required`.
   * @throws 409 {@link ConflictError}: `idempotency_in_progress`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`, `idempotency_key_reused`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const apiKeyWithSecret = await client.apiKeys.create({
   *   name: 'New Integration',
   *   permissions: ['tasks:read', 'tasks:write'],
   *   expires_at: '2026-10-14T00:00:00Z',
   * });
   * ```
   */
  create(
    body: ApiKeyCreate,
    options?: CallOptions,
  ): ApiPromise<ApiKeyWithSecret, ApiKeysCreateAnswers> {
    return this.caller.call(operations['apiKeys.create'], { body }, options);
  }

  /**
   * Get the current API key.
   *
   * @remarks
   * Answers the key that made this call, or the key behind the access token. Any valid key may ask,
   * whatever its scopes, so this is the way to find out what a key may do.
   *
   * `GET /api-keys/current`. Counts against the rate limit.
   *
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The key that made this call.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const apiKey = await client.apiKeys.current();
   * ```
   */
  current(options?: CallOptions): ApiPromise<ApiKey, ApiKeysCurrentAnswers> {
    return this.caller.call(operations['apiKeys.current'], {}, options);
  }

  /**
   * Get an API key.
   *
   * @remarks
   * Answers one key with its scopes, expiry and usage. The secret is not part of it.
   *
   * `GET /api-keys/{key_id}`. Needs the scope `admin:*`. Counts against the rate limit.
   *
   * @param keyId - The id of the API key. At least 1 character.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The key.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const apiKey = await client.apiKeys.get('key_abc123');
   * ```
   */
  get(keyId: string, options?: CallOptions): ApiPromise<ApiKey, ApiKeysGetAnswers> {
    return this.caller.call(operations['apiKeys.get'], { path: { key_id: keyId } }, options);
  }

  /**
   * Update an API key.
   *
   * @remarks
   * Changes the name, description, scopes, expiry or auto-renewal of a key, at once. Fields left
   * out stay as they are. A later `expires_at` extends the key, even one that has expired; a
   * revoked key cannot be changed.
   *
   * `PATCH /api-keys/{key_id}`. Needs the scope `admin:*`. Counts against the rate limit.
   *
   * @param keyId - The id of the API key. At least 1 character.
   * @param body - The fields to change.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The key as it is now.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`, `plan_required`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 409 {@link ConflictError}: `conflict`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const apiKey = await client.apiKeys.update('key_abc123', {
   *   name: 'Production App (updated)',
   *   permissions: ['tasks:read', 'tasks:write', 'projects:read'],
   * });
   * ```
   */
  update(
    keyId: string,
    body: ApiKeyUpdate,
    options?: CallOptions,
  ): ApiPromise<ApiKey, ApiKeysUpdateAnswers> {
    return this.caller.call(
      operations['apiKeys.update'],
      { path: { key_id: keyId }, body },
      options,
    );
  }

  /**
   * Revoke an API key.
   *
   * @remarks
   * Switches a key off. Every request made with it fails from now on, and its access tokens with
   * it. The record stays, with `revoked_at`, so that it can still be looked up; with
   * `permanent=true` the record is removed too. Revoking a revoked key changes nothing.
   *
   * `DELETE /api-keys/{key_id}`. Needs the scope `admin:*`. Counts against the rate limit.
   *
   * @param keyId - The id of the API key. At least 1 character.
   * @param query - Parameters of the query.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The key, now revoked.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 422 {@link ValidationError}: `validation_failed`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const apiKey = await client.apiKeys.revoke('key_abc123');
   * ```
   */
  revoke(
    keyId: string,
    query: ApiKeysRevokeQuery = {},
    options?: CallOptions,
  ): ApiPromise<ApiKey | undefined, ApiKeysRevokeAnswers> {
    return this.caller.call(
      operations['apiKeys.revoke'],
      { path: { key_id: keyId }, query },
      options,
    );
  }

  /**
   * Rotate an API key.
   *
   * @remarks
   * Gives an active key a new secret and answers it, only this once. The id, name, scopes and
   * expiry stay. The old secret stops at once, or works beside the new one for
   * `grace_period_seconds` while you change over.
   *
   * `POST /api-keys/{key_id}/rotate`. Needs the scope `admin:*`. Counts against the rate limit.
   * Sends an `Idempotency-Key`, the same one with each attempt, so a retry does nothing twice.
   *
   * @param keyId - The id of the API key. At least 1 character.
   * @param body - The grace period. Without a body there is none.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The key with its new secret.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 409 {@link ConflictError}: `conflict`, `idempotency_in_progress`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`, `idempotency_key_reused`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const apiKeyWithSecret = await client.apiKeys.rotate('key_abc123', { grace_period_seconds: 3600 });
   * ```
   */
  rotate(
    keyId: string,
    body?: ApiKeyRotate,
    options?: CallOptions,
  ): ApiPromise<ApiKeyWithSecret, ApiKeysRotateAnswers> {
    return this.caller.call(
      operations['apiKeys.rotate'],
      { path: { key_id: keyId }, body },
      options,
    );
  }
}
