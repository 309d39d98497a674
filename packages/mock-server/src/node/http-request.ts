import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MockHeaders, MockRequest } from '../exchange/message.ts';
import { requestHeaders } from './request-headers.ts';

/** Where a request goes, and what came with it. */
export interface Target {
  /** Path and query, from the root. */
  readonly url: string;
  readonly body: Uint8Array | undefined;
}

/**
 * A request as the HTTP door gives it to the mock.
 *
 * @remarks A class, since an object with a getter of its own is another kind of object each time.
 */
export class HttpRequest implements MockRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: MockHeaders;
  readonly body: Uint8Array | undefined;
  readonly remoteAddress: string | undefined;
  readonly #response: ServerResponse;

  /** @param response - Where the answer goes; when it is closed before that, nobody waits. */
  constructor(request: IncomingMessage, response: ServerResponse, { url, body }: Target) {
    this.method = request.method ?? 'GET';
    this.url = url;
    this.headers = requestHeaders(request);
    this.body = body;
    this.remoteAddress = request.socket.remoteAddress;
    this.#response = response;
  }

  /** Made when it is asked for: only a scripted wait listens to it. */
  get signal(): AbortSignal {
    const response = this.#response;
    const controller = new AbortController();
    const abortUnlessAnswered = (): void => {
      if (!response.writableFinished) controller.abort();
    };
    if (response.closed) abortUnlessAnswered();
    else response.once('close', abortUnlessAnswered);
    return controller.signal;
  }
}
