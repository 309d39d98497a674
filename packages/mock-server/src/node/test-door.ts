import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { MockRequest, MockResponse } from '../exchange/message.ts';
import type { Mock } from '../mock.ts';
import { type Listener, type ListenOptions, listen } from './listen.ts';

/** A listener, and what reached the mock behind it. */
export interface Served extends Listener {
  /** What reached the mock. */
  readonly seen: MockRequest[];
}

/** What stands for the mock. */
export type Answer = (request: MockRequest) => MockResponse | Promise<MockResponse>;

/** A mock that is content with everything. */
export const ok: Answer = () => ({
  status: 200,
  headers: { 'X-Request-Id': 'req_1' },
  body: 'fine',
});

/** Serves a stand-in for the mock on a free port, until the test ends. */
export async function serve(answer: Answer = ok, options: ListenOptions = {}): Promise<Served> {
  const seen: MockRequest[] = [];
  // Only what the HTTP door asks for: the mock itself is tested elsewhere.
  const mock = {
    baseUrl: 'https://api.example.com/v1',
    snapshot: () => ({ snapshotVersion: 2, parts: {} }),
    exchange: async (request: MockRequest) => {
      seen.push(request);
      return answer(request);
    },
  } as unknown as Mock;
  const listener = await listen(mock, { port: 0, ...options });
  onTestFinished(() => listener.close());
  return { ...listener, seen };
}

/** A TCP connection, until the test ends. */
export function dial(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Sends bytes as they are and reads until the server hangs up. */
export async function speak(port: number, bytes: string): Promise<string> {
  const socket = dial(port);
  socket.write(bytes, 'latin1');
  return await text(socket);
}

/** A promise, and what settles it. */
export interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
}

/** A promise that the test settles itself. */
export function deferred<Value>(): Deferred<Value> {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** The head of a request or of an answer. */
export const head = (lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
/** Headers after which the server hangs up. */
export const closing: readonly string[] = ['Host: 127.0.0.1', 'Connection: close'];
