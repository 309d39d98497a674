/**
 * The one door through which time enters a client.
 *
 * @remarks A mock server's virtual clock has the same shape: a wait of an hour then takes no time.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Waits.
   *
   * @param ms - How long, in milliseconds, 0 to 2,147,483,647.
   * @param signal - Ends the wait at once, with a rejection, when it aborts.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Rings once after a while, unless cancelled: the timer of a limit on work that is under way.
   *
   * @remarks A clock whose `sleep` moves time on at once leaves this out: limits on real work, such as
   * a `fetch`, are then kept in real time.
   * @param ms - After how long, in milliseconds.
   * @param ring - Called once.
   * @returns Cancels the timer.
   */
  setAlarm?(ms: number, ring: () => void): () => void;
}

/** Longest wait that a timer can hold; a longer one fires at once. */
export const MAX_TIMER_MS = 2_147_483_647;

/**
 * Rings once after a while in real time.
 *
 * @param ms - After how long, in milliseconds; a value above {@link MAX_TIMER_MS} is cut to it.
 * @param ring - Called once.
 * @returns Cancels the timer.
 */
export function setRealAlarm(ms: number, ring: () => void): () => void {
  const timer = setTimeout(ring, Math.min(Math.max(0, ms), MAX_TIMER_MS));
  return () => clearTimeout(timer);
}

/** The real time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = setRealAlarm(ms, () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      });
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    }),
  setAlarm: setRealAlarm,
};
