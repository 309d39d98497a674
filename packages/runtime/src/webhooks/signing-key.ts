import { WebhookError } from '../errors/webhook-error.ts';

/** Bytes in the form that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** One secret, or several while it is rotated. */
export type WebhookSecret = string | readonly string[];

/** A key as it stands in a secret, not yet imported. */
export interface KeyText {
  /** Version of the signatures that it verifies. */
  readonly version: 'v1' | 'v1a';
  /** The key itself. */
  readonly bytes: Bytes;
}

/** A key that verifies signatures of its version. */
export interface VerifyingKey extends Pick<KeyText, 'version'> {
  /** The key, which cannot be read out again. */
  readonly key: CryptoKey;
}

/** The standard asks for 24 to 64 random bytes; below this nothing is secret. */
const FEWEST_BYTES = 16;
const ED25519_BYTES = 32;

const ALGORITHMS = {
  v1: { name: 'HMAC', hash: 'SHA-256' },
  v1a: { name: 'Ed25519' },
} as const;

/**
 * The keys that webhook secrets stand for: `whsec_` is shared, `whpk_` the public key of the sender.
 *
 * @param secret - The secret, or several.
 * @throws A {@link WebhookError} `missing_secret` or `malformed_secret`; it never holds the secret.
 * @see Standard Webhooks 1.0.0, "Signature scheme"
 */
export function readKeys(secret: WebhookSecret): readonly KeyText[] {
  const secrets = typeof secret === 'string' ? [secret] : secret;
  return (secrets.length > 0 ? secrets : ['']).map(readKey);
}

/**
 * Hands keys to WebCrypto.
 *
 * @param keys - The keys.
 * @throws A {@link WebhookError} `unsupported_key` if the platform cannot verify their signatures.
 */
export function importKeys(keys: readonly KeyText[]): Promise<readonly VerifyingKey[]> {
  return Promise.all(
    keys.map(async ({ version, bytes }) => {
      const algorithm = ALGORITHMS[version];
      const imported = crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
      return { version, key: await imported.catch(refuseKey) };
    }),
  );
}

function readKey(secret: string): KeyText {
  const [prefix = ''] = /^wh(sec|pk|sk)_/.exec(secret) ?? [];
  const text = secret.slice(prefix.length);
  if (text === '') {
    const message =
      'cannot verify the webhook: the secret is empty. Pass the secret of the endpoint.';
    throw new WebhookError('missing_secret', message);
  }
  const bytes = decodeBase64(text);
  if (prefix === 'whsk_') throw malformed(secret, 'is the key that signs; whpk_ verifies');
  if (prefix === 'whpk_') {
    if (bytes?.length === ED25519_BYTES) return { version: 'v1a', bytes };
    throw malformed(secret, `is not base64 of ${ED25519_BYTES} bytes`);
  }
  if (bytes && bytes.length >= FEWEST_BYTES) return { version: 'v1', bytes };
  throw malformed(secret, `is not base64 of at least ${FEWEST_BYTES} bytes`);
}

function malformed(secret: string, reason: string): WebhookError {
  const message =
    `cannot verify the webhook: the secret of ${secret.length} characters ${reason}. ` +
    'Copy it again.';
  return new WebhookError('malformed_secret', message);
}

function refuseKey(cause: unknown): never {
  const message =
    'cannot verify the webhook: this platform has no such signatures. ' +
    'Use an endpoint with a whsec_ secret.';
  throw new WebhookError('unsupported_key', message, { cause });
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
