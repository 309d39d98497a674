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

// Nearly every body is UTF-8, and a decoder costs more than what it decodes.
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoderOf(charset: string): TextDecoder | undefined {
  if (/^utf-?8$/i.test(charset)) return utf8;
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
