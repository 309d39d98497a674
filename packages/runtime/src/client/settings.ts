import type { Credential } from '../credentials/credential.ts';
import type { ClientEvent } from '../events/events.ts';
import type { GateRegistry } from '../gate/gate-registry.ts';
import type { RetryBudget } from '../policy/retry-budget.ts';
import type { Clock } from './clock.ts';
import type { Fetch, HeaderRecord, RetryOptions } from './options.ts';
import type { ApiProfile, OperationFacts } from './profile.ts';

/** What a generated client is made of, beside its options. */
export interface ClientSetup {
  /** What the document says of the API. */
  readonly profile: ApiProfile;
  /** What the document says of each operation, by its id. */
  readonly operations: { readonly [id: string]: OperationFacts };
}

/** Options checked, with their defaults: what a call reads. */
export interface Settings extends ClientSetup {
  /** Proves who is calling. */
  readonly credential: Credential;
  /** Absolute URL without a slash at its end. */
  readonly baseUrl: string;
  /** Scheme, host and port of the base URL. */
  readonly origin: string;
  /** Sends each request, if not `globalThis.fetch`. */
  readonly fetch: Fetch | undefined;
  /** Headers for each request. */
  readonly headers: HeaderRecord;
  /** Limit on one attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** Limit on the whole call, in milliseconds. */
  readonly deadlineMs: number;
  /** How a failed attempt is repeated. */
  readonly retry: { readonly [Key in keyof RetryOptions]-?: number };
  /** Longest wait for the rate limit, in milliseconds. */
  readonly maxWaitMs: number;
  /** See {@link RateLimitOptions.warnBelow}. */
  readonly warnBelow: number;
  /** Whether idempotency keys are made. */
  readonly idempotency: boolean;
  /** Mode that a key must have. */
  readonly expectMode: string | undefined;
  /** Tells listener and logger. */
  readonly emit: (event: ClientEvent) => void;
  /** Where time comes from. */
  readonly clock: Clock;
  /** Where jitter comes from. */
  readonly random: () => number;
  /** What the client and its copies may spend on retries. */
  readonly budget: RetryBudget;
  /** The gates of the client and its copies. */
  readonly gates: GateRegistry;
}
