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
  PermissionProblem,
  Problem,
  UnprocessableProblem,
  ValidationProblem,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointCreate,
  WebhookEndpointStatus,
  WebhookEndpointTest,
  WebhookEndpointUpdate,
  WebhookEndpointWithSecret,
  WebhookSecretRotate,
} from '../models.ts';
import { operations } from '../operations.ts';

/** The query of {@link WebhookEndpoints.list}. */
export interface WebhookEndpointsListQuery {
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
  /** Only endpoints with this status. */
  status?: WebhookEndpointStatus;
}

/** What {@link WebhookEndpoints.list} can be answered. */
export interface WebhookEndpointsListAnswers {
  /** One page of endpoints. */
  200: Page<WebhookEndpoint>;
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

/** What {@link WebhookEndpoints.create} can be answered. */
export interface WebhookEndpointsCreateAnswers {
  /** The new endpoint with its secret. */
  201: WebhookEndpointWithSecret;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope `admin:*`. */
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

/** What {@link WebhookEndpoints.get} can be answered. */
export interface WebhookEndpointsGetAnswers {
  /** The endpoint. */
  200: WebhookEndpoint;
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

/** What {@link WebhookEndpoints.update} can be answered. */
export interface WebhookEndpointsUpdateAnswers {
  /** The endpoint as it is now. */
  200: WebhookEndpoint;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope `admin:*`. */
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

/** What {@link WebhookEndpoints.delete} can be answered. */
export interface WebhookEndpointsDeleteAnswers {
  /** The endpoint is gone. */
  204: undefined;
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

/** What {@link WebhookEndpoints.test} can be answered. */
export interface WebhookEndpointsTestAnswers {
  /** The delivery, whether it succeeded or failed. */
  200: WebhookDelivery;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope `admin:*`. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
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

/** What {@link WebhookEndpoints.rotateSecret} can be answered. */
export interface WebhookEndpointsRotateSecretAnswers {
  /** The endpoint with its new secret. */
  200: WebhookEndpointWithSecret;
  /** The request cannot be read. */
  400: Problem;
  /** The credentials are missing or were refused. The code tells which. */
  401: Problem;
  /** The key is valid but lacks the scope `admin:*`. */
  403: PermissionProblem;
  /** There is no such object, or it belongs to the other mode. */
  404: Problem;
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

/**
 * Webhook endpoints: the URLs of yours to which the service sends events.
 *
 * Each delivery is signed after the Standard Webhooks specification with the endpoint's secret,
 * which is shown once, on `create` and on `rotateSecret`. All operations need `admin:*`.
 */
export class WebhookEndpoints extends Resource {
  /**
   * List webhook endpoints.
   *
   * @remarks
   * Answers the endpoints of your account, newest first, one page at a time. Secrets are never part
   * of it.
   *
   * `GET /webhook-endpoints`. Needs the scope `admin:*`. Counts against the rate limit.
   *
   * @param query - Filters, size and place of the page.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns One page of endpoints. Await it for one page, or iterate it for every item of every
   *   page.
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
   * for await (const webhookEndpoint of client.webhookEndpoints.list({ status: 'enabled' })) {
   *   console.log(webhookEndpoint);
   * }
   * ```
   */
  list(
    query: WebhookEndpointsListQuery = {},
    options?: ListOptions,
  ): PagePromise<WebhookEndpoint, WebhookEndpointsListAnswers> {
    return paginate(this.caller, byCursor, {
      operation: operations['webhookEndpoints.list'],
      input: { query },
      options,
    });
  }

  /**
   * Create a webhook endpoint.
   *
   * @remarks
   * Registers a URL for events of the calling key's mode and answers it with the secret that signs
   * them, which is shown only this once.
   *
   * `POST /webhook-endpoints`. Needs the scope `admin:*`. Counts against the rate limit. Sends an
   * `Idempotency-Key`, the same one with each attempt, so a retry does nothing twice.
   *
   * @param body - The URL and the events it shall receive.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The new endpoint with its secret.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 409 {@link ConflictError}: `idempotency_in_progress`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`, `idempotency_key_reused`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const webhookEndpointWithSecret = await client.webhookEndpoints.create({
   *   url: 'https://example.com/hooks/product',
   *   description: 'Syncs tasks into the data warehouse',
   *   events: ['task.created', 'task.updated'],
   * });
   * ```
   */
  create(
    body: WebhookEndpointCreate,
    options?: CallOptions,
  ): ApiPromise<WebhookEndpointWithSecret, WebhookEndpointsCreateAnswers> {
    return this.caller.call(operations['webhookEndpoints.create'], { body }, options);
  }

  /**
   * Get a webhook endpoint.
   *
   * @remarks
   * Answers one endpoint. The secret is not part of it.
   *
   * `GET /webhook-endpoints/{webhook_endpoint_id}`. Needs the scope `admin:*`. Counts against the
   * rate limit.
   *
   * @param webhookEndpointId - The id of the webhook endpoint. At least 1 character.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The endpoint.
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
   * const webhookEndpoint = await client.webhookEndpoints.get('we_4hooks');
   * ```
   */
  get(
    webhookEndpointId: string,
    options?: CallOptions,
  ): ApiPromise<WebhookEndpoint, WebhookEndpointsGetAnswers> {
    return this.caller.call(
      operations['webhookEndpoints.get'],
      { path: { webhook_endpoint_id: webhookEndpointId } },
      options,
    );
  }

  /**
   * Update a webhook endpoint.
   *
   * @remarks
   * Changes the URL, events, description or status of an endpoint. Fields left out stay as they are.
   *
   * `PATCH /webhook-endpoints/{webhook_endpoint_id}`. Needs the scope `admin:*`. Counts against the
   * rate limit.
   *
   * @param webhookEndpointId - The id of the webhook endpoint. At least 1 character.
   * @param body - The fields to change.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The endpoint as it is now.
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
   * const webhookEndpoint = await client.webhookEndpoints.update('we_4hooks', { status: 'disabled' });
   * ```
   */
  update(
    webhookEndpointId: string,
    body: WebhookEndpointUpdate,
    options?: CallOptions,
  ): ApiPromise<WebhookEndpoint, WebhookEndpointsUpdateAnswers> {
    return this.caller.call(
      operations['webhookEndpoints.update'],
      { path: { webhook_endpoint_id: webhookEndpointId }, body },
      options,
    );
  }

  /**
   * Delete a webhook endpoint.
   *
   * @remarks
   * Deletes an endpoint for good. Nothing more is sent to it, not even what was waiting to be sent
   * again.
   *
   * `DELETE /webhook-endpoints/{webhook_endpoint_id}`. Needs the scope `admin:*`. Counts against
   * the rate limit.
   *
   * @param webhookEndpointId - The id of the webhook endpoint. At least 1 character.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns Nothing, once the answer is there. The endpoint is gone.
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
   * await client.webhookEndpoints.delete('we_4hooks');
   * ```
   */
  delete(
    webhookEndpointId: string,
    options?: CallOptions,
  ): ApiPromise<void, WebhookEndpointsDeleteAnswers> {
    return this.caller.call(
      operations['webhookEndpoints.delete'],
      { path: { webhook_endpoint_id: webhookEndpointId } },
      options,
    );
  }

  /**
   * Test a webhook endpoint.
   *
   * @remarks
   * Sends an event with example data to the endpoint at once and answers how that went. It is sent
   * once only, and even to a disabled endpoint.
   *
   * `POST /webhook-endpoints/{webhook_endpoint_id}/test`. Needs the scope `admin:*`. Counts against
   * the rate limit. Sends an `Idempotency-Key`, the same one with each attempt, so a retry does
   * nothing twice.
   *
   * @param webhookEndpointId - The id of the webhook endpoint. At least 1 character.
   * @param body - The type of event to send. Without a body, the first type that the endpoint
   *   receives.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The delivery, whether it succeeded or failed.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 409 {@link ConflictError}: `idempotency_in_progress`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`, `idempotency_key_reused`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const webhookDelivery = await client.webhookEndpoints.test('we_4hooks', { type: 'task.created' });
   * ```
   */
  test(
    webhookEndpointId: string,
    body?: WebhookEndpointTest,
    options?: CallOptions,
  ): ApiPromise<WebhookDelivery, WebhookEndpointsTestAnswers> {
    return this.caller.call(
      operations['webhookEndpoints.test'],
      { path: { webhook_endpoint_id: webhookEndpointId }, body },
      options,
    );
  }

  /**
   * Rotate a webhook endpoint's secret.
   *
   * @remarks
   * Gives the endpoint a new signing secret and answers it, only this once. During the grace period
   * events carry two signatures, one with each secret, so that you can change over without missing
   * any.
   *
   * `POST /webhook-endpoints/{webhook_endpoint_id}/rotate-secret`. Needs the scope `admin:*`.
   * Counts against the rate limit. Sends an `Idempotency-Key`, the same one with each attempt, so a
   * retry does nothing twice.
   *
   * @param webhookEndpointId - The id of the webhook endpoint. At least 1 character.
   * @param body - The grace period. Without a body there is none.
   * @param options - How this call is made: timeout, retries, signal.
   * @returns The endpoint with its new secret.
   * @throws 400 {@link BadRequestError}: `malformed_request`.
   * @throws 401 {@link AuthenticationError}: `missing_credentials`, `malformed_credentials`,
   *   `invalid_api_key`, `expired_api_key`.
   * @throws 403 {@link PermissionError}: `insufficient_scope`.
   * @throws 404 {@link NotFoundError}: `not_found`.
   * @throws 409 {@link ConflictError}: `idempotency_in_progress`.
   * @throws 413 {@link ApiError}: `body_too_large`.
   * @throws 415 {@link ApiError}: `unsupported_media_type`.
   * @throws 422 {@link ValidationError}: `validation_failed`, `idempotency_key_reused`.
   * @throws 429 {@link RateLimitError}: `rate_limit_exceeded`.
   * @throws 500 {@link ServerError}: `internal_error`.
   * @throws 503 {@link ServerError}: `service_unavailable`.
   * @example
   * ```ts
   * const webhookEndpointWithSecret = await client.webhookEndpoints.rotateSecret('we_4hooks', { grace_period_seconds: 86400 });
   * ```
   */
  rotateSecret(
    webhookEndpointId: string,
    body?: WebhookSecretRotate,
    options?: CallOptions,
  ): ApiPromise<WebhookEndpointWithSecret, WebhookEndpointsRotateSecretAnswers> {
    return this.caller.call(
      operations['webhookEndpoints.rotateSecret'],
      { path: { webhook_endpoint_id: webhookEndpointId }, body },
      options,
    );
  }
}
