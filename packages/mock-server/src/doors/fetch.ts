import type { Ground } from '../exchange/exchange-state.ts';
import type { MockAnswer } from '../exchange/message.ts';
import type { Mock } from '../mock.ts';
import { readRequest } from './read-request.ts';

/**
 * The mock as a fetch function.
 *
 * @param ground - Relative addresses are read against the origin of the mock's base URL.
 * @param exchange - The mock's one entry.
 */
export function createFetch(
  { core: { baseUrl, maxBodyBytes }, requests }: Ground,
  exchange: Mock['exchange'],
): Mock['fetch'] {
  return async (input, init) => {
    const sent = await readRequest({ input, init, baseUrl });
    const isPacked = sent.headers['content-encoding'] !== undefined && requests !== undefined;
    const request = isPacked ? await requests.decode(sent, maxBodyBytes) : sent;
    request.signal?.throwIfAborted();
    const response = await exchange(request);
    request.signal?.throwIfAborted();
    // What fetch itself throws when a connection is lost.
    if ('fault' in response) throw new TypeError('fetch failed');
    return writeResponse(response);
  };
}

const encoder = new TextEncoder();

/** An answer as fetch gives it. */
function writeResponse({ status, headers, body }: MockAnswer): Response {
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') pairs.push([name, value]);
    else for (const one of value) pairs.push([name, one]);
  }
  // A view over a plain buffer: Response takes no view over shared memory.
  const bytes = typeof body === 'string' ? encoder.encode(body) : body && new Uint8Array(body);
  // As over HTTP; without it, msw would send the body in chunks.
  if (bytes !== undefined) pairs.push(['Content-Length', String(bytes.byteLength)]);
  return new Response(bytes ?? null, { status, headers: pairs });
}
