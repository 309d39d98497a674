/**
 * What every generated SDK stands on: retries, a rate-limit gate, credentials, errors and pages over
 * openapi-fetch.
 *
 * @packageDocumentation
 */

export {
  ApiPromise,
  type ApiResult,
  type CallForm,
  type CallOutcome,
} from './client/api-promise.ts';
export type {
  CallFailure,
  CallResult,
  CallSuccess,
  CallUnanswered,
  ErrorOf,
  ErrorStatus,
  SuccessStatus,
} from './client/call-result.ts';
export type { Caller, CallInput } from './client/caller.ts';
export type { Circumstances } from './client/circumstances.ts';
export { Client } from './client/client.ts';
export { type Clock, systemClock } from './client/clock.ts';
export { multipart } from './client/multipart.ts';
export type {
  AppInfo,
  CallOptions,
  ClientOptions,
  ClientRetryOptions,
  Fetch,
  FetchOptions,
  HeaderRecord,
  RateLimitOptions,
  RetryOptions,
} from './client/options.ts';
export type {
  ApiProfile,
  ErrorReading,
  HttpMethod,
  OperationFacts,
  Pagination,
} from './client/profile.ts';
export { RateLimitResource } from './client/rate-limit-resource.ts';
export type { ApiClient } from './client/raw-api.ts';
export { Resource } from './client/resource.ts';
export type { AnswerData, ResponseValidator } from './client/response-validator.ts';
export type { ClientSetup } from './client/settings.ts';
export { checked, type KeyForm } from './credentials/checked.ts';
export {
  type ClientCredentialsOptions,
  clientCredentials,
} from './credentials/client-credentials.ts';
export {
  type BasicPair,
  basic,
  bearer,
  cookie,
  header,
  noCredential,
  rawAuthorization,
} from './credentials/constructors.ts';
export type { Credential, TokenRequest } from './credentials/credential.ts';
export { query } from './credentials/query.ts';
export { Secret } from './credentials/secret.ts';
export type { ExpiringToken, TokenSource } from './credentials/token-source.ts';
export { ApiError, type ApiErrorDetails } from './errors/api-error.ts';
export { AbortError, ConnectionError, TimeoutError } from './errors/call-errors.ts';
export {
  type ApiErrorKind,
  ClientError,
  type ErrorContext,
  type ErrorKind,
} from './errors/client-error.ts';
export { type ConfigurationCode, ConfigurationError } from './errors/configuration-error.ts';
export {
  type DecodeCode,
  type DecodeDetails,
  DecodeError,
  type ResponseIssue,
} from './errors/decode-error.ts';
export { type ErrorPlaces, errorAt } from './errors/error-at.ts';
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
  AttemptStartEvent,
  AuthFailureEvent,
  CallEndEvent,
  CallEvent,
  CallStartEvent,
  ClientEvent,
  DeprecatedEvent,
  ErrorName,
  EventOfCall,
  ModeMismatchEvent,
  RateLimitedEvent,
  RateLimitLowEvent,
  RateLimitStoreEvent,
  RetryEvent,
  TokenRequestEvent,
  WaitEvent,
} from './events/events.ts';
export type { Logger, LogLevel } from './events/logger.ts';
export { type FieldsFirstLogger, pinoLogger } from './events/pino-logger.ts';
export type { Priority as CallPriority } from './gate/lanes.ts';
export type {
  RateLimitSnapshot,
  RateLimitView,
  RateLimitWindowSnapshot,
} from './gate/snapshot.ts';
export { byCursor } from './pages/by-cursor.ts';
export { byLink } from './pages/by-link.ts';
export { byOffset, byPage } from './pages/by-number.ts';
export { Page } from './pages/page.ts';
export { PagePromise } from './pages/page-promise.ts';
export type { PageStyle } from './pages/page-style.ts';
export { type ListCall, type ListOptions, paginate } from './pages/paginate.ts';
export type { Call, Reply } from './pipeline/call.ts';
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
export { withFallback } from './store/with-fallback.ts';
export type { Telemetry, TracedAttempt, TracedCall, TracedStep } from './telemetry/telemetry.ts';
