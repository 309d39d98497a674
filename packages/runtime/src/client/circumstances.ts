import type { Attempt } from '../events/attempt.ts';
import type { RateLimitReport } from '../policy/rate-limit-headers.ts';

/** The circumstances of an answer. */
export interface Circumstances {
  /** The answer; its body can be read once more. */
  readonly response: Response;
  /** Id that the server gave the request. */
  readonly requestId: string | undefined;
  /** The requests that the call sent. */
  readonly attempts: readonly Attempt[];
  /** What the answer says of the rate limit, window by window. */
  readonly rateLimit: readonly RateLimitReport[];
}
