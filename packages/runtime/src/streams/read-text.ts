import { type StreamOrigin, streamFault, streamLost } from './stream-error.ts';

/**
 * The text of an answer's body, piece by piece: the next one is read when it is asked for.
 *
 * @remarks Whoever stops early cancels the body.
 * @param origin - The answer.
 * @param fatal - Whether text that is not UTF-8 is an error, or read with U+FFFD in its place.
 * @throws `DecodeError` `invalid_utf8`, `ConnectionError` `body_cut_off`, `AbortError`.
 */
export async function* readText(
  origin: StreamOrigin,
  fatal: boolean,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal });
  const decode = (bytes?: Uint8Array<ArrayBuffer>): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw streamFault('invalid_utf8', origin);
    }
  };
  const reader = origin.response.body?.getReader();
  const stop = (): void => void reader?.cancel(origin.signal?.reason).catch(() => undefined);
  origin.signal?.addEventListener('abort', stop);
  try {
    origin.signal?.throwIfAborted();
    for (let done = !reader; !done; ) {
      const piece = await reader?.read();
      origin.signal?.throwIfAborted();
      done = piece?.done ?? true;
      yield decode(piece?.value);
    }
  } catch (cause) {
    throw streamLost(cause, origin);
  } finally {
    origin.signal?.removeEventListener('abort', stop);
    stop();
  }
}
