import { importKeys, readKeys, type WebhookSecret } from './signing-key.ts';
import {
  refuseReplay,
  type UnwrapOptions,
  verifyWebhook,
  type WebhookBody,
} from './verify-webhook.ts';
import type { WebhookHeaders } from './webhook-headers.ts';

/**
 * The event in a webhook, after its signature and its age have been verified.
 *
 * @remarks Give the body as it came: parsed and serialized again it is another text, and no signature
 * fits it. Signatures are compared in constant time. An event can be delivered more than once: its
 * `webhook-id` tells, and a `replayStore` refuses it.
 * @param body - The raw body.
 * @param headers - The headers of the request.
 * @param rest - The endpoint's secret, or several while it is rotated; then how strict.
 * @throws A {@link WebhookError} if it cannot be trusted or read.
 * @see https://www.standardwebhooks.com
 */
export async function unwrapWebhook<Event>(
  body: WebhookBody,
  headers: WebhookHeaders,
  ...rest: [secret: WebhookSecret, options?: UnwrapOptions]
): Promise<Event> {
  const [secret, options = {}] = rest;
  const keys = await importKeys(readKeys(secret));
  const webhook = await verifyWebhook({ body, headers }, keys, options);
  await refuseReplay(webhook, options);
  // The signature proves who wrote it: it is what the sender's document says.
  return webhook.event as Event;
}
