/** One part of a multipart body. */
export interface Part {
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Uint8Array;
}

// More than any real form has; a part costs more than its bytes.
const maxParts = 1_000;
const maxHeaderBytes = 16_384;

const [cr, lf, dash] = [0x0d, 0x0a, 0x2d];

/**
 * Splits a multipart body at its boundary.
 *
 * @param boundary - As the content type names it, without the dashes.
 * @returns What is wrong with it, in words, when it cannot be read.
 * @see RFC 2046 §5.1.1
 */
export function splitParts(
  body: Uint8Array,
  boundary: string,
): readonly Part[] | { readonly fault: string } {
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const parts: Part[] = [];
  let at = nextDelimiter(body, delimiter, 0);
  if (at < 0) return { fault: `the boundary "${boundary}" is not in the body` };
  for (;;) {
    const start = at + delimiter.length;
    if (body[start] === dash && body[start + 1] === dash) return parts;
    if (parts.length === maxParts) return { fault: `the body has more than ${maxParts} parts` };
    const end = nextDelimiter(body, delimiter, start);
    if (end < 0) return { fault: 'the body ends before its last boundary' };
    const part = readPart(body.subarray(afterLine(body, start), Math.max(end - 2, start)));
    if ('fault' in part) return part;
    parts.push(part);
    at = end;
  }
}

/** Where the next delimiter stands at the start of a line; negative when nowhere. */
function nextDelimiter(body: Uint8Array, delimiter: Uint8Array, from: number): number {
  for (let at = body.indexOf(dash, from); at >= 0; at = body.indexOf(dash, at + 1)) {
    const startsLine = at === 0 || (body[at - 1] === lf && body[at - 2] === cr);
    if (
      startsLine &&
      startsWith(body, at, delimiter) &&
      endsDelimiter(body, at + delimiter.length)
    ) {
      return at;
    }
  }
  return -1;
}

function startsWith(body: Uint8Array, at: number, delimiter: Uint8Array): boolean {
  for (let index = 0; index < delimiter.length; index++) {
    if (body[at + index] !== delimiter[index]) return false;
  }
  return true;
}

// A boundary may begin another text: what follows it decides (padding before the line's end is allowed).
function endsDelimiter(body: Uint8Array, at: number): boolean {
  if (body[at] === dash && body[at + 1] === dash) return true;
  const end = skipPadding(body, at);
  return body[end] === cr && body[end + 1] === lf;
}

function afterLine(body: Uint8Array, at: number): number {
  return skipPadding(body, at) + 2;
}

function skipPadding(body: Uint8Array, at: number): number {
  let end = at;
  while (body[end] === 0x20 || body[end] === 0x09) end++;
  return end;
}

function readPart(part: Uint8Array): Part | { readonly fault: string } {
  if (part[0] === cr && part[1] === lf) return { headers: new Map(), bytes: part.subarray(2) };
  const end = endOfHeaders(part);
  if (end < 0) return { fault: 'a part has headers without an end' };
  const text = new TextDecoder().decode(part.subarray(0, end));
  const headers = new Map<string, string>();
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) return { fault: 'a part has a header without a colon' };
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, bytes: part.subarray(end + 4) };
}

function endOfHeaders(part: Uint8Array): number {
  const most = Math.min(part.length, maxHeaderBytes);
  for (let at = part.indexOf(cr); at >= 0 && at < most; at = part.indexOf(cr, at + 1)) {
    if (part[at + 1] === lf && part[at + 2] === cr && part[at + 3] === lf) return at;
  }
  return -1;
}
