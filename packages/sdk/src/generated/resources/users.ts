// Generated from Product API 1.0.0 by product-codegen. Do not edit.

import {
  type ApiError,
  type ApiPromise,
  type AuthenticationError,
  type BadRequestError,
  type CallOptions,
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
  PermissionProblem,
  Problem,
  User,
  UserRole,
  UserUpdate,
  ValidationProblem,
} from '../models.ts';
import { operations } from '../operations.ts';

/** The query of {@link Users.list}. */
export interface UsersListQuery {
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
  /** Only users with this role. */
  role?: UserRole;
  /**
   * Only users with this text in the name or the e-mail address, in any case.
   *
   * From 1 to 100 characters.
   *
   * @example 'okafor'
   */
  q?: string;
}

/** What {@link Users.list} can be answered. */
export interface UsersListAnswers {
  /** One page of users. */
  200: Page<User>;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope that this operation needs. */
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

/** What {@link Users.me} can be answered. */
export interface UsersMeAnswers {
  /** The user to whom the calling key belongs. */
  200: User;
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

/** What {@link Users.get} can be answered. */
export interface UsersGetAnswers {
  /** The user. */
  200: User;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope that this operation needs. */
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

/** What {@link Users.update} can be answered. */
export interface UsersUpdateAnswers {
  /** The user as it is now. */
  200: User;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope that this operation needs. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
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

/**
 * The people of your account, with the role each of them has.
 *
 * `me` answers the user to whom the calling key belongs.
 */
export class Users extends Resource {
  /**
   * List users.
   *
   * @remarks
   * Answers the people of your account, newest first, one page at a time.
   *
   * `GET /users`. Needs the scope `users:read`. Counts against the rate limit.
   *
   * @param query - Filters, size and place of the page.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns One page of users. Await it for one page, or iterate it for every item of every page.
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
   * for await (const user of client.users.list({ role: 'manager' })) {
   *   console.log(user);
   * }
   * ```
   */
  list(query: UsersListQuery = {}, options?: ListOptions): PagePromise<User, UsersListAnswers> {
    return paginate(this.caller, byCursor, {
      operation: operations['users.list'],
      input: { query },
      options,
    });
  }

  /**
   * Get the current user.
   *
   * @remarks
   * Answers the user to whom the calling key belongs. Any valid key may ask, whatever its scopes.
   *
   * `GET /users/me`. Counts against the rate limit.
   *
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The user to whom the calling key belongs.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const user = await client.users.me();
   * ```
   */
  me(options?: CallOptions): ApiPromise<User, UsersMeAnswers> {
    return this.caller.call(operations['users.me'], {}, options);
  }

  /**
   * Get a user.
   *
   * @remarks
   * Answers one user.
   *
   * `GET /users/{user_id}`. Needs the scope `users:read`. Counts against the rate limit.
   *
   * @param userId - The id of the user. At least 1 character.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The user.
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
   * const user = await client.users.get('user_amara');
   * ```
   */
  get(userId: string, options?: CallOptions): ApiPromise<User, UsersGetAnswers> {
    return this.caller.call(operations['users.get'], { path: { user_id: userId } }, options);
  }

  /**
   * Update a user.
   *
   * @remarks
   * Changes the name, e-mail address, role or picture of a user. Fields left out stay as they are.
   *
   * `PATCH /users/{user_id}`. Needs the scope `users:write`. Counts against the rate limit.
   *
   * @param userId - The id of the user. At least 1 character.
   * @param body - The fields to change.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The user as it is now.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const user = await client.users.update('user_amara', { role: 'manager' });
   * ```
   */
  update(
    userId: string,
    body: UserUpdate,
    options?: CallOptions,
  ): ApiPromise<User, UsersUpdateAnswers> {
    return this.caller.call(
      operations['users.update'],
      { path: { user_id: userId }, body },
      options,
    );
  }
}
