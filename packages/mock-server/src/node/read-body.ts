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
export function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | undefined | typeof tooLarge> {
  if (!bodyFits(request, maxBytes)) return Promise.resolve(tooLarge);
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    // Without setEncoding() a stream yields buffers.
    request.on('data', (bytes: Uint8Array) => {
      length += bytes.length;
      if (length > maxBytes) resolve(tooLarge);
      else chunks.push(bytes);
    });
    request.once('end', () => {
      const [first] = chunks;
      resolve(chunks.length > 1 ? Buffer.concat(chunks, length) : first);
    });
    request.once('error', reject);
  });
}

/** Whether a request has a body at all (RFC 9112 §6.3). */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

/** Whether the length that a request declares, if any, is within the limit. */
export function bodyFits(request: IncomingMessage, maxBytes: number): boolean {
  return Number(request.headers['content-length'] ?? 0) <= maxBytes;
}
