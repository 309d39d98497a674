import { WebhookError } from '../errors/webhook-error.ts';
import type { WebhookReplayStore } from './replay-store.ts';
import type { Bytes, VerifyingKey } from './signing-key.ts';
import { readStamp, type WebhookHeaders, type WebhookStamp } from './webhook-headers.ts';

/** How strict a webhook is verified. */
export interface UnwrapOptions {
  /**
   * How far its timestamp may lie in the past or the future, in seconds, from 0.
   *
   * @defaultValue 300
   */
  readonly toleranceSeconds?: number | undefined;
  /** Refuses what it has seen; without one, a webhook can come twice. */
  readonly replayStore?: WebhookReplayStore | undefined;
  /**
   * How long an id is remembered, in seconds; at least twice the tolerance counts.
   *
   * @defaultValue 345_600, which is longer than senders repeat a delivery
   */
  readonly rememberSeconds?: number | undefined;
  /**
   * The present, in milliseconds since the epoch.
   *
   * @defaultValue `Date.now`
   */
  readonly now?: (() => number) | undefined;
}

/** The raw body of a webhook. */
export type WebhookBody = string | Uint8Array | ArrayBuffer;

/** A webhook as it came. */
export interface ReceivedWebhook {
  /** Its raw body. */
  readonly body: WebhookBody;
  /** Its headers. */
  readonly headers: WebhookHeaders;
}

/** A webhook that can be trusted. */
export interface VerifiedWebhook {
  /** Its `webhook-id`: the same for each delivery of it. */
  readonly id: string;
  /** The event, as the sender wrote it. */
  readonly event: unknown;
}

/**
 * Verifies signature and age of a webhook.
 *
 * @param received - The webhook.
 * @param keys - Keys that may have signed it.
 * @param options - How strict.
 * @throws A {@link WebhookError}
 */
export async function verifyWebhook(
  { body, headers }: ReceivedWebhook,
  keys: readonly VerifyingKey[],
  options: UnwrapOptions,
): Promise<VerifiedWebhook> {
  const stamp = readStamp(headers);
  refuseStale(stamp, options);
  const payload = bytesOf(body);
  if (!(await isSigned(payload, stamp, keys))) {
    const message =
      'cannot trust the webhook: no signature fits its body. ' +
      'Pass the raw body and the secret of this endpoint.';
    throw new WebhookError('signature_mismatch', message);
  }
  return { id: stamp.id, event: parse(payload) };
}

function bytesOf(body: WebhookBody): Uint8Array {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return body;
  const message =
    'cannot verify the webhook: its body was parsed before. ' +
    'Pass the raw body; whatever parses JSON must not come first.';
  throw new WebhookError('body_not_raw', message);
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

/**
 * Refuses a webhook that was seen before, and remembers one that was not.
 *
 * @param webhook - The webhook, verified.
 * @param options - Where it is remembered, and how long.
 * @throws A {@link WebhookError} `replayed`.
 */
export async function refuseReplay({ id }: VerifiedWebhook, options: UnwrapOptions): Promise<void> {
  const { replayStore, rememberSeconds = 345_600, toleranceSeconds = 300 } = options;
  // A timestamp may lie ahead by the tolerance, and then stays valid for twice as long.
  const ttlSeconds = Math.max(rememberSeconds, 2 * toleranceSeconds + 1);
  if (!(await replayStore?.seen(id, ttlSeconds))) return;
  const message = `cannot take the webhook: ${id} was taken before. Answer 2xx, so that it ends.`;
  throw new WebhookError('replayed', message);
}

async function isSigned(
  payload: Uint8Array,
  { id, timestamp, signatures }: WebhookStamp,
  keys: readonly VerifyingKey[],
): Promise<boolean> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed: Bytes = new Uint8Array(head.length + payload.length);
  signed.set(head);
  signed.set(payload, head.length);
  const verdicts = keys.flatMap(({ key, version }) =>
    signatures
      .filter((signature) => signature.version === version)
      .map(({ bytes }) => crypto.subtle.verify(key.algorithm, key, bytes, signed)),
  );
  return (await Promise.all(verdicts)).includes(true);
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch (cause) {
    const message = 'cannot read the webhook: its body is not JSON.';
    throw new WebhookError('malformed_body', message, { cause });
  }
}
