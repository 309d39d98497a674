import type { Socket } from 'node:net';

/** One thing that the server does to a connection. */
export type Step = (socket: Socket) => unknown;

/** What the server does after a request has come in whole. Nothing in it: it keeps still for ever. */
export type Script = readonly Step[];

/** Ends the connection with a RST. */
export const reset: Step = (socket) => socket.resetAndDestroy();

/** Ends the connection in order, with a FIN. */
export const end: Step = (socket) => socket.end();

/** Sends bytes as they are. */
export function write(bytes: string | Uint8Array): Step {
  return (socket) => socket.write(bytes);
}

/** What a script waits for until the test opens it. */
export interface Latch {
  readonly wait: Step;
  open(): void;
}

/** A closed latch. */
export function latch(): Latch {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait: () => opened, open: () => open() };
}

/** Sends one character after another until the connection is closed. */
export function drip(text: string, everyMs: number, onDrop: () => void = () => undefined): Step {
  return (socket) => {
    let at = 0;
    const timer = setInterval(() => {
      socket.write(text[at % text.length] ?? '');
      at += 1;
      onDrop();
    }, everyMs);
    socket.once('close', () => clearInterval(timer));
  };
}

/** Sends the same bytes again and again until the connection is closed. */
export function repeat(bytes: string, everyMs: number): Step {
  return (socket) => {
    const timer = setInterval(() => socket.write(bytes), everyMs);
    socket.once('close', () => clearInterval(timer));
  };
}

/** What an answer is made of. */
export interface Answer {
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string | readonly string[] };
  readonly body?: string | Uint8Array;
}

/** A correct answer, with the length that it has. */
export function answer({
  status = 200,
  headers = {},
  body = '{"id":"task_1"}',
}: Answer = {}): Step {
  const length = Buffer.byteLength(body);
  return (socket) => {
    socket.write(head({ status, headers: { 'content-length': `${length}`, ...headers } }));
    socket.write(body);
  };
}

/** The head of an answer, of JSON unless it says otherwise. */
export function head({ status = 200, headers = {} }: Omit<Answer, 'body'>): string {
  const fields = Object.entries({ 'content-type': 'application/json', ...headers });
  const lines = fields.flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`));
  return [`HTTP/1.1 ${status} Scripted`, ...lines, '', ''].join('\r\n');
}

/** One chunk of a chunked body. */
export function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}
