/**
 * Header values by name. Names are in lower case; a header that came twice has two values. It has
 * the shape of `IncomingMessage.headersDistinct`, so the HTTP door passes it on as it is.
 */
export type MockHeaders = { readonly [name: string]: readonly string[] | undefined };

/**
 * A request as the mock takes it: plain data, so that a door needs no `Request` object.
 */
export interface MockRequest {
  /** In capitals: `GET`. */
  readonly method: string;
  /** Absolute, or a path with its query: `/v1/tasks?limit=2`. Not decoded. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: MockHeaders;
  /** The bytes that came; absent when there was no body. */
  readonly body: Uint8Array | undefined;
  /** The caller's network address, when the door knows it. */
  readonly remoteAddress?: string | undefined;
  /** Ends a wait that a scripted delay asked for. */
  readonly signal?: AbortSignal | undefined;
}

/** An answer as the mock gives it: plain data, so that a door needs no `Response` object. */
export interface MockAnswer {
  /** 100 to 599. */
  readonly status: number;
  /** Names as they are customarily written: `X-Request-Id`. */
  readonly headers: { readonly [name: string]: string | readonly string[] };
  /** Absent for `HEAD`, 204 and 304. */
  readonly body: string | Uint8Array | undefined;
}

/** A scripted loss of the connection: the door breaks off instead of answering. */
export interface MockReset {
  /** Always `reset`. */
  readonly fault: 'reset';
}

/** What one exchange ends with. */
export type MockResponse = MockAnswer | MockReset;
