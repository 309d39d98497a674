import { quota, type RateServer, wholeSeconds } from './server.ts';

const { calls: limit, windowMs } = quota;

/** A bucket that refills by one call each tenth of a second; only a 429 says how long to wait. */
export const tokenBucket: RateServer = {
  title: 'token bucket, Retry-After only',
  open() {
    let tokens: number = limit;
    let filledAt: number | undefined;
    return (now) => {
      tokens = Math.min(limit, tokens + ((now - (filledAt ?? now)) * limit) / windowMs);
      filledAt = now;
      if (tokens >= 1) {
        tokens -= 1;
        return { allowed: true, headers: {} };
      }
      const waitMs = ((1 - tokens) * windowMs) / limit;
      return { allowed: false, headers: { 'Retry-After': wholeSeconds(waitMs) } };
    };
  },
  floorMs: (calls) => (Math.max(0, calls - limit) * windowMs) / limit,
  capacity: ({ startAt, endAt }) => limit + Math.floor(((endAt - startAt) * limit) / windowMs),
};
