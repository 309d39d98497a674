import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createMock } from '@product/mock-server';
import { listen } from '@product/mock-server/node';
import { onTestFinished } from 'vitest';

/** What came back over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: { readonly [name: string]: unknown };
}

/** A request, written by hand. */
export interface WireRequest {
  /** `GET /v1/tasks` */
  readonly line: string;
  readonly headers?: readonly string[];
  readonly body?: string | Uint8Array;
}

/** A mock behind a port. */
export interface MockDoor {
  readonly mock: ReturnType<typeof createMock>;
  readonly port: number;
  readonly close: () => Promise<void>;
  /** The header with a key of all permissions in test mode. */
  readonly bearer: string;
  readonly ask: (request: WireRequest) => Promise<WireAnswer>;
}

/** The mock of the Product API behind a port, until the test ends. */
export async function mockDoor(): Promise<MockDoor> {
  const mock = createMock({ seed: 1 });
  const { url, close } = await listen(mock, { port: 0 });
  onTestFinished(() => close());
  const port = Number(new URL(url).port);
  const { secret } = mock.keys.create();
  return { mock, port, close, bearer: `Authorization: Bearer ${secret}`, ask: asking(port) };
}

/** Sends requests as they are written; each has a connection of its own. */
function asking(port: number): (request: WireRequest) => Promise<WireAnswer> {
  return async ({ line, headers = [], body = '' }) => {
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    const length = headers.some((header) => /^content-length/i.test(header))
      ? []
      : [`Content-Length: ${Buffer.byteLength(body)}`];
    const closing = ['Host: 127.0.0.1', 'Connection: close'];
    const head = [`${line} HTTP/1.1`, ...closing, ...length, ...headers];
    socket.write(`${head.join('\r\n')}\r\n\r\n`, 'latin1');
    socket.write(body);
    return readAnswer(await text(socket));
  };
}

function readAnswer(bytes: string): WireAnswer {
  const end = bytes.indexOf('\r\n\r\n');
  const [status = '', ...lines] = bytes.slice(0, end).split('\r\n');
  const body = bytes.slice(end + 4);
  const fields = lines.map((line): [string, string] => {
    const [name = '', ...value] = line.split(': ');
    return [name.toLowerCase(), value.join(': ')];
  });
  const headers = new Map(fields);
  const isJson = /json/.test(headers.get('content-type') ?? '');
  const json = isJson && body !== '' ? JSON.parse(body) : {};
  return { status: Number(status.split(' ')[1]), headers, text: body, json };
}
