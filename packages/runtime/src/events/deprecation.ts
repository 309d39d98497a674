import { parseHttpDate } from '../policy/http-date.ts';
import type { DeprecatedEvent } from './events.ts';

/** What an answer says of its operation's end. */
export type Deprecation = Pick<DeprecatedEvent, 'deprecatedAt' | 'sunsetAt' | 'link'>;

/** Bounded, so that a hostile header takes no more than linear time. */
const LINK = /<([^<>]*)>[^,<]{0,200}?;\s*rel="?[^",<]{0,50}?\b(?:deprecation|sunset)\b/i;

/**
 * Reads what an answer says of its operation's end.
 *
 * @remarks Servers of before RFC 9745 write `true` or a date of HTTP into `Deprecation`.
 * @param headers - Headers of the answer.
 * @param nowMs - The present, in milliseconds since the epoch.
 * @returns `undefined` if the operation is not deprecated and has no end.
 * @see RFC 9745 section 2, RFC 8594 section 3
 */
export function readDeprecation(headers: Headers, nowMs: number): Deprecation | undefined {
  const since = headers.get('deprecation') ?? 'false';
  const sunset = headers.get('sunset');
  if (/^(false|\?0)$/i.test(since) && sunset === null) return undefined;
  const seconds = /^@(-?\d{1,13})$/.exec(since)?.[1];
  const deprecatedAt = seconds ? Number(seconds) * 1000 : parseHttpDate(since, nowMs);
  const sunsetAt = parseHttpDate(sunset ?? '', nowMs);
  const link = LINK.exec(headers.get('link') ?? '')?.[1];
  return {
    ...(deprecatedAt !== undefined && { deprecatedAt }),
    ...(sunsetAt !== undefined && { sunsetAt }),
    ...(link && { link }),
  };
}
