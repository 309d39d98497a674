import type { Judged } from '../servers/limited-http.ts';
import { latencyMs, type RateServer } from '../servers/server.ts';
import type { CellResult, Load, NamedCell } from './cell.ts';
import type { Order, Report } from './order.ts';

/** All that was seen of one cell. */
export interface Run {
  readonly load: Load;
  readonly server: RateServer;
  readonly startAt: number;
  readonly orders: readonly Order[];
  /** One for each order; `undefined` for a process that was killed. */
  readonly reports: readonly (Report | undefined)[];
  readonly journal: readonly Judged[];
}

/** Puts what the processes reported and what the server judged into figures. */
export function judgeCell(run: Run): Omit<CellResult, keyof NamedCell> {
  const { server, startAt, orders, reports } = run;
  const lived = reports.flatMap((report) => report ?? []);
  const ends = run.load === 'burst' ? lived.map((report) => report.settledMs) : limits(orders);
  const wallMs = Math.max(...ends);
  const endAt = startAt + Math.max(wallMs, 1);
  const journal = run.journal.filter(({ at }) => at < endAt);
  const accepted = journal.filter(({ allowed }) => allowed).length;
  const successes = lived.map(({ succeeded }) => succeeded);
  const failure = lived.flatMap((report) => report.failure ?? []).at(0);
  const allCalls = orders.reduce((sum, order) => sum + order.startsMs.length, 0);
  return {
    offered: orders.reduce((sum, { startsMs }, at) => sum + (reports[at] ? startsMs.length : 0), 0),
    succeeded: successes.reduce((sum, count) => sum + count, 0),
    requests: journal.length,
    refused: journal.length - accepted,
    wallMs,
    floorMs: server.floorMs(allCalls, startAt) + latencyMs,
    quotaShare: accepted / server.capacity({ startAt, endAt }),
    leastOfProcess: Math.min(...successes),
    mostOfProcess: Math.max(...successes),
    ...(failure !== undefined && { failure }),
  };
}

function limits(orders: readonly Order[]): number[] {
  return orders.map(({ limitMs }) => limitMs);
}
