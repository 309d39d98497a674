import type { HttpMethod } from '../client/profile.ts';
import type { ErrorKind } from '../errors/client-error.ts';
import type { RetryReason } from '../policy/retry-policy.ts';
import type { Attempt } from './attempt.ts';

/** What all events of one call share. */
export interface CallEvent {
  /** The same in all events of one call, and in those of no other. */
  readonly callId: string;
  /** The operationId; for a path that the document does not have, method and path. */
  readonly operation: string;
  /** Method of the request. */
  readonly method: HttpMethod;
  /** Path template below the base URL, never the path itself: `/tasks/{task_id}`. */
  readonly path: string;
}

/** A call begins, before any wait. */
export interface CallStartEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'call-start';
}

/** A call is over: answered for good, or failed. */
export interface CallEndEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'call-end';
  /** How long it took, all waits and attempts together, in milliseconds. */
  readonly durationMs: number;
  /** Requests that it sent. */
  readonly attempts: number;
  /** Status of the last answer, if one came. */
  readonly status?: number;
  /** What it failed with, if no answer came: kind and code of the error that is thrown. */
  readonly error?: ErrorName;
}

/** What tells an error from others, without its message. */
export interface ErrorName {
  /** Kind of the error. */
  readonly kind: ErrorKind;
  /** What exactly went wrong, in a word: `attempt_timeout`. */
  readonly code: string;
}

/**
 * The source of a credential's tokens was asked: a token endpoint, or the function that was given. Raised
 * once for all calls that waited for it, with the facts of the one that asked.
 */
export interface TokenRequestEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'token-request';
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
  /** Whether it gave a token. */
  readonly isGranted: boolean;
}

/** One request is about to be sent. */
export interface AttemptStartEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'attempt-start';
  /** Its number, from 1. */
  readonly attempt: number;
}

/** One request was sent, and answered or lost. */
export interface AttemptEvent extends CallEvent, Attempt {
  /** Tells this event from others. */
  readonly type: 'attempt';
  /** Size of the answer's body in bytes, decompressed, if one came and was read. */
  readonly bytes?: number;
}

/** A failed attempt will be repeated. */
export interface RetryEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'retry';
  /** Number of the attempt that failed. */
  readonly attempt: number;
  /** Why it is repeated. */
  readonly reason: RetryReason;
  /** Wait before the next attempt, in milliseconds; the rate limit may add to it. */
  readonly waitMs: number;
}

/** A call was held back by the rate limit, and now goes on. */
export interface WaitEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'wait';
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

/** The server refused a request for its rate limit: 429, or 403 with a wait. */
export interface RateLimitedEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'rate-limited';
  /** Wait that the server asks for, in milliseconds, if it does. */
  readonly retryAfterMs?: number;
}

/** A client was made with a key of one mode and the address of another; raised once, when it is made. */
export interface ModeMismatchEvent {
  /** Tells this event from others. */
  readonly type: 'mode-mismatch';
  /** Mode of the key, such as `test`. */
  readonly keyMode: string;
  /** Mode of the base URL, such as `live`. */
  readonly urlMode: string;
}

/** The store that shares the rate limit is lost, or is back; calls go on either way. */
export interface RateLimitStoreEvent {
  /** Tells this event from others. */
  readonly type: 'rate-limit-store';
  /** `lost`: the client works from a share of its own until the store is `back`. */
  readonly state: 'lost' | 'back';
}

/** The server refused the credential (401) or its permissions (403). */
export interface AuthFailureEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'auth-failure';
  /** Status of the answer. */
  readonly status: 401 | 403;
}

/**
 * The server says that an operation is deprecated, or when it ends; raised once per operation by a
 * client and its copies.
 *
 * @see RFC 9745 (`Deprecation`), RFC 8594 (`Sunset`)
 */
export interface DeprecatedEvent extends CallEvent {
  /** Tells this event from others. */
  readonly type: 'deprecated';
  /** Since when, or from when on, in milliseconds since the epoch, if the server says. */
  readonly deprecatedAt?: number;
  /** When it is expected to stop working, in milliseconds since the epoch, if the server says. */
  readonly sunsetAt?: number;
  /** Where to read more, as the server wrote it, if it did. */
  readonly link?: string;
}

/** The events that belong to a call. */
export type EventOfCall =
  | CallStartEvent
  | TokenRequestEvent
  | AttemptStartEvent
  | AttemptEvent
  | RetryEvent
  | WaitEvent
  | RateLimitedEvent
  | AuthFailureEvent
  | DeprecatedEvent
  | CallEndEvent;

/** What `onEvent` is called with; `type` tells which. No event holds a secret. */
export type ClientEvent = EventOfCall | RateLimitLowEvent | RateLimitStoreEvent | ModeMismatchEvent;
