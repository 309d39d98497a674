import type { ServerResponse } from 'node:http';
import type { MockResponse } from '../exchange/message.ts';

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
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  // Set rather than written ahead, so that end() knows the length and need not send chunks.
  response.statusCode = status;
  response.end(body);
  return status;
}
