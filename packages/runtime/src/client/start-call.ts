import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Body, Call } from '../pipeline/call.ts';
import { checkCallOptions } from './check-options.ts';
import type { CallOptions, RetryOptions } from './options.ts';
import type { OperationFacts } from './profile.ts';
import type { Settings } from './settings.ts';

/** How this call differs from others of its client. */
export interface CallShape {
  /** Options of the call. */
  readonly options?: CallOptions | undefined;
  /** Whether its body is handed on as it comes. */
  readonly streamed?: boolean;
}

/** A call before openapi-fetch has built its request. */
export type CallPlan = (request: Request, body: Body) => Call;

/**
 * Plans a call: its limits begin to count here.
 *
 * @param settings - Settings of the client.
 * @param operation - What the document says of the operation.
 * @param shape - How this call differs.
 * @throws {@link ConfigurationError}
 */
export function planCall(
  settings: Settings,
  operation: OperationFacts,
  shape: CallShape,
): CallPlan {
  const { options = {}, streamed = false } = shape;
  checkCallOptions(options);
  if (options.idempotencyKey !== undefined && operation.idempotencyHeader === undefined) {
    const message = `cannot use idempotencyKey: ${operation.id} declares none, so the server would ignore it.`;
    throw new ConfigurationError('idempotency_not_declared', message);
  }
  const { credential, clock } = settings;
  const deadlineAt = clock.now() + (options.deadlineMs ?? settings.deadlineMs);
  const retry = options.retry ? overlay(settings.retry, options.retry) : settings.retry;
  return (request, body) => {
    refuseForeign(request.url, settings.origin);
    return {
      settings,
      operation,
      signal: options.signal,
      timeoutMs: options.timeoutMs ?? settings.timeoutMs,
      deadlineAt,
      maxWaitMs: options.maxWaitMs ?? settings.maxWaitMs,
      retry,
      attempts: [],
      streamed,
      request,
      body,
      keyed: false,
      place: undefined,
      priority: options.priority ?? 'normal',
      gateWaitMs: 0,
      heldMs: 0,
      spent: 0,
      sentAt: undefined,
      attemptSignal: null,
      ownAuthorization:
        credential.headerName !== undefined && request.headers.has(credential.headerName),
      token: undefined,
    };
  };
}

/** The credential belongs to its origin, whatever base URL or path a call was given. */
function refuseForeign(url: string, origin: string): void {
  if (url.startsWith(`${origin}/`)) return;
  const message = `cannot send the request: its URL is not at ${origin}. Make a client for each origin.`;
  throw new ConfigurationError('foreign_origin', message);
}

function overlay(base: Settings['retry'], options: RetryOptions): Settings['retry'] {
  return {
    maxAttempts: options.maxAttempts ?? base.maxAttempts,
    baseDelayMs: options.baseDelayMs ?? base.baseDelayMs,
    maxDelayMs: options.maxDelayMs ?? base.maxDelayMs,
  };
}
