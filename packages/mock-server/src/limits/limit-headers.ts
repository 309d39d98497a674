import type { LimitReading, WindowReading } from './limiter.ts';

/**
 * The headers that tell a client its limits.
 *
 * @param headerWindow - Name of the window that the `X-RateLimit-…` headers describe.
 * @param now - Epoch milliseconds.
 * @see draft-ietf-httpapi-ratelimit-headers-10 §3
 */
export function limitHeaders(
  { windows }: LimitReading,
  headerWindow: string,
  now: number,
): { readonly [name: string]: string } {
  const shown = windows.find((window) => window.name === headerWindow) ?? windows[0];
  if (shown === undefined) return {};
  return {
    'X-RateLimit-Limit': String(shown.quota),
    'X-RateLimit-Remaining': String(shown.remaining),
    'X-RateLimit-Reset': String(Math.ceil(shown.resetAt / 1000)),
    'RateLimit-Policy': windows
      .map(({ name, quota, windowSeconds }) => `"${name}";q=${quota};w=${windowSeconds}`)
      .join(', '),
    RateLimit: windows
      .map((window) => `"${window.name}";r=${window.remaining};t=${secondsLeft(window, now)}`)
      .join(', '),
  };
}

/** Whole seconds until a window starts again, never too few. */
export function secondsLeft(window: WindowReading, now: number): number {
  return Math.max(1, Math.ceil((window.resetAt - now) / 1000));
}
