/** What a retry costs, by how the attempt failed. */
const COST = 5;

/** What a retry after a timeout costs: a server that does not answer is worse off than one that fails. */
const TIMEOUT_COST = 10;

/**
 * What a client may spend on repeating attempts, so that it does not make an outage worse.
 *
 * @remarks A success pays back what its call has spent, and one more: as long as most calls succeed in
 * the end the budget is never felt; when nothing succeeds any more, retries end with it. Waits for the
 * rate limit cost nothing: the gate sees to it that they do no harm.
 */
export class RetryBudget {
  readonly #most: number;
  #left: number;

  /** @param most - What it holds at first, and at most. */
  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  /** What is left. */
  get left(): number {
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
   * Pays back after a success.
   *
   * @param spent - What its call has spent.
   */
  refund(spent: number): void {
    this.#left = Math.min(this.#most, this.#left + spent + 1);
  }
}

/**
 * What a retry costs.
 *
 * @param reason - Why the attempt is repeated.
 */
export function costOf(reason: string): number {
  if (reason === 'rate-limited' || reason === 'renewed-credential') return 0;
  return reason === 'attempt-timeout' ? TIMEOUT_COST : COST;
}
