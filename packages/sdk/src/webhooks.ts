/**
 * Verification of the Product API's webhooks.
 *
 * @packageDocumentation
 */

import {
  type UnwrapOptions,
  unwrapWebhook as unwrap,
  type WebhookHeaders,
} from '@product/client-runtime/webhooks';
import type { WebhookEvent } from './generated/index.ts';

export {
  ClientError as ProductError,
  type UnwrapOptions,
  type WebhookCode,
  WebhookError,
  type WebhookHeaders,
} from '@product/client-runtime/webhooks';
export type { WebhookEvent, WebhookEventMap } from './generated/index.ts';

/**
 * The event in a webhook, after its signature and its age have been verified.
 *
 * @remarks Give the body as it came: parsed and serialized again it is another text, and no
 * signature fits it. An event can be delivered more than once: drop what has a `webhook-id` that
 * you have seen. The `type` of the event tells its `data`.
 *
 * @param body - The raw body of the request.
 * @param headers - The headers of the request.
 * @param rest - The endpoint's secret, or several while it is rotated; then how strict.
 * @throws {@link WebhookError} if it cannot be trusted or read; `code` tells why.
 * @see https://www.standardwebhooks.com
 * @example
 * ```ts
 * const event = await unwrapWebhook(body, headers, secret);
 * if (event.type === 'task.created') {
 *   console.log(event.data.title);
 * }
 * ```
 */
export function unwrapWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  ...rest: [secret: string | readonly string[], options?: UnwrapOptions]
): Promise<WebhookEvent> {
  return unwrap<WebhookEvent>(body, headers, ...rest);
}
