import { parseHttpDate } from './http-date.ts';

/**
 * The wait that an answer asks for.
 *
 * @remarks A date is compared with the answer's own `Date`, so that a skewed clock does not matter.
 * What is no valid wait counts as absent; nothing is guessed.
 * @param headers - Headers of the answer.
 * @param nowMs - The present, in milliseconds since the epoch.
 * @returns Milliseconds from 0, or `undefined` if the answer names no wait.
 * @see RFC 9110 section 10.2.3
 */
export function readRetryAfterMs(headers: Headers, nowMs: number): number | undefined {
  const exact = parseDecimal(headers.get('retry-after-ms'));
  if (exact !== undefined) return exact;
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const seconds = parseDecimal(text);
  if (seconds !== undefined) return Math.min(seconds * 1000, Number.MAX_SAFE_INTEGER);
  const date = parseHttpDate(text, nowMs);
  return date === undefined ? undefined : Math.max(0, date - readDateMs(headers, nowMs));
}

/**
 * When the server sent an answer, by its own clock.
 *
 * @param headers - Headers of the answer.
 * @param nowMs - What to return if they hold no date, in milliseconds since the epoch.
 */
export function readDateMs(headers: Headers, nowMs: number): number {
  const date = headers.get('date');
  return (date && parseHttpDate(date, nowMs)) || nowMs;
}

/**
 * A plain decimal number; a header that was sent twice counts if both say the same.
 *
 * @param text - The header.
 * @returns A finite number from 0, or `undefined`.
 */
export function parseDecimal(text: string | null): number | undefined {
  if (text === null) return undefined;
  const [first = '', ...others] = text.split(',').map((member) => member.trim());
  if (!/^\d+(\.\d+)?$/.test(first) || others.some((other) => other !== first)) return undefined;
  return Math.min(Number(first), Number.MAX_SAFE_INTEGER);
}
