import { WebhookError } from '../errors/webhook-error.ts';

/** Bytes in the form that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The standard asks for 24 to 64 random bytes; below this nothing is secret. */
const FEWEST_BYTES = 16;

/**
 * The key that a webhook secret stands for.
 *
 * @param secret - `whsec_` and base64.
 * @throws {@link WebhookError} `missing_secret` or `malformed_secret`; it never holds the secret.
 * @see Standard Webhooks 1.0.0, "Signature scheme"
 */
export function importSigningKey(secret: string): Promise<CryptoKey> {
  const text = secret.startsWith('whsec_') ? secret.slice(6) : secret;
  if (text === '') {
    const message =
      'cannot verify the webhook: the secret is empty. Pass the secret of the endpoint.';
    throw new WebhookError('missing_secret', message);
  }
  const bytes = decodeBase64(text);
  if (!bytes || bytes.length < FEWEST_BYTES) {
    const message =
      `cannot verify the webhook: the secret of ${secret.length} characters is not base64 of at least ` +
      `${FEWEST_BYTES} bytes. Copy it again.`;
    throw new WebhookError('malformed_secret', message);
  }
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
}

/**
 * The bytes that base64 stands for.
 *
 * @param text - The base64, padded or not.
 * @returns `undefined` if it is not base64.
 */
export function decodeBase64(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
