import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of fixed windows, which counts what it is sent. */
export interface LimitedServer {
  readonly url: string;
  readonly served: ReadonlyMap<string, number>;
  readonly refused: () => number;
  readonly close: () => Promise<void>;
}

/** How a {@link LimitedServer} limits. */
export interface Limits {
  readonly limit: number;
  readonly windowMs: number;
  readonly latencyMs: number;
  /** Called with the worker of each request, as it comes. */
  readonly onRequest?: (worker: string) => void;
}

/** Starts one; its windows begin at multiples of their length. */
export async function startLimitedServer(limits: Limits): Promise<LimitedServer> {
  const { limit, windowMs, latencyMs, onRequest } = limits;
  const used = new Map<number, number>();
  const served = new Map<string, number>();
  let refused = 0;
  const judge = (request: IncomingMessage) => {
    const nowMs = Date.now();
    const window = Math.floor(nowMs / windowMs);
    const count = (used.get(window) ?? 0) + 1;
    used.set(window, count);
    const worker = String(request.headers['x-worker']);
    onRequest?.(worker);
    if (count > limit) refused += 1;
    else served.set(worker, (served.get(worker) ?? 0) + 1);
    const resetAt = (window + 1) * windowMs;
    return { status: count > limit ? 429 : 200, left: Math.max(0, limit - count), resetAt };
  };
  const server = createServer((request, response) => {
    const { status, left, resetAt } = judge(request);
    const headers = {
      'content-type': 'application/json',
      'x-ratelimit-limit': limit,
      'x-ratelimit-remaining': left,
      'x-ratelimit-reset': resetAt / 1000,
    };
    setTimeout(() => response.writeHead(status, headers).end('{"id":"task_1"}'), latencyMs);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    served,
    refused: () => refused,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
