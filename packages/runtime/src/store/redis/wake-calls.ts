import type { RedisConnection, Subscriber } from './client-adapter.ts';
import type { Timing } from './timing.ts';

/**
 * Who is to be called when there may be room, by bucket: on a message from Redis, and at an instant at
 * which no message comes, such as the end of a dead process's lease.
 */
export class WakeCalls {
  readonly #connection: RedisConnection;
  readonly #channelOf: (bucket: string) => string;
  readonly #timing: Timing;
  readonly #calls = new Map<string, Set<() => void>>();
  readonly #alarms = new Map<string, () => void>();
  #subscriber: Subscriber | undefined;

  /**
   * @param connection - To Redis; a second one is opened at the first subscription.
   * @param channelOf - The channel of a bucket.
   * @param timing - Where time comes from.
   */
  constructor(connection: RedisConnection, channelOf: (bucket: string) => string, timing: Timing) {
    this.#timing = timing;
    this.#connection = connection;
    this.#channelOf = channelOf;
  }

  /**
   * Calls back whenever there may be room.
   *
   * @param bucket - Name of the bucket.
   * @param wake - Called.
   * @returns Ends it.
   */
  add(bucket: string, wake: () => void): () => void {
    const calls = this.#calls.get(bucket) ?? new Set();
    calls.add(wake);
    if (!this.#calls.has(bucket)) {
      this.#calls.set(bucket, calls);
      this.#listen(bucket);
    }
    return () => {
      calls.delete(wake);
      if (calls.size === 0) this.#cancelAlarm(bucket);
    };
  }

  /**
   * Calls back after a while, if nothing else does.
   *
   * @param bucket - Name of the bucket.
   * @param ms - After how long, in milliseconds.
   */
  callLater(bucket: string, ms: number): void {
    this.#cancelAlarm(bucket);
    if (!this.#calls.get(bucket)?.size) return;
    this.#alarms.set(
      bucket,
      this.#timing.setAlarm(ms, () => this.call(bucket)),
    );
  }

  /**
   * Calls back now.
   *
   * @param bucket - Name of the bucket.
   */
  call(bucket: string): void {
    this.#cancelAlarm(bucket);
    for (const wake of this.#calls.get(bucket) ?? []) wake();
  }

  /** Calls everyone back now. */
  callAll(): void {
    for (const bucket of this.#calls.keys()) this.call(bucket);
  }

  /** Ends it for all. */
  close(): void {
    for (const bucket of this.#alarms.keys()) this.#cancelAlarm(bucket);
    this.#calls.clear();
    this.#subscriber?.close();
    this.#subscriber = undefined;
  }

  #cancelAlarm(bucket: string): void {
    this.#alarms.get(bucket)?.();
    this.#alarms.delete(bucket);
  }

  #listen(bucket: string): void {
    const channel = this.#channelOf(bucket);
    const byChannel = (heard: string): void => {
      for (const name of this.#calls.keys()) {
        if (this.#channelOf(name) === heard) this.call(name);
      }
    };
    // A message may have been missed while the connection was gone.
    this.#subscriber ??= this.#connection.openSubscriber(byChannel, () => this.callAll());
    this.#subscriber.subscribe(channel).then(
      () => this.call(bucket), // what was said before was not heard
      () => undefined, // everyone still asks again in time: it is only later
    );
  }
}
