import type { Body } from '../pipeline/call.ts';
import type { Settings } from './settings.ts';

/** Fields of a header, by name in any case. */
export type HeaderFields = Iterable<readonly [name: string, value: unknown]>;

/** What a request is built from. */
export interface RequestParts {
  /** Method. */
  readonly method: string;
  /** The URL without its query. */
  readonly address: string;
  /** The query, without its `?`. */
  readonly query: string;
  /** Headers of the call; `null` takes one of the client's away. */
  readonly headers: HeaderFields;
  /** The body, serialized. */
  readonly body: Body;
  /** Fields for the platform's `Request`, such as `cache`. */
  readonly init?: object;
}

/**
 * The request of a call, with the client's headers below its own.
 *
 * @remarks The headers are one plain record, since each `Headers` on the way would check every field
 * once more.
 * @param settings - Settings of the client.
 * @param parts - What it is built from.
 */
export function buildRequest(settings: Settings, parts: RequestParts): Request {
  const { method, address, query, body = null } = parts;
  const headers = mergeHeaders(settings.headers, parts.headers);
  // A platform wants to be told `duplex` before it sends a stream; the types do not know it.
  const init: RequestInit & { readonly duplex: 'half' } = {
    ...parts.init,
    method,
    headers,
    body,
    // The call has a signal of its own.
    signal: null,
    redirect: 'manual',
    duplex: 'half',
  };
  return new Request(query ? `${address}?${query}` : address, init);
}

/**
 * Headers by name in lower case; the later field wins. `undefined` changes nothing, `null` takes away.
 *
 * @param base - Fields in lower case.
 * @param fields - Fields on top of them.
 */
export function mergeHeaders(
  base: { readonly [name: string]: string },
  fields: HeaderFields,
): Record<string, string> {
  const merged = { ...base };
  for (const [name, value] of fields) {
    if (value === null) delete merged[name.toLowerCase()];
    else if (value !== undefined) merged[name.toLowerCase()] = String(value);
  }
  return merged;
}
