import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { MockHeaders } from '../exchange/message.ts';

interface Seen {
  readonly raw: readonly string[];
  readonly headers: MockHeaders;
}

const seen = new WeakMap<Socket, Seen>();

/**
 * The headers of a request by name.
 *
 * @remarks Clients send the same headers with one request after the other: what a connection sent
 * last is not read twice.
 */
export function requestHeaders(request: IncomingMessage): MockHeaders {
  const { rawHeaders: raw, socket } = request;
  const last = seen.get(socket);
  if (last !== undefined && isSame(last.raw, raw)) return last.headers;
  const headers = request.headersDistinct;
  seen.set(socket, { raw, headers });
  return headers;
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}
