import type { Timing } from './timing.ts';

/**
 * The result of some work, unless it takes too long.
 *
 * @param work - What is under way; it goes on, and its late result is dropped.
 * @param ms - Limit, in milliseconds.
 * @param timing - Where time comes from.
 * @throws What the work throws, or an `Error` that tells of the limit.
 */
export function withinTime<Result>(
  work: Promise<Result>,
  ms: number,
  timing: Timing,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = timing.setAlarm(ms, () =>
      reject(new Error(`cannot wait for Redis: no answer within ${ms} ms.`)),
    );
    work.then(resolve, reject).finally(cancel);
  });
}
