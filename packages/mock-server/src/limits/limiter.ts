import type { LimitPolicy, LimitWindow } from '../model/limit-policy.ts';

/** One window of one key at an instant. */
export interface WindowReading extends LimitWindow {
  /** Requests left. */
  readonly remaining: number;
  /** When the window starts again, epoch milliseconds. */
  readonly resetAt: number;
}

/** What became of a request at the limits. */
export interface LimitReading {
  /** Every window of the plan, as it stands after the request. */
  readonly windows: readonly WindowReading[];
  /** The windows that were used up before it; empty when it may go on. */
  readonly exceeded: readonly WindowReading[];
  /** Those of them whose end is told for the first time. */
  readonly news: readonly WindowReading[];
}

/** Who asks. */
export interface LimitedKey {
  readonly id: string;
  readonly plan: string;
}

/** Requests counted in one window. Plain data. */
export interface WindowCount {
  /** Epoch milliseconds. */
  startedAt: number;
  used: number;
  /** Whether it was told that it is used up. */
  told: boolean;
}

/**
 * Counts requests per key in the windows of its plan.
 *
 * @remarks Windows are fixed and aligned to the clock (UTC): the hourly one starts again at the
 * full hour. A refused request is not counted, nor is one that costs 0; what costs 0 is never
 * refused.
 */
export class Limiter {
  readonly #policy: LimitPolicy;
  readonly #counts = new Map<string, WindowCount>();

  /** @param policy - Plans and their windows. */
  constructor(policy: LimitPolicy) {
    this.#policy = policy;
  }

  /**
   * Counts a request, if there is room in every window.
   *
   * @param cost - Requests it counts as.
   * @param now - Epoch milliseconds.
   */
  take(key: LimitedKey, cost: number, now: number): LimitReading {
    const windows = this.#policy.plans.get(key.plan) ?? [];
    const counts = windows.map((window) => this.#countOf(key, window, now));
    // What costs 0 always fits: a full window holds its quota and no more.
    const full = counts.map((count, at) => count.used + cost > quotaOf(windows[at]));
    const refused = full.includes(true);
    if (!refused) for (const count of counts) count.used += cost;
    const readings = windows.map((window, at) => read(window, counts[at]));
    const exceeded = readings.filter((_, at) => full[at]);
    const news = exceeded.filter((reading) => this.#tellOnce(key, reading));
    return { windows: readings, exceeded, news };
  }

  /** Counts, by key and window. */
  snapshot(): { readonly [name: string]: WindowCount } {
    return Object.fromEntries(this.#counts);
  }

  /** Puts kept counts in the place of its own. */
  restore(kept: { readonly [name: string]: WindowCount }): void {
    this.#counts.clear();
    for (const [name, count] of Object.entries(kept)) this.#counts.set(name, count);
  }

  #countOf(key: LimitedKey, window: LimitWindow, now: number): WindowCount {
    const lengthMs = window.windowSeconds * 1000;
    const startedAt = Math.floor(now / lengthMs) * lengthMs;
    const name = `${key.id} ${window.name}`;
    const known = this.#counts.get(name);
    if (known?.startedAt === startedAt) return known;
    const fresh: WindowCount = { startedAt, used: 0, told: false };
    this.#counts.set(name, fresh);
    return fresh;
  }

  #tellOnce(key: LimitedKey, window: WindowReading): boolean {
    const count = this.#counts.get(`${key.id} ${window.name}`);
    if (count === undefined || count.told) return false;
    count.told = true;
    return true;
  }
}

function quotaOf(window: LimitWindow | undefined): number {
  return window?.quota ?? Number.POSITIVE_INFINITY;
}

function read(window: LimitWindow, count: WindowCount | undefined): WindowReading {
  const { startedAt, used } = count ?? { startedAt: 0, used: 0 };
  return {
    ...window,
    remaining: Math.max(0, window.quota - used),
    resetAt: startedAt + window.windowSeconds * 1000,
  };
}
