import type { Clock } from '@product/api-client';

interface Sleeper {
  readonly dueAt: number;
  readonly wake: () => void;
}

/**
 * A clock for calls over real sockets: whoever sleeps is woken at once, and the time is then as if the
 * wait had been real. Only alarms, which guard against a network that keeps still, really wait.
 *
 * @remarks Time moves by what was slept and by what rang, and by nothing else: the waits of a call are
 * the same in every run.
 */
export class SkipClock implements Clock {
  /** The waits that were asked for, in milliseconds, in order. */
  readonly slept: number[] = [];
  /** While this is true nobody is woken: time does not pass while a request is under way. */
  isBusy: () => boolean = () => false;
  /** Alarms that have not rung, and sleepers: none may be left when all is over. */
  readonly #alarms = new Set<NodeJS.Timeout>();
  readonly #sleepers = new Set<Sleeper>();
  readonly #startedAt = 1_750_000_000_000;
  #now: number = this.#startedAt;
  #pumping = false;

  /** Alarms and sleepers that wait. */
  get pending(): number {
    return this.#alarms.size + this.#sleepers.size;
  }

  /** Time that has passed, in milliseconds. */
  get elapsedMs(): number {
    return this.#now - this.#startedAt;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.slept.push(ms);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', stop);
      };
      const stop = (): void => {
        leave();
        reject(signal?.reason);
      };
      const wake = (): void => {
        leave();
        resolve();
      };
      const sleeper = { dueAt: this.#now + ms, wake };
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener('abort', stop);
      this.#sleepers.add(sleeper);
      this.#pump();
    });
  }

  setAlarm = (ms: number, ring: () => void): (() => void) => {
    const dueAt = this.#now + ms;
    // Node fires a longer timer at once.
    const timer = setTimeout(
      () => {
        this.#alarms.delete(timer);
        this.#now = Math.max(this.#now, dueAt);
        ring();
      },
      Math.min(ms, 2 ** 31 - 1),
    );
    this.#alarms.add(timer);
    return () => {
      clearTimeout(timer);
      this.#alarms.delete(timer);
    };
  };

  /** Wakes the sleepers in the order of their time, one in each turn of the event loop. */
  #pump(): void {
    if (this.#pumping || this.#sleepers.size === 0) return;
    this.#pumping = true;
    setImmediate(() => {
      this.#pumping = false;
      if (!this.isBusy()) this.#wakeNext();
      this.#pump();
    });
  }

  #wakeNext(): void {
    const [next] = [...this.#sleepers].sort((a, b) => a.dueAt - b.dueAt);
    if (!next) return;
    this.#now = Math.max(this.#now, next.dueAt);
    next.wake();
  }
}
