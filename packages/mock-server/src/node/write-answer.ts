import type { ServerResponse } from 'node:http';
import type { MockAnswer, MockResponse } from '../exchange/message.ts';

/**
 * Sends an answer of the mock, or breaks the connection off when a fault says so.
 *
 * @param response - Where to; nothing happens when the client has gone.
 * @param answer - What to send.
 * @returns The status that was sent, 0 for a connection that was broken off.
 */
export function writeAnswer(response: ServerResponse, answer: MockResponse): number {
  if ('fault' in answer) {
    response.socket?.resetAndDestroy();
    return 0;
  }
  const { status, headers, body } = answer;
  const flat: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') flat.push(name, value);
    else for (const one of value) flat.push(name, one);
  }
  // Told rather than found out, so that the body need not be sent in chunks.
  const mayHaveBody = status !== 204 && status !== 304 && response.req.method !== 'HEAD';
  if (mayHaveBody && !hasLength(headers)) {
    flat.push('Content-Length', String(body === undefined ? 0 : Buffer.byteLength(body)));
  }
  response.writeHead(status, flat);
  response.end(body);
  return status;
}

function hasLength(headers: MockAnswer['headers']): boolean {
  return 'Content-Length' in headers || 'content-length' in headers;
}
