import type { MockAnswer, MockHeaders } from '../exchange/message.ts';
import type { Mock } from '../mock.ts';

/**
 * The mock as a fetch function.
 *
 * @param baseUrl - Relative addresses are read against its origin.
 * @param exchange - The mock's one entry.
 */
export function createFetch(baseUrl: string, exchange: Mock['exchange']): Mock['fetch'] {
  return async (input, init) => {
    const target = input instanceof Request ? input : new URL(input, baseUrl);
    const request = new Request(target, init);
    request.signal.throwIfAborted();
    const response = await exchange({
      method: request.method,
      url: request.url,
      headers: readHeaders(request.headers),
      body: request.body === null ? undefined : new Uint8Array(await request.arrayBuffer()),
      signal: request.signal,
    });
    request.signal.throwIfAborted();
    // What fetch itself throws when a connection is lost.
    if ('fault' in response) throw new TypeError('fetch failed');
    return writeResponse(response);
  };
}

/** Headers as the mock takes them. */
export function readHeaders(headers: Headers): MockHeaders {
  const entries = [...headers].map(([name, value]): [string, readonly string[]] => [name, [value]]);
  // Without a prototype, so that no header is found that was not sent.
  return Object.setPrototypeOf(Object.fromEntries(entries), null);
}

/** An answer as fetch gives it. */
export function writeResponse({ status, headers, body }: MockAnswer): Response {
  const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one]),
  );
  // A view over a plain buffer: Response takes no view over shared memory.
  const bytes = body instanceof Uint8Array ? new Uint8Array(body) : body;
  return new Response(bytes ?? null, { status, headers: pairs });
}
