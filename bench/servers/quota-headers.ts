import { quota, wholeSeconds } from './server.ts';

/** The state of the quota that an answer tells. */
export interface QuotaState {
  readonly remaining: number;
  readonly resetAt: number;
  readonly now: number;
}

/** Both generations of fields side by side, so that each client finds the one it reads. */
export function quotaHeaders({ remaining, resetAt, now }: QuotaState): Record<string, string> {
  const resetSeconds = wholeSeconds(resetAt - now);
  return {
    RateLimit: `"default";r=${remaining};t=${resetSeconds}`,
    'RateLimit-Policy': `"default";q=${quota.calls};w=${quota.windowMs / 1000}`,
    'X-RateLimit-Limit': `${quota.calls}`,
    'X-RateLimit-Remaining': `${remaining}`,
    'X-RateLimit-Reset': `${Math.ceil(resetAt / 1000)}`,
  };
}
