/** Query parameters that carry secrets in practice; the credential itself is masked before. */
const SECRET =
  /(^|[-_])(auth|authorization|code|credential|key|passw(or)?d|pwd|secret|sig|signature|token)$|apikey$/i;

/**
 * A URL as a span may show it: user-info and the values of query parameters that carry secrets are
 * `REDACTED`, and the fragment is left out.
 *
 * @param text - Absolute URL.
 * @returns `undefined` if it is no URL.
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/url/ (`url.full`)
 */
export function redactUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.username) url.username = 'REDACTED';
  if (url.password) url.password = 'REDACTED';
  url.hash = '';
  // Pair by pair, since `searchParams` would write the whole query anew, in another encoding.
  const pairs = url.search.slice(1).split('&');
  url.search = pairs
    .map((pair) => {
      const [name = ''] = pair.split('=', 1);
      return SECRET.test(decode(name)) ? `${name}=REDACTED` : pair;
    })
    .join('&');
  return url.href;
}

/** Names may be encoded too; one that cannot be decoded is read as it stands. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
