import type { Target } from '../clients/client.ts';
import { quota } from '../servers/server.ts';
import { burstCalls, burstLimitMs, type Cell, overloadWindows } from './cell.ts';
import type { Order } from './order.ts';

const overloadMs = overloadWindows * quota.windowMs;
const overloadCalls = 2 * overloadWindows * quota.calls;

/** What each process of a cell is to do: every n-th call is its own. */
export function ordersOf(cell: Cell, target: Target): Order[] {
  const calls = cell.load === 'burst' ? burstCalls : overloadCalls;
  const starts = Array.from({ length: calls }, (_, index) =>
    cell.load === 'burst' ? 0 : (index * overloadMs) / overloadCalls,
  );
  // A process starts just after the first window does; the last one ends with the span.
  const limitMs = cell.load === 'burst' ? burstLimitMs : overloadMs - 20;
  return Array.from({ length: cell.processes }, (_, process) => ({
    client: cell.client,
    target,
    startsMs: starts.filter((_start, index) => index % cell.processes === process),
    limitMs,
  }));
}
