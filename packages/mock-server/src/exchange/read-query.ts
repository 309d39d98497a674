/** Query parameters in order: name and value as they were sent, the name decoded. */
export type QueryPairs = readonly (readonly [name: string, rawValue: string])[];

// More than any real form has.
const maxPairs = 10_000;

/**
 * Splits a query or form. Values stay encoded, since `a%2Cb` is one value and `a,b` may be two.
 *
 * @returns What is wrong with it, in words, when it cannot be read.
 */
export function readQuery(query: string): QueryPairs | { readonly fault: string } {
  if (query === '') return [];
  const parts = query.split('&');
  if (parts.length > maxPairs) return { fault: `has more than ${maxPairs} fields` };
  const pairs: (readonly [string, string])[] = [];
  for (const part of parts) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decodeQuery(equals < 0 ? part : part.slice(0, equals));
    const raw = equals < 0 ? '' : part.slice(equals + 1);
    if (name === undefined || decodeQuery(raw) === undefined) {
      return { fault: 'has broken percent-encoding' };
    }
    pairs.push([name, raw]);
  }
  return pairs;
}

/** One name or value; absent when its percent-encoding is broken. */
export function decodeQuery(text: string): string | undefined {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!text.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return undefined;
  }
}
