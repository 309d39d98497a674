import { type ProductClient, ProductError } from '@product/api-client';
import { createDraw } from '../chaos/draw.ts';

/**
 * Most calls under way. On a machine that cannot keep up, the rate falls: what is watched is what calls
 * leave behind, and thousands of sockets at once would show nothing of it.
 */
const mostUnderWay = 100;

/** Calls at a steady rate, and what came of them. */
export class Load {
  /** Calls by what came of them: `ok`, or the code of the error. */
  readonly outcomes = new Map<string, number>();
  /** Errors that are not the client's own; there must be none. */
  untyped = 0;
  readonly #client: ProductClient;
  /** One signal for all calls: what forgets its listener shows here. */
  readonly #signal: AbortSignal;
  readonly #draw = createDraw(2);
  readonly #underWay = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param client - Makes the calls.
   * @param signal - Is passed to each call.
   */
  constructor(client: ProductClient, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
  }

  /** Begins. @param rate - Calls per second. */
  start(rate: number): void {
    const startedAt = performance.now();
    let made = 0;
    this.#timer = setInterval(() => {
      // By the time that has passed, so that late timers do not lower the rate.
      const due = ((performance.now() - startedAt) / 1000) * rate;
      for (; made < due; made++) if (this.#underWay.size < mostUnderWay) this.#begin();
    }, 10);
  }

  /** Ends, and waits for the calls that are under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
  }

  #begin(): void {
    const work: Promise<void> = this.#one().then(
      () => this.#count('ok'),
      (error: unknown) => {
        if (error instanceof ProductError) this.#count(error.code);
        else this.untyped += 1;
      },
    );
    const tracked = work.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  #count(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  /** A call: a list, a read that fails, one that is aborted, or a task that is made and removed. */
  async #one(): Promise<void> {
    const { tasks } = this.#client;
    const signal = this.#signal;
    const kind = this.#draw();
    if (kind < 0.5) await tasks.list({ limit: 5 }, { signal });
    else if (kind < 0.6) await tasks.get('task_that_is_not_there', { signal });
    else if (kind < 0.61) {
      const controller = new AbortController();
      setImmediate(() => controller.abort());
      await tasks.list({}, { signal: controller.signal });
    } else {
      const { id } = await tasks.create({ title: 'soak' }, { signal });
      await tasks.delete(id, { signal });
    }
  }
}
