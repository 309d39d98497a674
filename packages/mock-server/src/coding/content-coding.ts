import type { MockHeaders, MockRequest } from '../exchange/message.ts';
import { type Outcome, problem } from '../exchange/outcome.ts';

// What `DecompressionStream` calls the codings of HTTP.
const formats: { readonly [coding: string]: CompressionFormat | undefined } = {
  gzip: 'gzip',
  deflate: 'deflate',
  // Newer than its type; where the platform has it not, such a body cannot be read.
  br: 'brotli' as CompressionFormat,
};

// A client that packs more often means harm.
const maxCodings = 3;

/**
 * What was done to a body before it was sent, in order; `identity` is nothing.
 *
 * @see RFC 9110 §8.4
 */
function codingsOf(headers: MockHeaders): readonly string[] {
  const names = (headers['content-encoding'] ?? []).join(',').toLowerCase().split(',');
  return names
    .map((name) => name.trim().replace(/^x-gzip$/, 'gzip'))
    .filter((name) => name !== '' && name !== 'identity');
}

/**
 * The request with its body as it was before it was packed. One that cannot be unpacked stays as it
 * is, and is refused where its body is read.
 *
 * @param maxBytes - Unpacking ends a little above, so that a small body cannot fill the memory.
 */
export async function decodeRequest(request: MockRequest, maxBytes: number): Promise<MockRequest> {
  const codings = codingsOf(request.headers);
  const { 'content-encoding': _, ...headers } = request.headers;
  let { body } = request;
  if (body === undefined || codings.length > maxCodings) return request;
  for (const coding of codings.toReversed()) {
    const format = Object.hasOwn(formats, coding) ? formats[coding] : undefined;
    body = body && format && (await unpack(body, withHeader(format, body), maxBytes));
  }
  return body === undefined ? request : withBody(request, headers, body);
}

// Member by member: what a door gives may be an object whose members are made when asked for.
function withBody(request: MockRequest, headers: MockHeaders, body: Uint8Array): MockRequest {
  const { method, url, remoteAddress, signal } = request;
  return { method, url, headers, body, remoteAddress, signal };
}

// RFC 9110 §8.4.1.2: some send it without the header of zlib (RFC 1950), and are understood.
function withHeader(
  format: CompressionFormat,
  [first = 0, second = 0]: Uint8Array,
): CompressionFormat {
  const isBare = (first & 15) !== 8 || (first * 256 + second) % 31 !== 0;
  return format === 'deflate' && isBare ? 'deflate-raw' : format;
}

async function unpack(
  bytes: Uint8Array,
  format: CompressionFormat,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    // A view over a plain buffer: Blob takes no view over shared memory.
    const packed = new Blob([new Uint8Array(bytes)]).stream();
    for await (const chunk of packed.pipeThrough(new DecompressionStream(format))) {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > maxBytes) break;
    }
  } catch {
    return undefined;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** A 415 for a body that is packed in a way nobody here knows, a 400 for one that is broken. */
export function refuseCoding({ headers }: MockRequest): Outcome | undefined {
  const codings = codingsOf(headers);
  if (codings.length === 0) return undefined;
  const known = Object.keys(formats).join(', ');
  if (codings.length <= maxCodings && codings.every((coding) => Object.hasOwn(formats, coding))) {
    const detail = `The request cannot be read: the body is not ${codings.join(', then ')}.`;
    return problem(400, { code: 'malformed_request', detail });
  }
  const detail = `The body is packed as ${codings.join(', ').slice(0, 100)}; it may be ${known}.`;
  return problem(415, { code: 'unsupported_media_type', detail }, { 'Accept-Encoding': known });
}
