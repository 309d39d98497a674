/** Classes and functions of `@product/client-runtime` that a generated package exports again. */
export const RUNTIME_VALUES: readonly string[] = [
  ...['AbortError', 'ApiError', 'ApiPromise', 'AuthenticationError', 'BadRequestError'],
  ...['ConfigurationError', 'ConflictError', 'ConnectionError', 'DecodeError', 'NotFoundError'],
  ...['MemoryRateLimitStore', 'Page', 'PagePromise', 'PermissionError', 'RateLimitError'],
  ...['RateLimitResource', 'Resource', 'Secret'],
  ...['ServerError', 'TimeoutError', 'ValidationError'],
  ...['basic', 'bearer', 'header', 'noCredential', 'rawAuthorization'],
];

/** Types of `@product/client-runtime` that a generated package exports again. */
export const RUNTIME_TYPES: readonly string[] = [
  ...['ApiClient', 'ApiErrorDetails', 'ApiErrorKind', 'ApiResult', 'Attempt', 'AttemptEvent'],
  ...['AuthFailureEvent', 'BasicPair', 'Caller', 'CallInput', 'CallOptions', 'ClientEvent'],
  ...['ClientOptions', 'Clock', 'ConfigurationCode', 'Credential', 'CursorPagination'],
  ...['DecodeDetails', 'ErrorContext', 'ErrorKind', 'Fetch', 'HeaderRecord', 'HttpMethod'],
  ...['Logger', 'LogLevel', 'OperationFacts', 'RateLimitedEvent', 'RateLimitLowEvent'],
  ...['RateLimitOptions', 'RateLimitReport', 'RetryEvent', 'RetryOptions', 'RetryReason'],
  ...['CallPriority', 'ClientRetryOptions', 'RateLimitBucketState', 'RateLimitLease'],
  ...['RateLimitLeaseOutcome', 'RateLimitReservation', 'RateLimitReserveRequest'],
  ...['RateLimitSnapshot', 'RateLimitStore', 'RateLimitStoreEvent', 'RateLimitView'],
  ...['RateLimitWindowSnapshot', 'RateLimitWindowState'],
  ...['TokenSource', 'ValidationIssue', 'WaitEvent'],
];
