import type { RetryReason } from '../policy/retry-policy.ts';
import type { Attempt } from './attempt.ts';

/** One request was sent, and answered or lost. */
export interface AttemptEvent extends Attempt {
  /** Tells this event from others. */
  readonly type: 'attempt';
  /** The operationId. */
  readonly operation: string;
}

/** A failed attempt will be repeated. */
export interface RetryEvent {
  /** Tells this event from others. */
  readonly type: 'retry';
  /** The operationId. */
  readonly operation: string;
  /** Number of the attempt that failed. */
  readonly attempt: number;
  /** Why it is repeated. */
  readonly reason: RetryReason;
  /** Wait before the next attempt, in milliseconds; the rate limit may add to it. */
  readonly waitMs: number;
}

/** A call was held back by the rate limit, and now goes on. */
export interface WaitEvent {
  /** Tells this event from others. */
  readonly type: 'wait';
  /** The operationId. */
  readonly operation: string;
  /** How long it was held, in milliseconds. */
  readonly waitMs: number;
}

/** Few calls remain in a window; raised once per window. */
export interface RateLimitLowEvent {
  /** Tells this event from others. */
  readonly type: 'rate-limit-low';
  /** Name of the limit, such as `hour`. */
  readonly policy: string;
  /** Calls that the window holds, if the server says. */
  readonly limit?: number;
  /** Calls that remain. */
  readonly remaining: number;
  /** When the window ends, in milliseconds since the epoch, if the server says. */
  readonly resetAt?: number;
}

/** The server answered 429. */
export interface RateLimitedEvent {
  /** Tells this event from others. */
  readonly type: 'rate-limited';
  /** The operationId. */
  readonly operation: string;
  /** Wait that the server asks for, in milliseconds, if it does. */
  readonly retryAfterMs?: number;
}

/** The store that shares the rate limit is lost, or is back; calls go on either way. */
export interface RateLimitStoreEvent {
  /** Tells this event from others. */
  readonly type: 'rate-limit-store';
  /** `lost`: the client works from a share of its own until the store is `back`. */
  readonly state: 'lost' | 'back';
}

/** The server refused the credential (401) or its permissions (403). */
export interface AuthFailureEvent {
  /** Tells this event from others. */
  readonly type: 'auth-failure';
  /** The operationId. */
  readonly operation: string;
  /** Status of the answer. */
  readonly status: 401 | 403;
}

/** What `onEvent` is called with; `type` tells which. */
export type ClientEvent =
  | AttemptEvent
  | RetryEvent
  | WaitEvent
  | RateLimitLowEvent
  | RateLimitedEvent
  | RateLimitStoreEvent
  | AuthFailureEvent;
