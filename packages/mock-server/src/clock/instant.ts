import { keepLast } from '../model/keep-last.ts';

/**
 * An instant as the API writes it: RFC 3339 in UTC, milliseconds only where there are any.
 *
 * @param at - Epoch milliseconds.
 */
export function instantText(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/**
 * The epoch milliseconds of an RFC 3339 text.
 *
 * @returns `NaN` for anything else.
 */
export function instantMs(text: unknown): number {
  return typeof text === 'string' ? Date.parse(text) : Number.NaN;
}

const dateOfSecond = keepLast((second) => new Date(second * 1000).toUTCString());

/** An instant, epoch milliseconds, as HTTP writes it (RFC 9110 §5.6.7). */
export function httpDate(at: number): string {
  return dateOfSecond(Math.floor(at / 1000));
}
