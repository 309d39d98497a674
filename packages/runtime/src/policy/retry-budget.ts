/** What a retry costs. */
const COST = 5;

/** What time alone gives back in a second, at most: ten retries, and never more than a tenth of all. */
const PER_SECOND = 50;

/**
 * What a client may spend on repeating attempts, so that it does not make an outage worse.
 *
 * @remarks An answer of a server that works pays back what its call has spent, and one more: as long as
 * most calls succeed in the end the budget is never felt. When nothing succeeds any more, retries end
 * with it, but for the few that time gives back: calls that failed in a short stall do not weigh on
 * those after it. Waits for the rate limit cost nothing: the gate sees to it that they do no harm.
 */
export class RetryBudget {
  readonly #most: number;
  readonly #now: () => number;
  #left: number;
  #leftAt: number;

  /**
   * @param most - What it holds at first, and at most.
   * @param now - The present, in milliseconds since the epoch.
   */
  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#left = most;
    this.#now = now;
    this.#leftAt = now();
  }

  /** What is left. */
  get left(): number {
    const nowMs = this.#now();
    const perSecond = Math.min(PER_SECOND, this.#most / 10);
    this.#add((Math.max(0, nowMs - this.#leftAt) / 1000) * perSecond);
    this.#leftAt = nowMs;
    return this.#left;
  }

  /**
   * Spends.
   *
   * @param cost - How much.
   */
  spend(cost: number): void {
    this.#left -= cost;
  }

  /**
   * Pays back after an answer of a server that works.
   *
   * @param spent - What its call has spent.
   */
  refund(spent: number): void {
    this.#add(spent + 1);
  }

  #add(amount: number): void {
    this.#left = Math.min(this.#most, this.#left + amount);
  }
}

/**
 * What a retry costs.
 *
 * @param reason - Why the attempt is repeated.
 */
export function costOf(reason: string): number {
  return reason === 'rate-limited' || reason === 'renewed-credential' ? 0 : COST;
}
