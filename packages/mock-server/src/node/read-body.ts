import type { IncomingMessage } from 'node:http';

/** A body that is longer than allowed. */
export const tooLarge: unique symbol = Symbol('too large');

/**
 * The bytes of a request's body; undefined when there are none.
 *
 * @remarks Reading stops at the limit, however long the body says it is or turns out to be, so that
 * no client can fill the memory.
 *
 * @param request - A request whose body nobody has read.
 * @param maxBytes - The longest body that is taken.
 * @throws What the socket throws when the client goes away.
 */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | undefined | typeof tooLarge> {
  if (!bodyFits(request, maxBytes)) return tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request) {
    // Without setEncoding() a stream yields buffers.
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > maxBytes) return tooLarge;
    chunks.push(bytes);
  }
  return length === 0 ? undefined : Buffer.concat(chunks, length);
}

/** Whether the length that a request declares, if any, is within the limit. */
export function bodyFits(request: IncomingMessage, maxBytes: number): boolean {
  return Number(request.headers['content-length'] ?? 0) <= maxBytes;
}
