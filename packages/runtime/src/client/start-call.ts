import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Body, Call } from '../pipeline/call.ts';
import { disposedError } from '../pipeline/interrupt.ts';
import { checkCallOptions } from './check-options.ts';
import type { CallOptions } from './options.ts';
import { overlay } from './overlay.ts';
import type { OperationFacts } from './profile.ts';
import type { Settings } from './settings.ts';

/** How this call differs from others of its client. */
export interface CallShape {
  /** Options of the call. */
  readonly options?: CallOptions | undefined;
  /** Whether its body is handed on as it comes. */
  readonly streamed?: boolean;
}

/** A call before its request is built. */
export type CallPlan = (request: Request, body: Body) => Call;

const NONE: CallOptions = {};

/**
 * Plans a call: its limits begin to count here.
 *
 * @param settings - Settings of the client.
 * @param operation - What the document says of the operation.
 * @param shape - How this call differs.
 * @throws A {@link ConfigurationError}
 */
export function planCall(
  settings: Settings,
  operation: OperationFacts,
  shape: CallShape,
): CallPlan {
  const { options = NONE, streamed = false } = shape;
  if (options !== NONE) checkCallOptions(options);
  if (settings.open.isDisposed) throw disposedError({ operation: operation.id });
  if (options.idempotencyKey) refuseUndeclaredKey(operation);
  const { credential, clock } = settings;
  const own = options === NONE ? settings : overlay(settings, options);
  const deadlineAt = clock.now() + own.deadlineMs;
  const retry = options.retry ? overlay(settings.retry, options.retry) : settings.retry;
  return (request, body) => {
    refuseForeign(request.url, settings.origin);
    return {
      settings,
      operation,
      callerSignal: options.signal,
      isEnded: false,
      controller: undefined,
      interrupt: undefined,
      fetchOptions: own.fetchOptions,
      timeoutMs: own.timeoutMs,
      deadlineAt,
      maxWaitMs: own.maxWaitMs,
      maxResponseBytes: own.maxResponseBytes,
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

function refuseUndeclaredKey({ id, idempotencyHeader }: OperationFacts): void {
  if (idempotencyHeader !== undefined) return;
  const message = `cannot use idempotencyKey: ${id} declares none, so the server would ignore it.`;
  throw new ConfigurationError('idempotency_not_declared', message);
}

/** The credential belongs to its origin, whatever base URL or path a call was given. */
function refuseForeign(url: string, origin: string): void {
  if (url.startsWith(`${origin}/`)) return;
  const message = `cannot send the request: its URL is not at ${origin}. Make a client for each origin.`;
  throw new ConfigurationError('foreign_origin', message);
}
