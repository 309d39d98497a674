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
  /** Query parameters that carry a credential besides the usual ones. */
  readonly secretQuery?: readonly string[];
  /** Members of bodies that carry a credential besides the usual ones. */
  readonly secretMembers?: readonly string[];
}

// Long bodies are cut: a thousand entries must stay small.
const longestBody = 10_000;

/**
 * A log of exchanges in which no credential can be read.
 *
 * @remarks An entry is written when somebody looks: most exchanges are never looked at.
 */
export function createRequestLog(options: RequestLogOptions = {}): RequestRecorder {
  const { capacity = 1000, secretHeaders = [], secretMembers = [], secretQuery = [] } = options;
  const names = new Set(secretHeaders.map((name) => name.toLowerCase()));
  const maskBody = createBodyMask(secretMembers);
  const maskPath =
    secretQuery.length === 0 ? maskBody : createBodyMask([...secretQuery, ...secretMembers]);
  const mask: Masking = { names, maskBody, maskPath };
  const kept: Kept[] = [];
  const entryOf = (one: Kept): RequestEntry => {
    one.entry ??= toEntry(one, mask);
    return one.entry;
  };
  return {
    get entries() {
      return kept.map(entryOf);
    },
    find: (wanted) => kept.filter(({ operation }) => operation === wanted).map(entryOf),
    clear() {
      kept.length = 0;
    },
    record(exchange) {
      kept.push(keep(exchange, mask));
      if (kept.length > capacity) kept.shift();
    },
  };
}

/** What is kept of an exchange; the entry once it is written. */
interface Kept extends Pick<LoggedExchange, 'at' | 'response'> {
  readonly operation: string | undefined;
  readonly request: Pick<MockRequest, 'method' | 'url' | 'headers' | 'body'>;
  entry: RequestEntry | undefined;
}

// Long bodies are cut at once, and nothing of the connection is held on to.
function keep({ at, operation, request, response }: LoggedExchange, mask: Masking): Kept {
  const { method, url, headers, body } = request;
  const sent = { method, url, headers, body };
  const kept: Kept = { at, operation, request: sent, response, entry: undefined };
  const isLong = lengthOf(body) + ('fault' in response ? 0 : lengthOf(response.body)) > longestBody;
  if (!isLong) return kept;
  const { request: empty, response: nothing } = nowhere;
  return { at, operation, request: empty, response: nothing, entry: toEntry(kept, mask) };
}

// Stands where an entry has said all.
const nowhere: Pick<Kept, 'request' | 'response'> = {
  request: { method: '', url: '', headers: {}, body: undefined },
  response: { fault: 'reset' },
};

function lengthOf(body: string | Uint8Array | undefined): number {
  return body?.length ?? 0;
}

interface Masking {
  readonly names: ReadonlySet<string>;
  readonly maskBody: (body: string) => string;
  readonly maskPath: (path: string) => string;
}

function toEntry(exchange: Kept, mask: Masking): RequestEntry {
  const { at, operation, request, response } = exchange;
  return {
    at,
    ...(operation === undefined ? {} : { operation }),
    ...describeRequest(request, mask),
    ...describeResponse(response, mask),
  };
}

type RequestPart = Pick<RequestEntry, 'method' | 'path' | 'requestHeaders' | 'requestBody'>;

function describeRequest(request: Kept['request'], mask: Masking): RequestPart {
  return {
    method: request.method,
    path: mask.maskPath(request.url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/'),
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
  const shown = text.length > longestBody ? `${copyOf(text.slice(0, longestBody))}…` : text;
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

// A part of a text holds on to the whole of it.
function copyOf(part: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(part));
}
