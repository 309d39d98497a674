import type { Credential } from '../credentials/credential.ts';
import type { TokenSource } from '../credentials/token-source.ts';
import type { ClientEvent } from '../events/events.ts';
import type { Logger, LogLevel } from '../events/logger.ts';
import type { Priority } from '../gate/lanes.ts';
import type { RateLimitStore } from '../store/rate-limit-store.ts';
import type { Clock } from './clock.ts';

/** Sends one request: `globalThis.fetch`, or anything of its shape. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** Extra headers by name; `undefined` leaves one out. */
export interface HeaderRecord {
  readonly [name: string]: string | undefined;
}

/** How a failed attempt is repeated. */
export interface RetryOptions {
  /**
   * Most requests that one call may send, 1 to 100.
   *
   * @defaultValue 4
   */
  readonly maxAttempts?: number | undefined;
  /**
   * Bound of the first wait, in milliseconds; it doubles with each attempt and the wait is drawn from 0
   * to the bound (full jitter).
   *
   * @defaultValue 500
   */
  readonly baseDelayMs?: number | undefined;
  /**
   * Bound that waits stop growing at, in milliseconds. A wait that the server names is not cut: see
   * {@link RateLimitOptions.maxWaitMs}.
   *
   * @defaultValue 20_000
   */
  readonly maxDelayMs?: number | undefined;
}

/** How the failed attempts of a client's calls are repeated. */
export interface ClientRetryOptions extends RetryOptions {
  /**
   * What all calls together may spend on retries: each costs 5, after a timeout 10, and a call that
   * succeeds pays back what it cost. When nothing succeeds any more, retries end with the budget.
   * `Infinity` is no limit.
   *
   * @defaultValue 500
   */
  readonly budget?: number | undefined;
}

/** How a client lives with the server's rate limit. */
export interface RateLimitOptions {
  /**
   * Longest wait for room, in milliseconds, up to a second of jitter aside. If the server names a
   * longer one, the call fails at once.
   *
   * @defaultValue 60_000
   */
  readonly maxWaitMs?: number | undefined;
  /**
   * An event is raised, once per window, when fewer calls than this remain. In a window that never
   * holds more than this, a tenth of it counts.
   *
   * @defaultValue 100
   */
  readonly warnBelow?: number | undefined;
  /**
   * `burst` sends calls as soon as there is room, `spread` evenly over what is left of the window.
   *
   * @defaultValue `'burst'`
   */
  readonly pace?: 'burst' | 'spread' | undefined;
  /**
   * Calls of each window that only calls of `priority: 'interactive'` may use.
   *
   * @defaultValue 0
   */
  readonly reserve?: number | undefined;
  /**
   * Shares what is known of the limit with other processes that use the same key.
   *
   * @defaultValue a store in memory, shared by a client and its copies
   */
  readonly store?: RateLimitStore | undefined;
}

/** Everything that can be set on a client. An option that is `undefined` counts as absent. */
export interface ClientOptions {
  /**
   * API key, sent as a bearer token, or a function that gives one.
   *
   * @remarks A function is asked once, and again when the server rejects its key.
   * @defaultValue the environment variable that the API's profile names
   */
  readonly apiKey?: TokenSource | undefined;
  /** Credential of another kind; see {@link bearer}, {@link basic}, {@link header}. */
  readonly auth?: Credential | undefined;
  /**
   * Absolute URL that the paths of the API are appended to.
   *
   * @defaultValue an environment variable, else the document's first server
   */
  readonly baseUrl?: string | undefined;
  /**
   * Sends each request.
   *
   * @defaultValue `globalThis.fetch`, looked up per call
   */
  readonly fetch?: Fetch | undefined;
  /** Headers for each request. */
  readonly headers?: HeaderRecord | undefined;
  /** Where the client reports what it does. */
  readonly logger?: Logger | undefined;
  /**
   * Least level that reaches the logger.
   *
   * @defaultValue `'warn'` if there is a logger
   */
  readonly logLevel?: LogLevel | undefined;
  /**
   * Limit on one attempt, its body included, in milliseconds.
   *
   * @defaultValue 30_000
   */
  readonly timeoutMs?: number | undefined;
  /** Limit on the whole call, waits and all attempts included, in milliseconds. */
  readonly deadlineMs?: number | undefined;
  /** How a failed attempt is repeated. */
  readonly retry?: ClientRetryOptions | undefined;
  /** How the client lives with the server's rate limit. */
  readonly rateLimit?: RateLimitOptions | undefined;
  /**
   * Whether an operation that declares an idempotency key gets one made.
   *
   * @defaultValue true
   */
  readonly idempotency?: boolean | undefined;
  /** Mode that the key must have, such as `'test'`; any other is refused before anything is sent. */
  readonly expectMode?: string | undefined;
  /**
   * Allows a credential in a browser, where its user can read it.
   *
   * @defaultValue false
   */
  readonly allowBrowser?: boolean | undefined;
  /**
   * Allows a credential over plain `http` to a host that is not loopback.
   *
   * @defaultValue false
   */
  readonly allowInsecure?: boolean | undefined;
  /** Called with everything notable that happens to a call. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  /**
   * Where time comes from.
   *
   * @defaultValue real time
   */
  readonly clock?: Clock | undefined;
  /**
   * Where jitter comes from: a number from 0 to below 1.
   *
   * @defaultValue `Math.random`
   */
  readonly random?: (() => number) | undefined;
}

/** What can be set for one call. */
export interface CallOptions {
  /** Ends the call at once, in whatever phase it is. */
  readonly signal?: AbortSignal | undefined;
  /** See {@link ClientOptions.timeoutMs}. */
  readonly timeoutMs?: number | undefined;
  /** See {@link ClientOptions.deadlineMs}. */
  readonly deadlineMs?: number | undefined;
  /** See {@link RateLimitOptions.maxWaitMs}. */
  readonly maxWaitMs?: number | undefined;
  /** Headers for this call; they win over the client's. */
  readonly headers?: HeaderRecord | undefined;
  /** Idempotency key of your own, for an operation that declares one. */
  readonly idempotencyKey?: string | undefined;
  /** See {@link ClientOptions.retry}. */
  readonly retry?: RetryOptions | undefined;
  /**
   * How urgent the call is, while calls wait for the rate limit: of 21 that are sent, 16 are
   * interactive, 4 normal and 1 is of a batch, as long as all three wait.
   *
   * @defaultValue `'normal'`
   */
  readonly priority?: Priority | undefined;
}
