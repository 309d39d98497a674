import type { Credential } from '../credentials/credential.ts';
import type { TokenSource } from '../credentials/token-source.ts';
import type { ClientEvent } from '../events/events.ts';
import type { Logger, LogLevel } from '../events/logger.ts';
import type { Priority } from '../gate/lanes.ts';
import type { RateLimitStore } from '../store/rate-limit-store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from './clock.ts';
import type { ResponseValidator } from './response-validator.ts';

/** Sends one request: `globalThis.fetch`, or anything of its shape. */
export type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/** Extra headers by name; `undefined` leaves one out. */
export interface HeaderRecord {
  readonly [name: string]: string | undefined;
}

/**
 * Fields that go to `fetch` beside the request: `dispatcher` (undici), `proxy` (Bun), `client` (Deno),
 * `keepalive`, `cache`, `cf` (workerd) and their like.
 */
export interface FetchOptions {
  /** What the platform's `fetch` takes. */
  readonly [field: string]: unknown;
  /** The operation says it. */
  readonly method?: never;
  /** See {@link ClientOptions.headers}. */
  readonly headers?: never;
  /** The call says it. */
  readonly body?: never;
  /** A redirect could carry the credential away. */
  readonly redirect?: never;
  /** See {@link CallOptions.signal}. */
  readonly signal?: never;
}

/** Names the application that calls, in the `User-Agent`. */
export interface AppInfo {
  /** Its name: visible ASCII. */
  readonly name: string;
  /** Its version. */
  readonly version?: string | undefined;
  /** Where more is to be learned of it. */
  readonly url?: string | undefined;
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
   * What all calls together may spend on retries: each costs 5, and a call that is answered in the end
   * pays back what it cost. When nothing succeeds any more, retries end with the budget, but for a
   * tenth of it that time gives back each second, at most 50.
   * `Infinity` is no limit.
   *
   * @defaultValue 500
   */
  readonly budget?: number | undefined;
}

/** How a client lives with the server's rate limit. */
export interface RateLimitOptions {
  /**
   * Longest wait for room, in milliseconds, up to a second of jitter aside. It covers all waits for room
   * of one call together, over all of its attempts. If the server names a longer one, or there will be no
   * room in time, the call fails at once.
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
   * API key, or a function that gives one; the document says how it is sent.
   *
   * @remarks A function is asked once, again when the server rejects its key, and ahead of its end if it
   * tells one; see {@link TokenSource}.
   * @defaultValue the environment variable that the API's profile names
   */
  readonly apiKey?: TokenSource | undefined;
  /**
   * Credential of another kind: see {@link bearer}, {@link basic}, {@link header}, {@link query},
   * {@link cookie} and {@link clientCredentials}.
   */
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
  /** Fields that go to `fetch` with each request, such as a `dispatcher` that goes through a proxy. */
  readonly fetchOptions?: FetchOptions | undefined;
  /** Headers for each request. */
  readonly headers?: HeaderRecord | undefined;
  /** Names your application, for those who run the API. Not sent from browsers. */
  readonly appInfo?: AppInfo | undefined;
  /**
   * Where the client reports what it does, message first; for pino see {@link pinoLogger}.
   *
   * @defaultValue `console` if the environment sets a level, else none
   */
  readonly logger?: Logger | undefined;
  /**
   * Least level that reaches the logger.
   *
   * @defaultValue the environment variable that the API's profile names, such as `PRODUCT_LOG`, else
   * `'warn'`
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
   * Most bytes that the body of an answer may have, counted after decompression, 1 to 2^53 - 1.
   *
   * @remarks An answer of more ends in a {@link DecodeError} `response_too_large`, which is not retried.
   * What `asResponse()` hands on is not counted.
   * @defaultValue 67_108_864 (64 MiB)
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * Checks the data of each success against the document, for development: see `responseValidator` of
   * the package's subpath `/validate`.
   *
   * @defaultValue no check
   */
  readonly validateResponses?: ResponseValidator | undefined;
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
  /** Traces and measures calls: see `openTelemetry()` of the package's subpath `/opentelemetry`. */
  readonly telemetry?: Telemetry | undefined;
  /** Called with everything notable that happens to a call; what it throws harms no call. */
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
  /** See {@link ClientOptions.maxResponseBytes}. */
  readonly maxResponseBytes?: number | undefined;
  /** Fields that go to `fetch`, in place of {@link ClientOptions.fetchOptions}. */
  readonly fetchOptions?: FetchOptions | undefined;
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
