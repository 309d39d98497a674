import type { RetryOptions } from '../client/options.ts';
import type { OperationFacts } from '../client/profile.ts';
import type { Settings } from '../client/settings.ts';
import type { Secret } from '../credentials/secret.ts';
import type { ErrorContext } from '../errors/client-error.ts';
import type { DecodeCode } from '../errors/decode-error.ts';
import type { Attempt } from '../events/attempt.ts';
import type { Priority } from '../gate/lanes.ts';
import type { RateLimitReport } from '../policy/rate-limit-headers.ts';

/** A body that can be sent any number of times, or a stream that can be sent once. */
export type Body = RequestInit['body'];

/**
 * One call on its way through the stages; each stage reads it, and writes what is its own.
 *
 * @internal
 */
export interface Call {
  /** Tells the call from others, once anyone asks. By `factsOf`. */
  id?: string;
  /** Settings of the client. */
  readonly settings: Settings;
  /** What the document says of the operation. */
  readonly operation: OperationFacts;
  /** The caller's signal. */
  readonly callerSignal: AbortSignal | undefined;
  /** Whether the call is to end: the caller's signal aborted, or the client is disposed of. By stage `track`. */
  isEnded: boolean;
  /** Tells those who wait of that. By {@link signalOf}. */
  controller: AbortController | undefined;
  /** Ends what is under way now. By {@link interruptible}. */
  interrupt: (() => void) | undefined;
  /** Fields for `fetch` beside the request. */
  readonly fetchOptions: object | undefined;
  /** Limit on one attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** When the whole call must be over, in milliseconds since the epoch of the clock. */
  readonly deadlineAt: number;
  /** Longest wait for the rate limit, in milliseconds. */
  readonly maxWaitMs: number;
  /** Most bytes that the body of an answer may have. */
  readonly maxResponseBytes: number;
  /** How a failed attempt is repeated. */
  readonly retry: { readonly [Key in keyof RetryOptions]-?: number };
  /** What was sent so far. */
  readonly attempts: Attempt[];
  /** Whether the answer's body is handed on as it comes, instead of being read within the attempt. */
  readonly streamed: boolean;
  /** The request, sent as it is in the first attempt. */
  request: Request;
  /** The body as it was serialized. */
  body: Body;
  /** Whether a key makes it safe to send the call again. By stage `identify`. */
  keyed: boolean;
  /** How urgent the call is. */
  readonly priority: Priority;
  /** Place in the gate's queue, kept over attempts. By stage `gate`. */
  place: number | undefined;
  /** How long the call was held by the gate so far, in milliseconds. By stage `gate`. */
  heldMs: number;
  /** What the call has spent of the retry budget. By stage `retry`. */
  spent: number;
  /** How long this attempt was held by the gate, in milliseconds. By stage `gate`. */
  gateWaitMs: number;
  /** When this attempt was sent, in milliseconds since the epoch of the clock. By stage `send`. */
  sentAt: number | undefined;
  /** Size of this attempt's answer, decompressed, in bytes. By stage `send`. */
  bytes?: number | undefined;
  /** Ends this attempt. By stage `deadline`. */
  attemptSignal: AbortSignal | null;
  /** Whether the caller set the credential's header for this call. */
  readonly ownAuthorization: boolean;
  /** The token that this attempt was sent with. By stage `authorize`. */
  token: Secret | undefined;
}

/**
 * An answer whose body has been read.
 *
 * @internal
 */
export interface Reply {
  /** The answer; its body is used up unless the call is streamed. */
  readonly response: Response;
  /** The body: text if it is of a textual type. */
  readonly body: string | Uint8Array<ArrayBuffer>;
  /** What it says of the rate limit. By stage `gate`. */
  rateLimit?: readonly RateLimitReport[];
  /** The data of a success. By stage `send`. */
  readonly data?: unknown;
  /** Why a success has no data, if it should have some. By stage `send`. */
  readonly fault?: DecodeCode | undefined;
  /** Whether the call was refused for the rate limit: 429, or 403 that names a wait. By stage `gate`. */
  isRefused?: boolean;
  /** Wait that a refusal asks for, in milliseconds. By stage `gate`. */
  retryAfterMs?: number;
}

/** The stages further in. */
export type Next = (call: Call) => Promise<Reply>;

/** One step of a call: does its part, and hands the call on. */
export type Stage = (call: Call, next: Next) => Promise<Reply>;

/**
 * What is left of a call's deadline, in milliseconds; most calls have none, and need no clock.
 *
 * @param call - The call.
 */
export function remainingMs({ deadlineAt, settings }: Call): number {
  return deadlineAt === Number.POSITIVE_INFINITY ? deadlineAt : deadlineAt - settings.clock.now();
}

/**
 * The circumstances that an error of this call states.
 *
 * @param call - The call.
 * @param cause - What caused the error.
 */
export function contextOf(call: Call, cause?: unknown): ErrorContext {
  return { operation: call.operation.id, attempts: call.attempts, cause };
}
