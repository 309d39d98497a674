import type { MockHeaders, MockRequest, MockResponse } from '../exchange/message.ts';
import type { LoggedExchange, RequestEntry, RequestRecorder } from '../mock.ts';
import { createBodyMask, maskHeaders } from './mask-secrets.ts';

/** How much the log keeps, and what it hides. */
export interface RequestLogOptions {
  /**
   * Exchanges kept; the oldest are dropped first.
   * @defaultValue `1000`
   */
  readonly capacity?: number;
  /** Headers that carry a credential besides the usual ones, in lower case. */
  readonly secretHeaders?: readonly string[];
  /** Members of bodies that carry a credential besides the usual ones. */
  readonly secretMembers?: readonly string[];
}

// Long bodies are cut: a thousand entries must stay small.
const longestBody = 10_000;

/** A log of exchanges in which no credential can be read. */
export function createRequestLog(options: RequestLogOptions = {}): RequestRecorder {
  const { capacity = 1000, secretHeaders = [], secretMembers = [] } = options;
  const names = new Set(secretHeaders.map((name) => name.toLowerCase()));
  const mask: Masking = { names, maskBody: createBodyMask(secretMembers) };
  const entries: RequestEntry[] = [];
  return {
    get entries() {
      return [...entries];
    },
    find: (operation) => entries.filter((entry) => entry.operation === operation),
    clear() {
      entries.length = 0;
    },
    record(exchange) {
      entries.push(toEntry(exchange, mask));
      if (entries.length > capacity) entries.shift();
    },
  };
}

interface Masking {
  readonly names: ReadonlySet<string>;
  readonly maskBody: (body: string) => string;
}

function toEntry(exchange: LoggedExchange, mask: Masking): RequestEntry {
  const { at, operation, request, response } = exchange;
  return {
    at,
    ...(operation === undefined ? {} : { operation }),
    ...describeRequest(request, mask),
    ...describeResponse(response, mask),
  };
}

type RequestPart = Pick<RequestEntry, 'method' | 'path' | 'requestHeaders' | 'requestBody'>;

function describeRequest(request: MockRequest, mask: Masking): RequestPart {
  return {
    method: request.method,
    path: mask.maskBody(request.url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/'),
    requestHeaders: maskHeaders(request.headers, mask.names),
    ...bodyMember(mask, 'requestBody', [request.body, contentType(request.headers)]),
  };
}

type ResponsePart = Pick<RequestEntry, 'id' | 'status' | 'responseHeaders' | 'responseBody'>;

function describeResponse(response: MockResponse, mask: Masking): ResponsePart {
  if ('fault' in response) return { id: '', status: 0, responseHeaders: {} };
  const { status, headers, body } = response;
  const id = headers['X-Request-Id'];
  const type = headers['Content-Type'];
  return {
    id: typeof id === 'string' ? id : '',
    status,
    responseHeaders: headers,
    ...bodyMember(mask, 'responseBody', [body, typeof type === 'string' ? type : '']),
  };
}

function bodyMember<Name extends string>(
  { maskBody }: Masking,
  name: Name,
  [body, type]: readonly [string | Uint8Array | undefined, string],
): { readonly [key in Name]?: string } {
  if (body === undefined || body.length === 0) return {};
  const text = typeof body === 'string' ? body : decode(body, type);
  const shown = text.length > longestBody ? `${text.slice(0, longestBody)}…` : text;
  // A computed name makes the compiler forget which one it is.
  return { [name]: maskBody(shown) } as { readonly [key in Name]?: string };
}

function decode(body: Uint8Array, type: string): string {
  const textual = type === '' || /^text\/|json|xml|x-www-form-urlencoded/.test(type);
  if (!textual) return `(${body.length} bytes of ${type})`;
  // More bytes than characters are needed at most; the rest would be cut off anyway.
  return new TextDecoder().decode(body.subarray(0, longestBody * 4));
}

function contentType(headers: MockHeaders): string {
  return headers['content-type']?.[0] ?? '';
}
