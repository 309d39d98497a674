import { quotaHeaders } from './quota-headers.ts';
import { quota, type RateServer, wholeSeconds } from './server.ts';

const { calls: limit, windowMs } = quota;

/** At most so many calls in any two seconds, by a log of the calls; every answer tells what remains. */
export const slidingWindow: RateServer = {
  title: 'sliding window, headers',
  open() {
    let log: number[] = [];
    return (now) => {
      log = log.filter((at) => at > now - windowMs);
      const allowed = log.length < limit;
      if (allowed) log.push(now);
      const resetAt = (log[0] ?? now) + windowMs;
      const headers = quotaHeaders({ remaining: limit - log.length, resetAt, now });
      if (allowed) return { allowed, headers };
      return { allowed, headers: { ...headers, 'Retry-After': wholeSeconds(resetAt - now) } };
    };
  },
  floorMs: (calls) => (Math.ceil(calls / limit) - 1) * windowMs,
  capacity: ({ startAt, endAt }) => (Math.floor((endAt - 1 - startAt) / windowMs) + 1) * limit,
};
