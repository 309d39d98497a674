/** A text, or why the bytes are none. */
export type Decoded = string | { readonly fault: string } | { readonly charset: string };

/** Bytes as a text of a set of characters, by its name in the Encoding Standard. */
export function decodeBytes(bytes: Uint8Array, charset: string): Decoded {
  const decoder = decoderOf(charset);
  if (decoder === undefined) return { charset };
  try {
    return decoder.decode(bytes);
  } catch {
    return { fault: `the body is not ${decoder.encoding.toUpperCase()}` };
  }
}

function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}

/**
 * Bytes as a text that loses nothing: UTF-8 where they are that, else one character per byte, so
 * that `maxLength` counts bytes.
 */
export function bytesAsText(bytes: Uint8Array): string {
  const text = decodeBytes(bytes, 'utf-8');
  if (typeof text === 'string') return text;
  let binary = '';
  // Arguments go on the stack: not all at once.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return binary;
}
