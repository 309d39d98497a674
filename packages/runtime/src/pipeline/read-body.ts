/** What came of a body. */
export interface ReadBody {
  /** The bytes, decompressed. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Why they are not all: `tooLarge`, or what the platform threw. */
  readonly cut?: { readonly tooLarge?: boolean; readonly cause?: unknown } | undefined;
}

/**
 * Reads a body, and counts its bytes while they come: neither a stated length nor a compression can hide
 * how large it is.
 *
 * @param response - The answer.
 * @param maxBytes - Most bytes to read; past them the body is cancelled.
 */
export async function readBody(response: Response, maxBytes: number): Promise<ReadBody> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let cut: ReadBody['cut'];
  try {
    // Some platforms, such as React Native, have no streams.
    const { body } = response;
    if (body === undefined) chunks.push(new Uint8Array(await response.arrayBuffer()));
    const reader = body?.getReader();
    for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
      chunks.push(read.value);
      size += read.value.byteLength;
      if (size <= maxBytes) continue;
      cut = { tooLarge: true };
      reader?.cancel().catch(() => undefined);
      break;
    }
  } catch (cause) {
    cut = { cause };
  }
  return { bytes: join(chunks), cut };
}

function join(chunks: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
