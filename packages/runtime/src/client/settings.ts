import type { Credential } from '../credentials/credential.ts';
import type { Emitter } from '../events/emitter.ts';
import type { GateRegistry } from '../gate/gate-registry.ts';
import type { RetryBudget } from '../policy/retry-budget.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Clock } from './clock.ts';
import type { OpenThings } from './open-things.ts';
import type { Fetch, RetryOptions } from './options.ts';
import type { ApiProfile, OperationFacts } from './profile.ts';
import type { ResponseValidator } from './response-validator.ts';

/** What a generated client is made of, beside its options. */
export interface ClientSetup {
  /** What the document says of the API. */
  readonly profile: ApiProfile;
  /** What the document says of each operation, by its id. */
  readonly operations: { readonly [id: string]: OperationFacts };
}

/** Options checked, with their defaults: what a call reads. */
export interface Settings extends ClientSetup, Emitter {
  /** Proves who is calling. */
  readonly credential: Credential;
  /** Absolute URL without a slash at its end. */
  readonly baseUrl: string;
  /** Scheme, host and port of the base URL. */
  readonly origin: string;
  /** Sends each request, if not `globalThis.fetch`. */
  readonly fetch: Fetch | undefined;
  /** Headers for each request, by name in lower case. */
  readonly headers: { readonly [name: string]: string };
  /** Fields for `fetch` beside the request. */
  readonly fetchOptions: object | undefined;
  /** What ends with the client. */
  readonly open: OpenThings;
  /** Limit on one attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** Limit on the whole call, in milliseconds. */
  readonly deadlineMs: number;
  /** How a failed attempt is repeated. */
  readonly retry: { readonly [Key in keyof RetryOptions]-?: number };
  /** Longest wait for the rate limit, in milliseconds. */
  readonly maxWaitMs: number;
  /** Most bytes that the body of an answer may have. */
  readonly maxResponseBytes: number;
  /** Checks the data of each success. */
  readonly validateResponses: ResponseValidator | undefined;
  /** See {@link RateLimitOptions.warnBelow}. */
  readonly warnBelow: number;
  /** Whether idempotency keys are made. */
  readonly idempotency: boolean;
  /** Mode that a key must have. */
  readonly expectMode: string | undefined;
  /** Traces calls and attempts. */
  readonly telemetry: Telemetry | undefined;
  /** Operations whose deprecation was told, by the client and its copies. */
  readonly deprecated: Set<string>;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Where jitter comes from. */
  readonly random: () => number;
  /** What the client and its copies may spend on retries. */
  readonly budget: RetryBudget;
  /** The gates of the client and its copies. */
  readonly gates: GateRegistry;
}
