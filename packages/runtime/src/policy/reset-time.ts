import { parseDecimal } from './retry-after.ts';

const DURATION = /^(?:\d{1,9}(?:\.\d{1,9})?(?:h|ms|us|µs|ns|m|s))+$/;
const DURATION_PART = /([\d.]+)(h|ms|us|µs|ns|m|s)/g;
const ISO_INSTANT = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;
const UNIT_MS: { readonly [unit: string]: number } = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 0.001,
  µs: 0.001,
  ns: 0.000_001,
};

/** A month: no window of a rate limit is longer, so a reset that is further away is an error. */
const LONGEST_WINDOW_MS = 32 * 86_400_000;

/**
 * When a window resets, from any of the units in use: seconds or milliseconds since the epoch, seconds
 * from now, a duration of Go (`6m0s`) or an instant of ISO 8601.
 *
 * @param text - The header.
 * @param serverNowMs - The present by the server's clock, in milliseconds since the epoch.
 * @returns Milliseconds from now, from 0, or `undefined` if it is none of these or more than 32 days.
 */
export function parseResetAfterMs(text: string, serverNowMs: number): number | undefined {
  const after = resetAfterMs(text.trim(), serverNowMs);
  if (after === undefined || !(after <= LONGEST_WINDOW_MS)) return undefined;
  return Math.max(0, after);
}

function resetAfterMs(text: string, serverNowMs: number): number | undefined {
  const number = parseDecimal(text);
  if (number !== undefined) {
    if (number > 1e12) return number - serverNowMs;
    return number > 1e9 ? number * 1000 - serverNowMs : number * 1000;
  }
  if (text.length > 64) return undefined;
  if (DURATION.test(text)) return durationMs(text);
  return ISO_INSTANT.test(text) ? Date.parse(text) - serverNowMs : undefined;
}

function durationMs(text: string): number {
  let total = 0;
  for (const [, amount, unit = ''] of text.matchAll(DURATION_PART)) {
    total += Number(amount) * (UNIT_MS[unit] ?? 0);
  }
  return total;
}
