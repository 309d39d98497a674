import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type RawRequest, readRequests } from './read-requests.ts';
import type { Script } from './steps.ts';

/** What is answered: the first script to the first request and so on, the last one from then on. */
export type Plan = readonly Script[] | ((request: RawRequest, index: number) => Script);

/** A server that breaks the rules of HTTP, and of TCP, exactly as it is told. */
export interface FaultServer {
  /** Base URL, with the path of the API. */
  readonly url: string;
  /** What came in, in order. */
  readonly requests: readonly RawRequest[];
  /** Connections that are open. */
  readonly openConnections: number;
  /** Settles when a connection, numbered from 0, is closed. */
  closed(connection: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server that plays a script to each request. */
export async function startFaultServer(plan: Plan): Promise<FaultServer> {
  const requests: RawRequest[] = [];
  const open = new Set<Socket>();
  const closings: Promise<void>[] = [];
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = closings.length;
    open.add(socket);
    socket.on('error', () => socket.destroy()); // the client went away; `close` tells of it
    closings.push(gone(socket).then(() => void open.delete(socket)));
    readRequests(socket, (request) => {
      const index = requests.push({ ...request, connection }) - 1;
      void play(scriptFor(plan, { ...request, connection }, index), socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a TCP port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    get openConnections() {
      return open.size;
    },
    closed: async (connection) => closings[connection],
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await Promise.all(closings);
    },
  };
}

function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
  });
}

function scriptFor(plan: Plan, request: RawRequest, index: number): Script {
  if (typeof plan === 'function') return plan(request, index);
  return plan[Math.min(index, plan.length - 1)] ?? [];
}

async function play(script: Script, socket: Socket): Promise<void> {
  for (const step of script) {
    if (socket.destroyed) return;
    await step(socket);
  }
}
