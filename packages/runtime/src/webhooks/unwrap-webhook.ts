import { WebhookError } from '../errors/webhook-error.ts';
import { type Bytes, importSigningKey } from './signing-key.ts';
import { readStamp, type WebhookHeaders, type WebhookStamp } from './webhook-headers.ts';

/** How strict a webhook is verified. */
export interface UnwrapOptions {
  /**
   * How far its timestamp may lie in the past or the future, in seconds, from 0.
   *
   * @defaultValue 300
   */
  readonly toleranceSeconds?: number;
  /**
   * The present, in milliseconds since the epoch.
   *
   * @defaultValue `Date.now`
   */
  readonly now?: () => number;
}

/**
 * The event in a webhook, after its signature and its age have been verified.
 *
 * @remarks Give the body as it came: parsed and serialized again it is another text, and no signature
 * fits it. Signatures are compared in constant time. An event can be delivered more than once: its
 * `webhook-id` tells.
 * @param body - The raw body.
 * @param headers - The headers of the request.
 * @param rest - The endpoint's secret, or several while it is rotated; then how strict.
 * @throws {@link WebhookError} if it cannot be trusted or read.
 * @see https://www.standardwebhooks.com
 */
export async function unwrapWebhook<Event>(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  ...rest: [secret: string | readonly string[], options?: UnwrapOptions]
): Promise<Event> {
  const [secret, options = {}] = rest;
  const secrets = typeof secret === 'string' ? [secret] : secret;
  const keys = await Promise.all((secrets.length > 0 ? secrets : ['']).map(importSigningKey));
  const stamp = readStamp(headers);
  refuseStale(stamp, options);
  const payload = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  if (!(await isSigned(payload, stamp, keys))) {
    const message =
      'cannot trust the webhook: no signature fits its body. ' +
      'Pass the raw body and the secret of this endpoint.';
    throw new WebhookError('signature_mismatch', message);
  }
  return parse<Event>(payload);
}

function refuseStale({ timestamp }: WebhookStamp, options: UnwrapOptions): void {
  const { toleranceSeconds = 300, now = Date.now } = options;
  const ageSeconds = now() / 1000 - Number(timestamp);
  // Timestamps have whole seconds: with a tolerance of 0 the present second still counts.
  if (Math.abs(Math.trunc(ageSeconds)) <= toleranceSeconds) return;
  const message =
    `cannot trust the webhook: its timestamp is ${Math.round(ageSeconds)} s off. ` +
    'It may be a replay, or a clock may be wrong.';
  throw new WebhookError('timestamp_out_of_tolerance', message);
}

async function isSigned(
  payload: Uint8Array,
  { id, timestamp, signatures }: WebhookStamp,
  keys: readonly CryptoKey[],
): Promise<boolean> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed: Bytes = new Uint8Array(head.length + payload.length);
  signed.set(head);
  signed.set(payload, head.length);
  const pairs = keys.flatMap((key) => signatures.map((signature) => [key, signature] as const));
  const verdicts = await Promise.all(
    pairs.map(([key, signature]) => crypto.subtle.verify('HMAC', key, signature, signed)),
  );
  return verdicts.includes(true);
}

function parse<Event>(payload: Uint8Array): Event {
  try {
    // The signature proves who wrote it: it is what the sender's document says.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as Event;
  } catch (cause) {
    const message = 'cannot read the webhook: its body is not JSON.';
    throw new WebhookError('malformed_body', message, { cause });
  }
}
