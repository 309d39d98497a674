import type { QueryPairs } from './read-query.ts';

/**
 * The cookies of a request in order.
 *
 * @param headers - Every `Cookie` header that came.
 * @param name - A list of this name may stand in one cookie: `color=blue&color=black`, as the
 * exploded style `form` writes it.
 * @param isObject - Whether members of an object may stand so in one cookie: `R=1&G=2`.
 * @see RFC 6265 §4.2.1
 */
export function cookiePairs(
  headers: readonly string[] | undefined,
  name: string,
  isObject = false,
): QueryPairs {
  return (headers ?? [])
    .flatMap((header) => header.split(isObject ? /[;&]/ : ';'))
    .flatMap((cookie) =>
      cookie
        .trim()
        .split(`&${name}=`)
        .map((part, at) => readPair(part, at, name)),
    );
}

function readPair(part: string, at: number, name: string): readonly [string, string] {
  if (at > 0) return [name, part];
  const equals = part.indexOf('=');
  return equals < 0
    ? [part, '']
    : [part.slice(0, equals).trim(), unquote(part.slice(equals + 1).trim())];
}

/** A value of a cookie; one that is not percent-encoded is as it is. */
export function decodeCookie(raw: string): string {
  if (!raw.includes('%')) return raw;
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function unquote(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1)
    : value;
}
