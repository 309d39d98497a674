/**
 * The typed client of the Product API.
 *
 * @packageDocumentation
 */

// The client and how it is told what to do.

export {
  type CallOptions,
  type CallPriority,
  type ClientOptions,
  type ClientRetryOptions,
  type Clock,
  type Fetch,
  type HeaderRecord,
  type ListOptions,
  type Logger,
  type LogLevel,
  ProductClient,
  type ProductClientOptions,
  type RateLimitOptions,
  type RateLimitSnapshot,
  type RateLimitView,
  type RateLimitWindowSnapshot,
  type RetryOptions,
} from './generated/index.ts';

// The resources, and what their methods take.

export {
  ApiKeys,
  type ApiKeysListQuery,
  type ApiKeysRevokeQuery,
  Oauth,
  Projects,
  type ProjectsListQuery,
  RateLimit,
  Tasks,
  type TasksListQuery,
  Users,
  type UsersListQuery,
  WebhookEndpoints,
  type WebhookEndpointsListQuery,
} from './generated/index.ts';

// What the API speaks of.

export type {
  AccessToken,
  AccessTokenRequest,
  ApiKey,
  ApiKeyCreate,
  ApiKeyMode,
  ApiKeyPage,
  ApiKeyRotate,
  ApiKeyStatus,
  ApiKeyUpdate,
  ApiKeyUsage,
  ApiKeyWithSecret,
  GrantType,
  Plan,
  Project,
  ProjectCreate,
  ProjectPage,
  ProjectStatus,
  ProjectUpdate,
  RateLimitStatus,
  RateLimitWindow,
  Scope,
  Task,
  TaskCreate,
  TaskPage,
  TaskPriority,
  TaskStatus,
  TaskUpdate,
  User,
  UserPage,
  UserRole,
  UserUpdate,
  WebhookDelivery,
  WebhookDeliveryStatus,
  WebhookEndpoint,
  WebhookEndpointCreate,
  WebhookEndpointPage,
  WebhookEndpointStatus,
  WebhookEndpointTest,
  WebhookEndpointUpdate,
  WebhookEndpointWithSecret,
  WebhookSecretRotate,
} from './generated/index.ts';

// What the API sends to webhook endpoints; @product/api-client/webhooks verifies it.

export type {
  ApiKeyAuthFailedEvent,
  ApiKeyAuthFailure,
  ApiKeyCreatedEvent,
  ApiKeyExpiredEvent,
  ApiKeyExpiringEvent,
  ApiKeyLocation,
  ApiKeyRenewedEvent,
  ApiKeyRevokedEvent,
  ApiKeyRotatedEvent,
  ApiKeyUpdatedEvent,
  ApiKeyUsedFromNewLocationEvent,
  ProjectCreatedEvent,
  ProjectDeletedEvent,
  ProjectUpdatedEvent,
  QuotaExceededEvent,
  RateLimitNotice,
  RateLimitReachedEvent,
  TaskCreatedEvent,
  TaskDeletedEvent,
  TaskUpdatedEvent,
  WebhookEvent,
  WebhookEventMap,
  WebhookEventType,
} from './generated/index.ts';

// What the API answers when it refuses.

export type {
  FieldError,
  IdempotencyKeyReusedProblem,
  OAuthError,
  OAuthErrorCode,
  PermissionProblem,
  Problem,
  ProblemCode,
  UnprocessableProblem,
  ValidationProblem,
} from './generated/index.ts';

// What each call can be answered, by status: what `result()` tells apart.

export type * from './generated/answers.ts';

// What a call throws.

export {
  AbortError,
  ApiError,
  type ApiErrorDetails,
  type ApiErrorKind,
  AuthenticationError,
  BadRequestError,
  type ConfigurationCode,
  ConfigurationError,
  ConflictError,
  ConnectionError,
  type DecodeCode,
  type DecodeDetails,
  DecodeError,
  type ErrorContext,
  type ErrorKind,
  NotFoundError,
  PermissionError,
  ProductError,
  RateLimitError,
  type ResponseIssue,
  ServerError,
  TimeoutError,
  ValidationError,
  type ValidationIssue,
} from './generated/index.ts';

// What a call gives.

export {
  ApiPromise,
  type ApiResult,
  type Attempt,
  type CallFailure,
  type CallResult,
  type CallSuccess,
  type CallUnanswered,
  type ErrorOf,
  multipart,
  Page,
  PagePromise,
  type RateLimitReport,
  type ResponseValidator,
} from './generated/index.ts';

// How a request proves who sends it.

export {
  type BasicPair,
  basic,
  bearer,
  type ClientCredentialsOptions,
  type Credential,
  clientCredentials,
  cookie,
  type ExpiringToken,
  header,
  noCredential,
  query,
  rawAuthorization,
  Secret,
  type TokenRequest,
  type TokenSource,
} from './generated/index.ts';

// What a client reports while it works.

export {
  type AttemptEvent,
  type AttemptStartEvent,
  type AuthFailureEvent,
  type CallEndEvent,
  type CallEvent,
  type CallStartEvent,
  type ClientEvent,
  type DeprecatedEvent,
  type ErrorName,
  type EventOfCall,
  type FieldsFirstLogger,
  type ModeMismatchEvent,
  pinoLogger,
  type RateLimitedEvent,
  type RateLimitLowEvent,
  type RateLimitStoreEvent,
  type RetryEvent,
  type RetryReason,
  type Telemetry,
  type TokenRequestEvent,
  type TracedAttempt,
  type TracedCall,
  type TracedStep,
  type WaitEvent,
} from './generated/index.ts';

// How processes share what they know of a rate limit.

export {
  MemoryRateLimitStore,
  type RateLimitBucketState,
  type RateLimitLease,
  type RateLimitLeaseOutcome,
  type RateLimitReservation,
  type RateLimitReserveRequest,
  type RateLimitStore,
  type RateLimitWindowState,
  withFallback,
} from './generated/index.ts';

// What the generated code stands on.

export {
  type ApiClient,
  type Caller,
  type CallInput,
  type HttpMethod,
  type OperationFacts,
  type Pagination,
  RateLimitResource,
  Resource,
} from './generated/index.ts';
