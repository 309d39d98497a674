/** Query parameters in order: name and value as they were sent, the name decoded. */
export type QueryPairs = readonly (readonly [name: string, rawValue: string])[];

/**
 * Splits a query. Values stay encoded, since `a%2Cb` is one value and `a,b` may be two.
 *
 * @returns Absent when a name or value has broken percent-encoding.
 */
export function readQuery(query: string): QueryPairs | undefined {
  if (query === '') return [];
  const pairs: (readonly [string, string])[] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decodeQuery(equals < 0 ? part : part.slice(0, equals));
    const raw = equals < 0 ? '' : part.slice(equals + 1);
    if (name === undefined || decodeQuery(raw) === undefined) return undefined;
    pairs.push([name, raw]);
  }
  return pairs;
}

/** One name or value; absent when its percent-encoding is broken. */
export function decodeQuery(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
