import type { Socket } from 'node:net';

/** One request as its bytes said it. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
  /** Number of the connection it came on, from 0. */
  readonly connection: number;
}

/** A request without the number of its connection, and how many bytes it took. */
interface Parsed {
  readonly request: Omit<RawRequest, 'connection'>;
  readonly length: number;
}

/**
 * Tells of each whole request that comes in on a socket.
 *
 * @remarks Its own parser, because Node's server would correct what the tests want to see or to break.
 */
export function readRequests(
  socket: Socket,
  onRequest: (request: Omit<RawRequest, 'connection'>) => void,
): void {
  let pending = '';
  socket.on('data', (chunk: Buffer) => {
    // One byte is one character, so that lengths of the text are lengths of the bytes.
    pending += chunk.toString('latin1');
    for (let next = parseRequest(pending); next; next = parseRequest(pending)) {
      pending = pending.slice(next.length);
      onRequest(next.request);
    }
  });
}

function parseRequest(text: string): Parsed | undefined {
  const headEnd = text.indexOf('\r\n\r\n') + 4;
  if (headEnd < 4) return undefined;
  const [line = '', ...fields] = text.slice(0, headEnd - 4).split('\r\n');
  const headers = new Headers(fields.map(splitField));
  const [method = '', path = ''] = line.split(' ');
  const found = readBody(text.slice(headEnd), headers);
  if (found === undefined) return undefined;
  const body = Buffer.from(found.body, 'latin1').toString('utf8');
  return { request: { method, path, headers, body }, length: headEnd + found.length };
}

function splitField(field: string): [string, string] {
  const at = field.indexOf(':');
  return [field.slice(0, at), field.slice(at + 1).trim()];
}

interface FoundBody {
  readonly body: string;
  readonly length: number;
}

function readBody(rest: string, headers: Headers): FoundBody | undefined {
  if (headers.get('transfer-encoding') === 'chunked') return readChunks(rest);
  const length = Number(headers.get('content-length') ?? 0);
  return rest.length < length ? undefined : { body: rest.slice(0, length), length };
}

function readChunks(rest: string): FoundBody | undefined {
  let [body, at] = ['', 0];
  for (;;) {
    const sizeEnd = rest.indexOf('\r\n', at);
    if (sizeEnd < 0) return undefined;
    const size = Number.parseInt(rest.slice(at, sizeEnd), 16);
    const next = sizeEnd + 2 + size + 2;
    if (rest.length < next) return undefined;
    if (size === 0) return { body, length: next };
    body += rest.slice(sizeEnd + 2, sizeEnd + 2 + size);
    at = next;
  }
}
