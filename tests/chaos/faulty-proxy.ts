import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can go wrong between a client and the service, before or after the service has acted. */
export const faultKinds = [
  'reset before',
  'reset after',
  'answer 500 before',
  'answer 500 after',
  'answer 503 before',
  'timeout before',
  'timeout after',
  'body cut off',
] as const;

/** One of {@link faultKinds}. */
export type FaultKind = (typeof faultKinds)[number];

/** A proxy on loopback that loses and breaks what passes. */
export interface FaultyProxy {
  /** Base URL that stands for the one of the service. */
  readonly url: string;
  /** How often each fault struck. */
  readonly struck: ReadonlyMap<FaultKind, number>;
  /** Requests that came in. */
  readonly requests: number;
  close(): Promise<void>;
}

/** What a proxy does. */
export interface ProxyOptions {
  /** Base URL of the service. */
  readonly target: string;
  /** The fault of the next request, if it has one. */
  readonly nextFault: () => FaultKind | undefined;
}

/** Starts a proxy. */
export async function startFaultyProxy({ target, nextFault }: ProxyOptions): Promise<FaultyProxy> {
  const struck = new Map<FaultKind, number>();
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const fault = nextFault();
    if (fault) struck.set(fault, (struck.get(fault) ?? 0) + 1);
    pass({ request, response, origin: new URL(target).origin }, fault).catch(() => {
      response.destroy(); // the client went away while its request came in
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a TCP port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${new URL(target).pathname}`,
    struck,
    get requests() {
      return requests;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Passage {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly origin: string;
}

async function pass(passage: Passage, fault: FaultKind | undefined): Promise<void> {
  const { request, response } = passage;
  const body = await readAll(request);
  if (fault?.endsWith('before')) return strike(response, fault);
  const answer = await forward(passage, body);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (fault?.endsWith('after')) return strike(response, fault);
  for (const [name, value] of answer.headers) {
    if (name !== 'connection' && name !== 'keep-alive') response.setHeader(name, value);
  }
  response.statusCode = answer.status;
  if (fault === undefined || bytes.length < 2) return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function strike(response: ServerResponse, fault: FaultKind): void {
  if (fault.startsWith('reset')) response.socket?.resetAndDestroy();
  else if (fault.startsWith('answer')) {
    response.statusCode = fault.startsWith('answer 503') ? 503 : 500;
    if (response.statusCode === 503) response.setHeader('retry-after', '1');
    response.setHeader('content-type', 'text/plain');
    response.end('The proxy has a fault.');
  }
  // What is left is a timeout: the client waits until it has had enough.
}

async function readAll(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

function forward({ request, origin }: Passage, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const { method = 'GET', url = '/' } = request;
  const headers = new Headers();
  for (const name of ['authorization', 'content-type', 'idempotency-key', 'accept']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return fetch(origin + url, { method, headers, ...(body.length > 0 && { body }) });
}
