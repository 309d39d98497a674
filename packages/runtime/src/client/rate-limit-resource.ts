import type { RateLimitSnapshot } from '../gate/snapshot.ts';
import { Resource } from './resource.ts';

/**
 * What a client knows of its rate limit, learned from every answer; nothing is sent to learn it.
 *
 * @remarks If the API has a resource of that name, its methods are added to these.
 */
export class RateLimitResource extends Resource {
  /**
   * What is known of the limit of the client's credential.
   *
   * @example
   * ```ts
   * import type { RateLimitResource } from '@product/client-runtime';
   *
   * function isBusy(rateLimit: RateLimitResource): boolean {
   *   return rateLimit.snapshot().queued > 100;
   * }
   * ```
   */
  snapshot(): RateLimitSnapshot {
    return this.caller.rateLimit.snapshot;
  }

  /**
   * Calls back whenever an answer has told something of the limit.
   *
   * @param listener - Called with what is known now; one that throws harms nothing.
   * @returns Ends the subscription.
   */
  subscribe(listener: (snapshot: RateLimitSnapshot) => void): () => void {
    return this.caller.rateLimit.subscribe(listener);
  }
}
