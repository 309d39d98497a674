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
  type DecodeDetails,
  DecodeError,
  type ErrorContext,
  type ErrorKind,
  NotFoundError,
  PermissionError,
  ProductError,
  RateLimitError,
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
  Page,
  PagePromise,
  type RateLimitReport,
} from './generated/index.ts';

// How a request proves who sends it.

export {
  type BasicPair,
  basic,
  bearer,
  type Credential,
  header,
  noCredential,
  rawAuthorization,
  Secret,
  type TokenSource,
} from './generated/index.ts';

// What a client reports while it works.

export type {
  AttemptEvent,
  AuthFailureEvent,
  ClientEvent,
  RateLimitedEvent,
  RateLimitLowEvent,
  RateLimitStoreEvent,
  RetryEvent,
  RetryReason,
  WaitEvent,
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
} from './generated/index.ts';

// What the generated code stands on.

export {
  type ApiClient,
  type Caller,
  type CallInput,
  type CursorPagination,
  type HttpMethod,
  type OperationFacts,
  RateLimitResource,
  Resource,
} from './generated/index.ts';
