import type { Clock } from '../client/clock.ts';

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock for tests: time stands still until {@link VirtualClock.run} needs it to move. */
export class VirtualClock implements Clock {
  readonly #alarms = new Set<Alarm>();
  #now: number;

  /** @param startMs - The first instant, in milliseconds since the epoch. */
  constructor(startMs = 1_750_000_000_000) {
    this.#now = startMs;
  }

  /** Timers that have not rung: none may be left when all is over. */
  get pending(): number {
    return this.#alarms.size;
  }

  /** See {@link Clock.now}. */
  now(): number {
    return this.#now;
  }

  /** See {@link Clock.setAlarm}. */
  setAlarm = (ms: number, ring: () => void): (() => void) => {
    if (!(ms >= 0 && ms <= 2_147_483_647)) throw new RangeError(`a timer cannot hold ${ms} ms`);
    const alarm = { at: this.#now + ms, ring };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  };

  /** See {@link Clock.sleep}. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = this.setAlarm(ms, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      const stop = (): void => {
        cancel();
        signal?.removeEventListener('abort', stop);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', stop);
    });
  }

  /**
   * Lets work go on, moving time to the next timer whenever nothing else happens.
   *
   * @param work - What is to be over at the end.
   */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    let over = false;
    const end = (): void => {
      over = true;
    };
    work.then(end, end);
    await settleTasks();
    for (let idle = 0; !over && idle < 50; ) {
      idle = this.#ringNext() ? 0 : idle + 1;
      await settleTasks();
    }
    if (!over) throw new Error('the work waits for something that no timer brings');
    return work;
  }

  /** Rings the next timer, if there is one. */
  #ringNext(): boolean {
    const next = [...this.#alarms].sort((a, b) => a.at - b.at)[0];
    if (!next) return false;
    this.#alarms.delete(next);
    this.#now = Math.max(this.#now, next.at);
    next.ring();
    return true;
  }
}

/** Lets everything that is ready run, such as the streams of a body. */
export async function settleTasks(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    // A message is a task of its own, like a timer of 0, and comes a hundred times sooner.
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    });
  }
}
