import { quotaHeaders } from './quota-headers.ts';
import { type RateServer, wholeSeconds } from './server.ts';
import { gridCapacity, gridFloorMs, nextWindowAt, openGrid } from './window-grid.ts';

/** Windows on a fixed grid of time; every answer tells what remains. */
export const alignedWindow: RateServer = {
  title: 'aligned windows, headers',
  open() {
    const take = openGrid();
    return (now) => {
      const left = take(now);
      const resetAt = nextWindowAt(now);
      const headers = quotaHeaders({ remaining: Math.max(0, left), resetAt, now });
      if (left >= 0) return { allowed: true, headers };
      return {
        allowed: false,
        headers: { ...headers, 'Retry-After': wholeSeconds(resetAt - now) },
      };
    };
  },
  floorMs: gridFloorMs,
  capacity: gridCapacity,
};
