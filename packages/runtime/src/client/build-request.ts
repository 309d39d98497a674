import type { Body } from '../pipeline/call.ts';

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
  /** Headers, those of the client included. */
  readonly headers: Record<string, string>;
  /** The body, serialized. */
  readonly body: Body;
  /** Fields for the platform's `Request`, such as `cache`. */
  readonly init?: object;
}

/**
 * The request of a call.
 *
 * @remarks The headers are one plain record, since each `Headers` on the way would check every field
 * once more.
 * @param parts - What it is built from.
 */
export function buildRequest(parts: RequestParts): Request {
  const { method, address, query, headers, body = null } = parts;
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
 * Adds headers by name in lower case; the later field wins. `undefined` changes nothing, `null` takes away.
 *
 * @param headers - Fields in lower case; they are changed.
 * @param fields - Fields on top of them.
 */
export function addHeaders(headers: Record<string, string>, fields: HeaderFields): void {
  for (const [name, value] of fields) {
    if (value === null) delete headers[name.toLowerCase()];
    else if (value !== undefined) headers[name.toLowerCase()] = String(value);
  }
}
