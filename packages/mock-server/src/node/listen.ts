import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServedMock } from '../mock.ts';
import { ListenError } from './listen-error.ts';
import { type ServedRequest, serveRequests } from './serve-requests.ts';
import type { UnderWay } from './under-way.ts';

// After this long a close waits no more for answers, such as one that a fault delays by an hour.
const graceMs = 5000;
// Longer than clients keep idle connections, so that none is reset as it is used again.
const keepAliveTimeout = 65_000;

/** Where to listen, and what to take. */
export interface ListenOptions {
  /**
   * TCP port, 0 for any free one.
   * @defaultValue `4010`
   */
  readonly port?: number;
  /**
   * Host name or address to bind; only this machine can reach the default.
   * @defaultValue `'127.0.0.1'`
   */
  readonly host?: string;
  /**
   * The longest body that is kept in memory, in bytes; reading a longer one is given up with 413.
   *
   * @remarks The mock has its own limit, `maxBodyBytes` of `createMock`, which is lower by default:
   * up to here its 413 comes with everything else that its answers have.
   *
   * @defaultValue `16_777_216`
   */
  readonly maxBodyBytes?: number;
  /**
   * Names by which the control API under `/__mock` may be called, besides the loopback ones and
   * the host.
   * @defaultValue `[]`
   */
  readonly allowedHosts?: readonly string[];
  /** Called after each answer, for a line in the terminal. Requests to `/__mock` are left out. */
  readonly onRequest?: (request: ServedRequest) => void;
}

/** A mock that listens. */
export interface Listener {
  /** The base URL for clients, base path included: `http://127.0.0.1:4010/v1`. */
  readonly url: string;
  /** The console page: `http://127.0.0.1:4010/__mock`. */
  readonly consoleUrl: string;
  /** The port that was bound. */
  readonly port: number;
  /** Lets answers that are under way finish, then closes every connection. */
  close(): Promise<void>;
}

/**
 * Serves a mock over HTTP, with its console and control API under `/__mock`.
 *
 * @remarks The document's base path may be left out by clients: `/v1/tasks` and `/tasks` are the
 * same. Pages of every origin may call the mock (CORS), none may call `/__mock`.
 *
 * @param mock - What to serve.
 * @param options - Where.
 * @throws {@link ListenError} when the address cannot be bound.
 * @example
 * ```ts
 * import { createMock } from '@product/mock-server';
 * import { listen } from '@product/mock-server/node';
 *
 * const { url, close } = await listen(createMock(), { port: 0 });
 * const { status } = await fetch(`${url}/tasks`);
 * console.log(status); // 401: no key was sent
 * await close();
 * ```
 */
export async function listen(mock: ServedMock, options: ListenOptions = {}): Promise<Listener> {
  const { port = 4010, host = '127.0.0.1', maxBodyBytes = 16_777_216 } = options;
  const basePath = new URL(mock.baseUrl).pathname.replace(/\/$/, '');
  const hosts = [host, ...(options.allowedHosts ?? [])];
  const control = { mock, atStart: mock.snapshot(), hosts };
  const server = createServer({ keepAliveTimeout });
  const door = { mock, basePath, maxBodyBytes, control };
  const underWay = serveRequests(server, door, options.onRequest);
  const bound = await bind(server, port, host);
  const origin = `http://${displayHost(host)}:${bound.port}`;
  return {
    url: origin + basePath,
    consoleUrl: `${origin}/__mock`,
    port: bound.port,
    close: () => close(server, underWay),
  };
}

function bind(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new ListenError(port, host, cause)));
    // A server that listens on a TCP port has an address of this kind.
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

async function close(server: Server, underWay: UnderWay): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const graceOver = setTimeout(() => server.closeAllConnections(), graceMs);
  // A client that has not sent its whole request is not waited for.
  const answers = underWay
    .list()
    .flatMap(({ request, response }) => (request.complete ? [once(response, 'close')] : []));
  await Promise.all(answers);
  server.closeAllConnections();
  await closed;
  clearTimeout(graceOver);
}

function displayHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
