import { WebhookError } from '../errors/webhook-error.ts';
import type { Bytes } from './signing-key.ts';

/** Gives the chunks of a body: a stream's reader, or an iterator. */
export interface ChunkSource {
  /** The next chunk. */
  readonly next: () => Promise<{ readonly done?: boolean; readonly value?: unknown }>;
  /** Gives up the rest. */
  readonly leave: () => unknown;
}

/**
 * Reads a body, and no further than allowed.
 *
 * @param source - Gives its chunks.
 * @param declared - Length that the sender declares; `null` or `undefined` if none.
 * @param maxBytes - Longest body.
 * @throws A {@link WebhookError} `body_too_large` or `incomplete_body`.
 */
export async function readCapped(
  source: ChunkSource,
  declared: string | null | undefined,
  maxBytes: number,
): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let tooLong = Number(declared) > maxBytes;
  while (!tooLong) {
    const { done, value } = await source.next().catch(incomplete);
    if (done) return join(chunks, length);
    const chunk = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    chunks.push(chunk);
    tooLong = length > maxBytes;
  }
  await source.leave();
  const message = `cannot take the webhook: its body is longer than ${maxBytes} bytes (maxBodyBytes).`;
  throw new WebhookError('body_too_large', message);
}

function join(chunks: readonly Uint8Array[], length: number): Bytes {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function incomplete(cause: unknown): never {
  const message = 'cannot take the webhook: its body broke off.';
  throw new WebhookError('incomplete_body', message, { cause });
}
