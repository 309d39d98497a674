/**
 * What every generated SDK stands on: retries, a rate-limit gate, credentials, errors and pages over
 * openapi-fetch.
 *
 * @packageDocumentation
 */

export { ApiPromise, type ApiResult, type CallOutcome } from './client/api-promise.ts';
export type { Caller, CallInput } from './client/caller.ts';
export { Client } from './client/client.ts';
export { type Clock, systemClock } from './client/clock.ts';
export type {
  CallOptions,
  ClientOptions,
  ClientRetryOptions,
  Fetch,
  HeaderRecord,
  RateLimitOptions,
  RetryOptions,
} from './client/options.ts';
export type {
  ApiProfile,
  CursorPagination,
  HttpMethod,
  OperationFacts,
} from './client/profile.ts';
export { RateLimitResource } from './client/rate-limit-resource.ts';
export type { ApiClient } from './client/raw-api.ts';
export { Resource } from './client/resource.ts';
export type { ClientSetup } from './client/settings.ts';
export {
  type BasicPair,
  basic,
  bearer,
  header,
  noCredential,
  rawAuthorization,
} from './credentials/constructors.ts';
export type { Credential } from './credentials/credential.ts';
export { Secret } from './credentials/secret.ts';
export type { TokenSource } from './credentials/token-source.ts';
export { ApiError, type ApiErrorDetails } from './errors/api-error.ts';
export { AbortError, ConnectionError, TimeoutError } from './errors/call-errors.ts';
export {
  type ApiErrorKind,
  ClientError,
  type ErrorContext,
  type ErrorKind,
} from './errors/client-error.ts';
export { type ConfigurationCode, ConfigurationError } from './errors/configuration-error.ts';
export { type DecodeDetails, DecodeError } from './errors/decode-error.ts';
export {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ValidationError,
  type ValidationIssue,
} from './errors/status-errors.ts';
export { type WebhookCode, WebhookError } from './errors/webhook-error.ts';
export type { Attempt } from './events/attempt.ts';
export type {
  AttemptEvent,
  AuthFailureEvent,
  ClientEvent,
  RateLimitedEvent,
  RateLimitLowEvent,
  RateLimitStoreEvent,
  RetryEvent,
  WaitEvent,
} from './events/events.ts';
export type { Logger, LogLevel } from './events/logger.ts';
export type { Priority as CallPriority } from './gate/lanes.ts';
export type {
  RateLimitSnapshot,
  RateLimitView,
  RateLimitWindowSnapshot,
} from './gate/snapshot.ts';
export { Page } from './pages/page.ts';
export { PagePromise } from './pages/page-promise.ts';
export type { RateLimitReport } from './policy/rate-limit-headers.ts';
export type { RetryReason } from './policy/retry-policy.ts';
export { MemoryRateLimitStore } from './store/memory-rate-limit-store.ts';
export type {
  BucketState as RateLimitBucketState,
  Lease as RateLimitLease,
  LeaseOutcome as RateLimitLeaseOutcome,
  RateLimitStore,
  Reservation as RateLimitReservation,
  ReserveRequest as RateLimitReserveRequest,
  WindowState as RateLimitWindowState,
} from './store/rate-limit-store.ts';
