import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A request and the answer that it gets. */
export interface Served {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What is under way at a server. */
export interface UnderWay {
  /** Notes a request that has come. */
  begin(served: Served): void;
  /** Those whose answer has not left yet. */
  list(): readonly Served[];
}

/**
 * Keeps track of the requests of a server whose answers have not left.
 *
 * @remarks By connection, since those live long: a map that every request enters and leaves makes
 * the garbage collector keep thousands that are done.
 * @param server - Not listening yet.
 */
export function trackUnderWay(server: Server): UnderWay {
  const connections = new Map<Socket, Served[]>();
  server.on('connection', (socket) => {
    connections.set(socket, []);
    socket.once('close', () => connections.delete(socket));
  });
  return {
    begin: (served) => {
      const here = connections.get(served.request.socket);
      if (here === undefined) return;
      // More than one only where a client does not wait for answers.
      if (here.length < 2 && here.every(isDone)) here[0] = served;
      else connections.set(served.request.socket, [...here.filter(isOpen), served]);
    },
    list: () => [...connections.values()].flat().filter(isOpen),
  };
}

function isDone({ response }: Served): boolean {
  return response.closed;
}

function isOpen(served: Served): boolean {
  return !isDone(served);
}
