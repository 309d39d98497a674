/** What a soak left behind, as it stands in the JSON. */
export interface SoakRow {
  readonly minutes: number;
  /** Calls per second that were asked for. */
  readonly rate: number;
  /** Calls that were made. */
  readonly calls: number;
  /** Requests that were sent for them. */
  readonly requests: number;
  /** Heap at the first look, after a collection. */
  readonly heapAtStartBytes: number;
  /** Growth of the heap over the run, by the straight line that fits best. */
  readonly heapGrowthBytes: number;
  /** Errors that are not the client's own. */
  readonly untyped: number;
  readonly unhandledRejections: number;
  /** Warnings of the process, such as of too many listeners. */
  readonly warnings: number;
  /** Listeners left on the signal that all calls had. */
  readonly listeners: number;
  /** Timers, sockets and handles left. */
  readonly resources: number;
}

/** What a whole soak is; a shorter or slower one is a short one. */
export const FULL_SOAK = { minutes: 10, rate: 200 } as const;

/** Whether a soak was a whole one: so long, at such a rate, and on a machine that kept up with it. */
export function isFullSoak({ minutes, rate, calls }: SoakRow): boolean {
  const keptUp = calls >= 0.9 * minutes * 60 * rate;
  return minutes >= FULL_SOAK.minutes && rate >= FULL_SOAK.rate && keptUp;
}

/** A figure of a soak, and the most it may be. */
export interface SoakBound {
  readonly name: string;
  readonly value: number;
  readonly most: number;
}

const megabyte = 2 ** 20;

/** The figures that a client must keep to, which leaves nothing behind. */
export function soakBounds(row: SoakRow): readonly SoakBound[] {
  // In less than a minute the heap has not settled: what grows then are compiled code and caches.
  const mostGrowth = row.minutes >= 1 ? 1 : Number.POSITIVE_INFINITY;
  const growth = row.heapGrowthBytes / megabyte;
  return [
    { name: 'heap growth over the run (MB)', value: growth, most: mostGrowth },
    { name: 'errors that are not typed', value: row.untyped, most: 0 },
    { name: 'unhandled rejections', value: row.unhandledRejections, most: 0 },
    { name: 'warnings of the process', value: row.warnings, most: 0 },
    { name: 'abort listeners left', value: row.listeners, most: 0 },
    { name: 'timers, sockets and handles left', value: row.resources, most: 0 },
  ];
}

/** Whether calls were made, and nothing was left behind. */
export function leftNothing(row: SoakRow): boolean {
  return row.calls > 0 && soakBounds(row).every(({ value, most }) => value <= most);
}
