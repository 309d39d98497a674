/** How a model server tells of its limit. */
export type LimitStyle = 'x-ratelimit' | 'ietf' | 'retry-after' | 'silent';

/** What a model server answers. */
export interface ModelAnswer {
  /** Whether the call was refused. */
  readonly refused: boolean;
  /** Headers. */
  readonly headers: Record<string, string>;
}

/** A server that counts what it is sent, in virtual time. */
export interface ModelServer {
  /**
   * Takes a call.
   *
   * @param nowMs - When it comes, in milliseconds since the epoch.
   */
  take(nowMs: number): ModelAnswer;
}

/** A limit of a server with fixed windows. */
export interface FixedWindow {
  /** Name of the limit. */
  readonly name: string;
  /** Calls that it holds. */
  readonly limit: number;
  /** Length, in milliseconds. */
  readonly windowMs: number;
}

/**
 * A server with fixed windows; a call that one of them refuses spends nothing of the others.
 *
 * @param windows - Its limits; several are told in the style `ietf` only.
 * @param style - How it tells of them.
 */
export function fixedWindows(windows: readonly FixedWindow[], style: LimitStyle): ModelServer {
  const used = windows.map(() => new Map<number, number>());
  return {
    take(nowMs) {
      const counts = windows.map(({ windowMs }, at) => {
        const spent = used[at]?.get(Math.floor(nowMs / windowMs)) ?? 0;
        return { spent, leftMs: windowMs - (nowMs % windowMs) };
      });
      const full = windows.findIndex(({ limit }, at) => (counts[at]?.spent ?? 0) >= limit);
      const refused = full !== -1;
      const told = windows.map((window, at) => {
        const { spent = 0, leftMs = 0 } = counts[at] ?? {};
        const number = Math.floor(nowMs / window.windowMs);
        if (!refused) used[at]?.set(number, spent + 1);
        return { ...window, leftMs, remaining: window.limit - spent - (refused ? 0 : 1) };
      });
      const waitMs = told[full]?.leftMs ?? 0;
      return { refused, headers: headersOf(told, { style, nowMs, waitMs, refused }) };
    },
  };
}

/**
 * A server that allows so many calls in any span of a length, and tells when its oldest one leaves.
 *
 * @param window - Its limit.
 * @param style - How it tells of it.
 */
export function slidingWindow(window: FixedWindow, style: LimitStyle): ModelServer {
  let log: number[] = [];
  return {
    take(nowMs) {
      log = log.filter((at) => at > nowMs - window.windowMs);
      const refused = log.length >= window.limit;
      if (!refused) log.push(nowMs);
      const leftMs = (log[0] ?? nowMs) + window.windowMs - nowMs;
      const told = [{ ...window, leftMs, remaining: window.limit - log.length }];
      return { refused, headers: headersOf(told, { style, nowMs, waitMs: leftMs, refused }) };
    },
  };
}

interface Told extends FixedWindow {
  readonly leftMs: number;
  readonly remaining: number;
}

interface Circumstances {
  readonly style: LimitStyle;
  readonly nowMs: number;
  readonly waitMs: number;
  readonly refused: boolean;
}

function headersOf(told: readonly Told[], circumstances: Circumstances): Record<string, string> {
  const { style, nowMs, waitMs, refused } = circumstances;
  const wait =
    refused && style !== 'silent' ? { 'retry-after': `${Math.ceil(waitMs / 1000)}` } : {};
  const [first] = told;
  if (style === 'ietf') {
    const limits = told.map(
      ({ name, remaining, leftMs }) => `"${name}";r=${remaining};t=${Math.ceil(leftMs / 1000)}`,
    );
    const policies = told.map(
      ({ name, limit, windowMs }) => `"${name}";q=${limit};w=${windowMs / 1000}`,
    );
    return { ...wait, ratelimit: limits.join(', '), 'ratelimit-policy': policies.join(', ') };
  }
  if (style !== 'x-ratelimit' || !first) return wait;
  return {
    ...wait,
    'x-ratelimit-limit': `${first.limit}`,
    'x-ratelimit-remaining': `${first.remaining}`,
    'x-ratelimit-reset': `${Math.ceil((nowMs + first.leftMs) / 1000)}`,
  };
}

/**
 * A server with a token bucket, which says no more than `Retry-After`.
 *
 * @param capacity - Tokens that it holds.
 * @param perSecond - Tokens that it gains in a second.
 */
export function tokenBucket(capacity: number, perSecond: number): ModelServer {
  let tokens = capacity;
  let filledAt: number | undefined;
  return {
    take(nowMs) {
      tokens = Math.min(capacity, tokens + ((nowMs - (filledAt ?? nowMs)) / 1000) * perSecond);
      filledAt = nowMs;
      if (tokens >= 1) {
        tokens -= 1;
        return { refused: false, headers: {} };
      }
      const seconds = Math.ceil((1 - tokens) / perSecond);
      return { refused: true, headers: { 'retry-after': `${seconds}` } };
    },
  };
}
