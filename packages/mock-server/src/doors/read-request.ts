import type { MockHeaders, MockRequest } from '../exchange/message.ts';

/** What `fetch` is called with. */
export interface FetchCall {
  readonly input: Request | string | URL;
  readonly init: RequestInit | undefined;
  /** Relative addresses are read against its origin. */
  readonly baseUrl: string;
}

// A URL that its parser would leave as it is: nothing to encode, no dots to walk.
const plainRest = /^(?:\/[\w\-:@,=%]+)*(?:\?[\w\-:@,=%&+[\].]*)?$/;
const bodiless = /^(?:GET|HEAD)$/;
const plainMethod = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE)$/;

/**
 * A call of `fetch` as the mock takes it.
 *
 * @remarks A `Request` object costs as much as all the rest of an answer, so it is only made for
 * what it alone can read: streams, forms and blobs, unusual methods, and calls that it refuses.
 * @throws `TypeError` as `new Request` does.
 */
export function readRequest(call: FetchCall): MockRequest | Promise<MockRequest> {
  const { input, init = {} } = call;
  const { method = 'GET', signal } = init;
  const body = init.body ?? undefined;
  const isPlain = !(input instanceof Request) && plainMethod.test(method) && isReady(body);
  if (!isPlain || (body !== undefined && bodiless.test(method))) return throughRequest(call);
  const headers = new Headers(init.headers);
  if (typeof body === 'string' && !headers.has('content-type')) {
    headers.set('content-type', 'text/plain;charset=UTF-8');
  }
  return {
    method,
    url: readUrl(String(input), call.baseUrl),
    headers: readHeaders(headers),
    body: readBody(body),
    ...(signal ? { signal } : {}),
  };
}

async function throughRequest({ input, init, baseUrl }: FetchCall): Promise<MockRequest> {
  const target = input instanceof Request ? input : new URL(input, baseUrl);
  const request = new Request(target, init);
  const { method, url, signal, headers } = request;
  signal.throwIfAborted();
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  return { method, url, headers: readHeaders(headers), body, signal };
}

function isReady(body: RequestInit['body']): body is string | Uint8Array<ArrayBuffer> | undefined {
  return body === undefined || typeof body === 'string' || body instanceof Uint8Array;
}

function readUrl(input: string, baseUrl: string): string {
  const isPlain = input.startsWith(baseUrl) && plainRest.test(input.slice(baseUrl.length));
  return isPlain ? input : new URL(input, baseUrl).href;
}

function readBody(body: string | Uint8Array | undefined): Uint8Array | undefined {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  // A copy: the caller may write into its bytes while the mock waits.
  return body === undefined ? undefined : body.slice();
}

/** Headers as the mock takes them. */
export function readHeaders(headers: Headers): MockHeaders {
  const entries: { [name: string]: readonly string[] } = Object.create(null);
  headers.forEach((value, name) => {
    entries[name] = [value];
  });
  return entries;
}
