import { hmacSha256 } from '../hash/sha256.ts';

/** What a signature covers. */
export interface WebhookMessage {
  /** The `webhook-id`, the same over all attempts. */
  readonly id: string;
  /** Seconds since the epoch, of this attempt. */
  readonly timestampSeconds: number;
  /** The body, exactly as it is sent. */
  readonly body: string;
}

/** The three headers that Standard Webhooks asks for. */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

const encoder = new TextEncoder();

/**
 * Signs a message after Standard Webhooks: one `v1` signature for each secret, so that a receiver
 * that still holds the old secret of a rotation accepts it as well.
 *
 * @param message - What is signed: `id.timestamp.body`.
 * @param secrets - `whsec_` and base64, newest first.
 * @see {@link https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md | Standard Webhooks 1.0.0}
 */
export function signMessage(message: WebhookMessage, secrets: readonly string[]): WebhookHeaders {
  const signed = encoder.encode(`${message.id}.${message.timestampSeconds}.${message.body}`);
  const signatures = secrets.map((secret) => `v1,${toBase64(hmacSha256(keyOf(secret))(signed))}`);
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestampSeconds),
    'webhook-signature': signatures.join(' '),
  };
}

function keyOf(secret: string): Uint8Array {
  const binary = atob(secret.replace(/^whsec_/, ''));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
