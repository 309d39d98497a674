import type { ClientName } from '../clients/load-client.ts';
import type { ServerName } from '../servers/all-servers.ts';

/** `burst`: all calls at once. `overload`: twice the quota, evenly, until the time is up. */
export type Load = 'burst' | 'overload';

/** What happens on the way: one process of the four is killed, or the Redis server starts again. */
export type Fault = 'kill-one' | 'restart-redis';

/** One client against one server under one load. */
export interface Cell {
  readonly client: ClientName;
  readonly server: ServerName;
  readonly load: Load;
  readonly processes: number;
  readonly fault?: Fault;
}

/** Names what a cell is about, for tables. */
export interface NamedCell extends Cell {
  readonly title: string;
  readonly serverTitle: string;
}

/** A cell that could not be run, and why. */
export interface MissingCell extends NamedCell {
  readonly notRun: string;
}

/** What came of a cell; it goes into the JSON as it stands. */
export interface CellResult extends NamedCell {
  /** Calls that were made by processes which lived to the end. */
  readonly offered: number;
  readonly succeeded: number;
  readonly requests: number;
  readonly refused: number;
  readonly wallMs: number;
  readonly floorMs: number;
  /** What the server let through, of what it had room for until the end. */
  readonly quotaShare: number;
  /** Fewest and most successes of one process. */
  readonly leastOfProcess: number;
  readonly mostOfProcess: number;
  /** First failure that a process saw, in the client's own words. */
  readonly failure?: string;
}

/** A row of the JSON. */
export type HerdRow = CellResult | MissingCell;

/** Whether a cell was run. */
export function wasRun(row: HerdRow): row is CellResult {
  return !('notRun' in row);
}

/** Calls of a burst, over all processes. */
export const burstCalls = 100;

/** Windows that an overload lasts. */
export const overloadWindows = 5;

/** After so long a burst is cut off; what is not settled counts as failed. */
export const burstLimitMs = 60_000;
