import { quota, type Span } from './server.ts';

const { calls: limit, windowMs } = quota;

/** Number of the window that an instant falls into; windows start at whole multiples of their length. */
export function windowOf(now: number): number {
  return Math.floor(now / windowMs);
}

/** When the window after the one of this instant starts. */
export function nextWindowAt(now: number): number {
  return (windowOf(now) + 1) * windowMs;
}

/** Counts calls per window; gives how many remain, or -1 if there was no room for this one. */
export function openGrid(): (now: number) => number {
  let current = -1;
  let used = 0;
  return (now) => {
    if (windowOf(now) !== current) {
      current = windowOf(now);
      used = 0;
    }
    if (used === limit) return -1;
    used += 1;
    return limit - used;
  };
}

/** See {@link RateServer.floorMs}. */
export function gridFloorMs(calls: number, startAt: number): number {
  const later = Math.ceil(calls / limit) - 1;
  return later === 0 ? 0 : nextWindowAt(startAt) + (later - 1) * windowMs - startAt;
}

/** See {@link RateServer.capacity}. */
export function gridCapacity({ startAt, endAt }: Span): number {
  return (windowOf(endAt - 1) - windowOf(startAt) + 1) * limit;
}
