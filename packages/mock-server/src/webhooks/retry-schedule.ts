const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * Waits between the attempts at one delivery, in milliseconds: ten attempts over some three days.
 *
 * @see {@link https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#deliverability-and-reliability | Standard Webhooks, deliverability}
 */
export const retryWaitsMs: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** What is known after an attempt that failed. */
export interface FailedAttempt {
  /** How many attempts were made, this one included. */
  readonly attempts: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** What the endpoint answered; absent when no answer came. */
  readonly responseStatus?: number;
  /** The answer's `Retry-After`, as sent. */
  readonly retryAfter?: string;
}

/**
 * When to try again, in epoch milliseconds; undefined for never.
 *
 * @remarks 410 means that the receiver wants no more. A `Retry-After` may put the next attempt off,
 * never bring it forward.
 */
export function planRetry(attempt: FailedAttempt): number | undefined {
  if (attempt.responseStatus === 410) return undefined;
  const waitMs = retryWaitsMs[attempt.attempts - 1];
  if (waitMs === undefined) return undefined;
  return attempt.now + Math.max(waitMs, readRetryAfter(attempt.retryAfter, attempt.now));
}

// RFC 9110 §10.2.3. Date.parse alone would read '2' as the year 2001.
function readRetryAfter(value: string | undefined, now: number): number {
  if (value === undefined) return 0;
  const text = value.trim();
  if (/^\d{1,7}$/.test(text)) return Number(text) * second;
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return 0;
  const at = Date.parse(text);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}
