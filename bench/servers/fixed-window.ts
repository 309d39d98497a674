import type { RateServer } from './server.ts';
import { gridCapacity, gridFloorMs, openGrid } from './window-grid.ts';

/** The same windows, and not a word about them: a 429 is all that a client learns. */
export const fixedWindow: RateServer = {
  title: 'fixed window, no hints',
  open() {
    const take = openGrid();
    return (now) => ({ allowed: take(now) >= 0, headers: {} });
  },
  floorMs: gridFloorMs,
  capacity: gridCapacity,
};
