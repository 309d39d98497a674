/** What a client asks the mock to answer, instead of what the state says. */
export interface Preference {
  /** A status that the operation documents. */
  readonly code?: string;
  /** The name of an example. */
  readonly example?: string;
  /** A freshly made answer, whatever examples there are. */
  readonly dynamic?: boolean;
  /** The same text gives the same made answer. */
  readonly seed?: string;
}

const names = ['code', 'example', 'dynamic', 'seed'] as const;

// Longer than anything that anyone writes; the rest is not read.
const maxLength = 2000;

/**
 * Reads what is preferred, as users of Prism write it: `Prefer: code=404, example=gone`, also with
 * semicolons, quotes or several headers, or `?__code=404` in the query. The header wins.
 *
 * @param headers - The values of `Prefer`.
 * @param query - Without the question mark, still encoded.
 * @returns Absent when nothing is preferred.
 * @see RFC 7240 §2
 */
export function readPreference(
  headers: readonly string[] | undefined,
  query: string,
): Preference | undefined {
  const inQuery = query.includes('__');
  if (headers === undefined && !inQuery) return undefined;
  const found = new Map<string, string>(inQuery ? readQuery(query) : []);
  for (const [name, value] of readHeader((headers ?? []).join(','))) found.set(name, value);
  const [code, example, dynamic, seed] = names.map((name) => found.get(name));
  const preference: Preference = {
    ...(code === undefined ? {} : { code }),
    ...(example === undefined ? {} : { example }),
    ...(dynamic === undefined ? {} : { dynamic: dynamic !== 'false' }),
    ...(seed === undefined ? {} : { seed }),
  };
  const asks = code !== undefined || example !== undefined || seed !== undefined;
  return asks || preference.dynamic === true ? preference : undefined;
}

function readHeader(text: string): [string, string][] {
  const pairs = text
    .slice(0, maxLength)
    .matchAll(/([\w-]+)\s*(?:=\s*(?:"([^"]*)"|([^,;"]*))|(?=[,;]|$))/g);
  return [...pairs].flatMap(([, written = '', quoted, bare]): [string, string][] => {
    const name = written.toLowerCase();
    // RFC 7240 §2: one without a value is wished for.
    const value = quoted ?? bare?.trim() ?? (name === 'dynamic' ? 'true' : undefined);
    return value === undefined ? [] : [[name, value]];
  });
}

function readQuery(query: string): [string, string][] {
  return [...new URLSearchParams(query.slice(0, maxLength))].flatMap(([name, value]) =>
    name.startsWith('__') ? [[name.slice(2), value]] : [],
  );
}

/** What was honoured, for `Preference-Applied`. */
export function appliedPreference(preference: Preference): string {
  return names
    .filter((name) => preference[name] !== undefined)
    .map((name) => `${name}=${tokenOf(String(preference[name]))}`)
    .join(', ');
}

// The value came from a stranger: only what a header may hold is shown again.
function tokenOf(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : `"${value.replace(/[^\x20-\x7e]|["\\]/g, '_')}"`;
}
